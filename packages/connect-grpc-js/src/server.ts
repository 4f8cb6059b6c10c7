import type { DescMethod, DescService } from "@bufbuild/protobuf";
import {
  type ConnectRouter,
  createMethodImplSpec,
  createServiceImplSpec,
  type MethodImplSpec,
  type ServiceImpl,
} from "@connectrpc/connect";
import { Server, type ServerOptions } from "@grpc/grpc-js";
import { serverChannelOptions } from "./channel-options.ts";
import { methodPath, passBytes } from "./codec.ts";
import type { MessageLimits } from "./limits.ts";
import type { ConnectServiceOptions } from "./server-options.ts";
import { streamHandler } from "./server-stream.ts";
import { unaryHandler } from "./server-unary.ts";

/**
 * A grpc-js server with this package's defaults: keepalive, and a read limit that holds before a message is
 * in memory. Give `addConnectService` the same `readMaxBytes`.
 */
export function createGrpcServer(limits: MessageLimits = {}, options: ServerOptions = {}): Server {
  return new Server({ ...serverChannelOptions(limits), ...options });
}

/** Serves one Connect service implementation; RPCs it leaves out answer `unimplemented`. */
export function addConnectService<T extends DescService>(
  server: Server,
  service: T,
  implementation: Partial<ServiceImpl<T>>,
  options: ConnectServiceOptions = {},
): void {
  for (const spec of Object.values(createServiceImplSpec(service, implementation).methods)) {
    addMethod(server, spec, options);
  }
}

/** Serves everything that `routes` registers, as `connectNodeAdapter({ routes })` would. */
export function addConnectRoutes(
  server: Server,
  routes: (router: ConnectRouter) => void,
  options: ConnectServiceOptions = {},
): void {
  const router: ConnectRouter = {
    handlers: [],
    service(service, implementation, own) {
      addConnectService(server, service, implementation, { ...options, ...own });
      return this;
    },
    rpc(method: DescMethod, implementation, own) {
      addMethod(server, createMethodImplSpec(method, implementation as never), { ...options, ...own });
      return this;
    },
  };
  routes(router);
}

function addMethod(server: Server, spec: MethodImplSpec, options: ConnectServiceOptions): void {
  const path = methodPath(spec.method);
  // Streams of all three kinds are registered as bidi: the wire is the same, and a bidi call exists from the
  // first header on, so that a cancellation always finds it.
  const added =
    spec.kind === "unary"
      ? server.register(path, unaryHandler(spec, options), passBytes, passBytes, "unary")
      : server.register(path, streamHandler(spec, options), passBytes, passBytes, "bidi");
  if (!added) throw new Error(`${path} is registered twice`);
}
