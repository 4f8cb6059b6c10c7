import type { Interceptor } from "@connectrpc/connect";
import { type Deadlines, deadlines } from "@finflow/connect-grpc-js/deadline-interceptor";
import { serverGuard } from "@finflow/connect-grpc-js/server-guard";
import { authentication } from "@finflow/identity/authentication";
import { userOf } from "@finflow/identity/identity";
import { verifyServiceToken } from "@finflow/identity/service-token";
import { serverTelemetry } from "@finflow/telemetry/server-telemetry";
import { errorReplies } from "./error-replies.ts";
import type { HostOptions } from "./host-options.ts";
import type { HostedService } from "./hosted-service.ts";
import { validation } from "./validation.ts";

const defaultDeadlines: Deadlines = { defaultMs: 10_000, maxMs: 60_000 };

/**
 * What stands before every handler, outermost first, whatever carries the call: an end when the caller is
 * gone, telemetry and correlation, deadline, authentication, the host's own, validation, error table.
 */
export function serverInterceptors(service: HostedService, options: HostOptions): Interceptor[] {
  const verifyService = verifyServiceToken({
    audience: service.name,
    publicKeys: options.serviceKeys ?? {},
    allowed: service.internalCallers ?? [],
  });
  return [
    serverGuard,
    serverTelemetry({
      logger: options.logger,
      metrics: options.metrics,
      fields: (values) => ({ userId: userOf({ values })?.userId }),
    }),
    deadlines(options.deadlines ?? defaultDeadlines),
    authentication({
      verify: options.verify,
      verifyService,
      publicMethods: service.publicMethods,
      revocation: options.revocation,
    }),
    ...(options.interceptors ?? []),
    validation(),
    errorReplies(service.errors),
  ];
}
