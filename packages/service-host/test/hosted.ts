import { Code, ConnectError, type ServiceImpl } from "@connectrpc/connect";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import type { Identity } from "@finflow/identity/identity";
import { refuse } from "@finflow/identity/refusal";
import { createLogger } from "@finflow/telemetry/logger";
import { createMetrics } from "@finflow/telemetry/metrics";
import { DomainError, errorTable } from "../src/error-table.ts";
import type { HostOptions } from "../src/host-options.ts";
import type { HostedService } from "../src/hosted-service.ts";

export const identity: Identity = {
  userId: "0198c5a0-0000-7000-8000-000000000001",
  sessionId: "0198c5a0-0000-7000-8000-0000000000aa",
  token: "good",
  expiresAt: new Date(Date.now() + 900_000),
};

export const signedIn = { headers: { authorization: "Bearer good" } };

type LogLine = Record<string, unknown> & { msg: string; level: string };

/** What a process would give its services, with the lines that are logged. */
export function hostOptions(): HostOptions & { lines: LogLine[] } {
  const lines: LogLine[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  return {
    lines,
    logger: createLogger({ service: "test", destination }),
    metrics: createMetrics(),
    async verify(token) {
      if (token !== "good") throw refuse("TOKEN_INVALID");
      return identity;
    },
  };
}

export type Behaviour = {
  auth?: Partial<ServiceImpl<typeof AuthService>>;
  analytics?: Partial<ServiceImpl<typeof AnalyticsService>>;
  revocations?: Partial<ServiceImpl<typeof RevocationService>>;
};

/** A service whose handlers a test chooses; notes when it is started and drained. */
export function hosted(behaviour: Behaviour, more: Partial<HostedService> = {}) {
  const log: string[] = [];
  const service: HostedService = {
    name: "auth",
    publicMethods: [AuthService.method.login],
    errors: errorTable<"email_taken">("finflow.auth", {
      email_taken: { code: Code.AlreadyExists, message: "an account with this email exists" },
    }),
    checks: [],
    routes(router) {
      router.service(AuthService, behaviour.auth ?? {});
      router.service(AnalyticsService, behaviour.analytics ?? {});
      router.service(RevocationService, behaviour.revocations ?? {});
    },
    async start() {
      log.push("start");
    },
    async drain() {
      log.push("drain");
    },
    ...more,
  };
  return { service, log };
}

export function taken(): never {
  throw new DomainError("email_taken");
}

export async function failure(promise: Promise<unknown>): Promise<ConnectError> {
  const error = await promise.then(
    () => new Error("the call succeeded"),
    (reason: unknown) => reason,
  );
  if (error instanceof ConnectError) return error;
  throw error;
}
