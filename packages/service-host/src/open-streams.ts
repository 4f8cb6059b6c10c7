import type { Server, ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";

type StreamCall = { end(): void; on(event: string, listener: () => void): void };

/**
 * Health and reflection hold streams open for as long as their clients like. This stands before the server
 * for them, and ends those streams when the server drains.
 */
export function openStreams(server: Server) {
  const open = new Set<StreamCall>();
  const tracked =
    (handle: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      const call = args[0] as StreamCall;
      // Unary handlers get a callback as well.
      if (args.length === 1) {
        open.add(call);
        for (const event of ["cancelled", "close", "finish"]) call.on(event, () => open.delete(call));
      }
      return handle(...args);
    };
  return {
    addService(definition: ServiceDefinition, implementation: UntypedServiceImplementation) {
      const entries = Object.entries(implementation).map(([name, handle]) => [
        name,
        tracked(handle as never),
      ]);
      server.addService(definition, Object.fromEntries(entries));
    },
    end() {
      for (const call of open) call.end();
    },
  };
}
