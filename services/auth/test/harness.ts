import { randomBytes } from "node:crypto";
import { type Client, createClient, type Transport } from "@connectrpc/connect";
import { createPostgresEventLog } from "@finflow/event-log/postgres-event-log";
import { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import { AuthService as AuthRpc, type Session } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { verifyAccessToken } from "@finflow/identity/access-token";
import { staticJwks } from "@finflow/identity/jwks";
import { createInMemoryRevokedSessions, type RevokedSessions } from "@finflow/identity/revoked-sessions";
import { generateServiceKeys } from "@finflow/identity/service-keys";
import { createServiceTokens } from "@finflow/identity/service-token";
import { migrate } from "@finflow/postgres/migrate";
import { createPool } from "@finflow/postgres/pool";
import { startTestPostgres, type TestPostgres } from "@finflow/postgres/test-database";
import type { HostOptions } from "@finflow/service-host/host-options";
import { serveInMemory } from "@finflow/service-host/in-memory-mesh";
import { createLogger } from "@finflow/telemetry/logger";
import { createMetrics } from "@finflow/telemetry/metrics";
import type { Pool } from "pg";
import type { KeyEncryptionKey } from "../src/adapters/key-ring.ts";
import { type AuthConfig, authDefaults } from "../src/config.ts";
import { clientAddressHeader } from "../src/rpc/request-origin.ts";
import { type AuthService, buildAuth } from "../src/service.ts";

export const password = "correct horse battery";

export const encryptionKey = (id: string): KeyEncryptionKey => ({ id, key: randomBytes(32) });

/** Real argon2id, at the lowest cost. */
const cheap = { memory: 64, passes: 1, parallelism: 1, running: 4, waiting: 64 };

export function testConfig(changes: Partial<AuthConfig> = {}): AuthConfig {
  return { ...authDefaults, argon2: cheap, keyEncryptionKeys: [encryptionKey("test")], ...changes };
}

export type Clock = { now: Date; pass(milliseconds: number): void };

export type Auth = {
  readonly config: AuthConfig;
  readonly pool: Pool;
  readonly eventLog: ReturnType<typeof createPostgresEventLog>;
  readonly service: AuthService;
  readonly host: HostOptions;
  readonly transport: Transport;
  readonly rpc: Client<typeof AuthRpc>;
  /** As edge calls it, with edge's service token. */
  readonly internal: Client<typeof RevocationService>;
  readonly revokedSessions: RevokedSessions;
  readonly clock: Clock;
  readonly logged: () => string;
  readonly log: AuthAdapters["logger"];
  stop(): Promise<void>;
};

type AuthAdapters = Parameters<typeof buildAuth>[1];

export type TestAuth = {
  start(changes?: Partial<AuthConfig>, adapters?: Partial<AuthAdapters>): Promise<Auth>;
  /** A second process over the same stores. */
  replica(of: Auth, changes?: Partial<AuthConfig>, adapters?: Partial<AuthAdapters>): Promise<Auth>;
  stop(): Promise<void>;
};

/** Auth over a real PostgreSQL, served in memory through the interceptors that it has everywhere. */
export async function startTestAuth(): Promise<TestAuth> {
  const server: TestPostgres = await startTestPostgres();
  const running: { stop(): Promise<void> }[] = [];

  async function open(
    config: AuthConfig,
    stores: { pool: Pool; eventLog: Auth["eventLog"]; clock: Clock },
    adapters: Partial<AuthAdapters>,
  ): Promise<Auth> {
    const { pool, eventLog, clock } = stores;
    const lines: string[] = [];
    const logger = createLogger({
      service: "auth",
      level: "debug",
      destination: { write: (line: string) => void lines.push(line) },
    });
    const revokedSessions = adapters.revokedSessions ?? createInMemoryRevokedSessions(() => clock.now);
    const service = buildAuth(config, {
      pool,
      eventLog,
      logger,
      now: () => clock.now,
      ...adapters,
      revokedSessions,
    });
    await service.start();
    const edge = await generateServiceKeys();
    const host: HostOptions = {
      logger,
      metrics: createMetrics(),
      verify: verifyAccessToken({
        issuer: config.issuer,
        audience: config.audience,
        jwks: staticJwks(service.keys),
        now: () => clock.now,
      }),
      serviceKeys: { edge: edge.publicKey },
    };
    const tokens = createServiceTokens({ name: "edge", privateKey: edge.privateKey });
    const transport = serveInMemory([service], host, { interceptors: [tokens.interceptor("auth")] });
    const auth: Auth = {
      config,
      pool,
      eventLog,
      service,
      host,
      transport,
      rpc: createClient(AuthRpc, transport),
      internal: createClient(RevocationService, transport),
      revokedSessions,
      clock,
      log: logger,
      logged: () => lines.join(""),
      stop: () => service.drain(),
    };
    running.push(auth);
    return auth;
  }

  return {
    start: async (changes = {}, adapters = {}) => {
      const poolFor = async (name: string): Promise<Pool> => {
        const config = await server.createDatabase(name);
        const pool = createPool({ config, name, max: 12, statementTimeoutMs: 10_000 });
        running.unshift({ stop: () => pool.end() });
        return pool;
      };
      const [pool, events] = [await poolFor("auth"), await poolFor("events")];
      await migrate(events, new URL("../../../packages/event-log/migrations/", import.meta.url));
      const eventLog = createPostgresEventLog({ pool: events, onProblem: () => {}, pollMs: 50 });
      running.splice(2, 0, { stop: () => eventLog.close() });
      const clock: Clock = {
        now: new Date("2026-03-10T09:00:00Z"),
        pass: (milliseconds) => {
          clock.now = new Date(clock.now.getTime() + milliseconds);
        },
      };
      return open(testConfig(changes), { pool, eventLog, clock }, adapters);
    },
    replica: (of, changes = {}, adapters = {}) => open({ ...of.config, ...changes }, of, adapters),
    stop: async () => {
      for (const each of running.toReversed()) await each.stop();
      await server.stop();
    },
  };
}

export const bearer = ({ accessToken }: Session): { headers: Record<string, string> } => ({
  headers: { authorization: `Bearer ${accessToken}` },
});

/** Headers as edge sets them. */
export const from = (address: string): { headers: Record<string, string> } => ({
  headers: { [clientAddressHeader]: address },
});

let people = 0;

/** An e-mail that no other test of the file uses. */
export const newEmail = (): string => {
  people += 1;
  return `person${people}@example.org`;
};

export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => minutes(60 * count);
export const days = (count: number): number => hours(24 * count);
