import type { DescService } from "@bufbuild/protobuf";
import type { Interceptor, Transport } from "@connectrpc/connect";
import { retryServiceConfig } from "@finflow/connect-grpc-js/retry";
import { createGrpcJsTransport } from "@finflow/connect-grpc-js/transport";
import { createServiceTokens } from "@finflow/identity/service-token";
import { clientTelemetry } from "@finflow/telemetry/client-telemetry";
import type { Metrics } from "@finflow/telemetry/metrics";
import type { Opens } from "./closing.ts";

export type CalleesOptions = {
  metrics: Metrics;
  opens: Opens;
  /** Who calls, and the key that proves it to `internal` RPCs; none where those are not called. */
  caller?: { name: string; privateKey: CryptoKey };
  retries: "client" | "mesh";
};

export type Callee = {
  /** The audience of service tokens. */
  name: string;
  /** A gRPC name. */
  address: string;
  /** What is called there: those of its RPCs that may be repeated are, where this process repeats. */
  services: readonly DescService[];
};

/** Ways to other services: traced, measured, and with this service's token for their internal RPCs. */
export function createCallees(options: CalleesOptions): (callee: Callee) => Transport {
  const { metrics, opens, caller, retries } = options;
  const telemetry = clientTelemetry({ metrics });
  const tokens = caller && createServiceTokens(caller);
  return ({ name, address, services }) => {
    const interceptors: Interceptor[] = [telemetry, ...(tokens ? [tokens.interceptor(name)] : [])];
    const transport = createGrpcJsTransport(address, {
      interceptors,
      defaultTimeoutMs: 10_000,
      // Without a policy all addresses of a name are still called in turn.
      serviceConfig: retryServiceConfig(retries === "client" ? services : []),
    });
    return opens(`the way to ${name}`, transport, async () => transport.close());
  };
}
