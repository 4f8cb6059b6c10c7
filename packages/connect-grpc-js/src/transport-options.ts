import type { Interceptor } from "@connectrpc/connect";
import type { ChannelCredentials, ChannelOptions } from "@grpc/grpc-js";
import type { MessageLimits } from "./limits.ts";

export type GrpcJsTransportOptions = MessageLimits & {
  /** Run around every call, the first outermost. */
  interceptors?: Interceptor[];
  /**
   * For unary calls that name no timeout, in milliseconds; `timeoutMs: 0` on a call means none. Default none.
   * Streams last as long as their callers say.
   */
  defaultTimeoutMs?: number;
  /** Default insecure (h2c): in the mesh, the sidecar adds TLS. */
  credentials?: ChannelCredentials;
  /** A gRPC service config as JSON, e.g. from `retryServiceConfig`. Default none: no retries. */
  serviceConfig?: string;
  /** Over the defaults of channel-options.ts. */
  channelOptions?: ChannelOptions;
};
