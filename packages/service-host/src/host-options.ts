import type { Interceptor } from "@connectrpc/connect";
import type { Deadlines } from "@finflow/connect-grpc-js/deadline-interceptor";
import type { MessageLimits } from "@finflow/connect-grpc-js/limits";
import type { VerifyAccessToken } from "@finflow/identity/access-token";
import type { Revocation } from "@finflow/identity/revocation";
import type { Logger } from "@finflow/telemetry/logger";
import type { Metrics } from "@finflow/telemetry/metrics";

/** What the process gives every service it hosts. */
export type HostOptions = {
  logger: Logger;
  metrics: Metrics;
  /** From `verifyAccessToken`. */
  verify: VerifyAccessToken;
  /** The public keys of services that call `internal` RPCs, by their name. Default none. */
  serviceKeys?: Readonly<Record<string, CryptoKey>>;
  /** Where ended sessions are known before their tokens expire: at the edge. */
  revocation?: Revocation;
  /** Default: 10 s for unary calls that ask for no time, 60 s at most, streams as long as asked. */
  deadlines?: Deadlines;
  /** Default 4 MiB both ways. */
  limits?: MessageLimits;
  /** Run after authentication and before validation: rate limits and the like. */
  interceptors?: readonly Interceptor[];
};
