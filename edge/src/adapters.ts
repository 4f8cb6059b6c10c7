import type { Transport } from "@connectrpc/connect";
import type { VerifyAccessToken } from "@finflow/identity/access-token";
import type { RevokedSessions } from "@finflow/identity/revoked-sessions";
import type { DependencyCheck } from "@finflow/service-host/hosted-service";
import type { Logger } from "@finflow/telemetry/logger";
import type { Metrics } from "@finflow/telemetry/metrics";
import type { RateLimiter } from "./limits/rate-limiter.ts";
import type { HealthCheck } from "./routes/health.ts";
import type { Backend } from "./rpc/served-methods.ts";
import type { ContentStore } from "./upload/content-store.ts";

/** What edge is built on; the profiles differ in nothing else. */
export type EdgeAdapters = {
  /** To each service, with `clientTelemetry`, so that trace and request ids travel on. */
  transports: Readonly<Record<Backend, Transport>>;
  /** To auth's internal RPCs, with edge's service token. */
  internalAuth: Transport;
  verify: VerifyAccessToken;
  revokedSessions: RevokedSessions;
  rateLimiter: RateLimiter;
  /** Where edge itself takes files; absent where the object store has an address of its own. */
  contentStore?: ContentStore;
  /** Edge's own, shown by `/readyz`; it is ready without them. */
  dependencies?: readonly DependencyCheck[];
  /** Whether each service answers. Default: asks it something that it refuses at once. */
  checks?: Readonly<Partial<Record<Backend, HealthCheck>>>;
  logger: Logger;
  metrics: Metrics;
  /** Default the system's. */
  now?: () => Date;
};
