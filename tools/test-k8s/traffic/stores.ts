import { randomBytes } from "node:crypto";
import { migrate } from "@finflow/postgres/migrate";
import { createPool, type PostgresConfig } from "@finflow/postgres/pool";
import { startTestPostgres } from "@finflow/postgres/test-database";
import { node } from "./pods.ts";
import { type Way, wayTo } from "./way.ts";

export type Stores = {
  /** For the environment of a process that reaches them by a way. */
  through(way: Way): Record<string, string>;
  way(): Promise<Way>;
  stop(): Promise<void>;
};

/** auth's database, and one for its events. */
export async function startStores(): Promise<Stores> {
  const server = await startTestPostgres();
  const auth = await server.createDatabase("auth");
  const events = await server.createDatabase("events");
  const migrations = new URL("../../../packages/event-log/migrations/", import.meta.url);
  const pool = createPool({ config: events, name: "migration", max: 1, statementTimeoutMs: 10_000 });
  await migrate(pool, migrations);
  await pool.end();
  const key = randomBytes(32).toString("base64");
  const reached = (config: PostgresConfig, { port }: Way) => ({ ...config, host: node, port });
  return {
    way: () => wayTo(auth.port),
    through: (way) => ({
      TEST_STORES: JSON.stringify({ auth: reached(auth, way), events: reached(events, way), key }),
    }),
    stop: () => server.stop(),
  };
}
