import type { EventLog, Subscription } from "@finflow/event-log/event-log";
import { eventsCheck } from "@finflow/event-log/events-check";
import { createRelay, type Relay } from "@finflow/event-log/relay";
import type { RevokedSessions } from "@finflow/identity/revoked-sessions";
import { postgresSchema } from "@finflow/postgres/migrate";
import type { AdminHandler } from "@finflow/service-host/admin-server";
import type { HostedService } from "@finflow/service-host/hosted-service";
import { poolGauge } from "@finflow/service-host/pool-gauge";
import { bringUp, type Schema } from "@finflow/service-host/schema";
import type { Logger } from "@finflow/telemetry/logger";
import type { Metrics } from "@finflow/telemetry/metrics";
import type { Pool } from "pg";
import { collectErased, eventSource, publishDeleted } from "./adapters/erasure-events.ts";
import { type Repeated, repeat } from "./adapters/repeat.ts";
import type { JwkSet } from "./adapters/signing-keys.ts";
import { sweep } from "./adapters/sweep.ts";
import type { AuthConfig } from "./config.ts";
import { type AuthResources, createResources } from "./ports.ts";
import { authErrors } from "./rpc/errors.ts";
import { publicMethods, registerRoutes } from "./rpc/routes.ts";

/** What the process lends to auth, and closes after `drain`. */
export type AuthAdapters = {
  /** Of auth's own database. The relay keeps one of its connections for itself. */
  readonly pool: Pool;
  readonly eventLog: EventLog;
  /** Told of every session that ends before its tokens do, before the caller is answered. */
  readonly revokedSessions: RevokedSessions;
  readonly logger: Logger;
  /** Where the outbox and the pool are measured. */
  readonly metrics?: Metrics;
  readonly now?: () => Date;
};

export type AuthService = HostedService & {
  /** The public keys, cached: for `staticJwks` in the same process. */
  readonly keys: () => Promise<JwkSet>;
  /** For the admin server: the JWKS document (RFC 7517). */
  readonly adminHandlers: Readonly<Record<string, AdminHandler>>;
};

export const migrationsFolder = new URL("../migrations/", import.meta.url);

/** What auth needs of its database. */
export const authSchema = (pool: Pool): Schema => postgresSchema(pool, migrationsFolder);

/** How soon a revocation is told again that could not be told at once, in milliseconds. */
const announceMs = 2_000;

/** Accounts, sessions and signing keys. */
export function buildAuth(config: AuthConfig, adapters: AuthAdapters): AuthService {
  const { pool, logger } = adapters;
  const schema = authSchema(pool);
  const resources = createResources(config, { ...adapters, publishDeleted });
  if (adapters.metrics) poolGauge(adapters.metrics)("auth", pool);
  let running: (Repeated | Relay | Subscription)[] = [];
  return {
    name: "auth",
    routes: (router) => registerRoutes(router, resources),
    publicMethods,
    internalCallers: ["edge"],
    errors: authErrors,
    checks: [
      eventsCheck(adapters.eventLog),
      {
        name: "postgres",
        check: async () => {
          if (!(await schema.isThere())) throw new Error("auth's database lacks migrations");
        },
      },
    ],
    keys: resources.signingKeys.jwks,
    adminHandlers: {
      "/.well-known/jwks.json": async () => Response.json(await resources.signingKeys.jwks()),
    },
    start: async (mode = "migrate") => {
      await bringUp(schema, mode);
      await keepKeys(resources);
      running = startLoops(resources, adapters);
    },
    drain: async () => {
      const ending = running;
      running = [];
      await Promise.all(ending.map((each) => each.stop()));
      logger.debug("auth's loops ended");
    },
  };
}

async function keepKeys({ signingKeys, adapters }: AuthResources): Promise<void> {
  for (const keyId of await signingKeys.keep()) adapters.logger.info("signing key made", { keyId });
}

function startLoops(
  resources: AuthResources,
  { pool, eventLog, logger, metrics }: AuthAdapters,
): (Repeated | Relay | Subscription)[] {
  const { config, announcer, db, now } = resources;
  const onProblem =
    (step: string) =>
    (error: unknown): void =>
      logger.warn("auth tries again", { step, error });
  return [
    createRelay({ pool, log: eventLog, source: eventSource, onProblem: onProblem("relay"), metrics }),
    collectErased(pool, eventLog, onProblem("users.erased")),
    repeat(announceMs, announcer.announcePending, onProblem("announce ended sessions")),
    repeat(config.housekeepingMs, () => keepKeys(resources), onProblem("keep signing keys")),
    repeat(config.housekeepingMs, () => sweep(db, now()), onProblem("sweep")),
  ];
}
