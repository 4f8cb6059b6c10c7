import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { isAlive } from "./postmaster.ts";
import type { ConnectionConfig } from "./server.ts";

export type Ownership = {
  /** Resolves when the connection that holds it breaks, with its error; never after `release`. */
  readonly lost: Promise<Error>;
  /** What the server that runs allows, which an orphan has from whoever started it. */
  maxConnections(): Promise<number>;
  release(): Promise<void>;
};

const lockKey = 5_157_331_201;
const prefix = "finflow-owner-";

/** A killed owner's session ends when the server notices; that takes moments, unless it was busy. Milliseconds. */
const patience = 5_000;

/**
 * Makes this process the one that uses the server. Held by an advisory lock of a session, so that it ends with
 * the process however that ends, and nothing stale is left to be judged.
 *
 * @throws EmbeddedPostgresError `owned_by_other`, naming the process
 */
export async function claimOwnership(config: ConnectionConfig): Promise<Ownership> {
  const client = new pg.Client({ ...config, application_name: `${prefix}${process.pid}`, keepAlive: true });
  const lost = Promise.withResolvers<Error>();
  client.on("error", (error) => lost.resolve(error));
  await client.connect();
  for (const deadline = performance.now() + patience; ; await sleep(50)) {
    const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
      lockKey,
    ]);
    if (rows[0]?.taken) break;
    const owner = await ownerOf(client);
    if ((owner !== undefined && isAlive(owner)) || performance.now() > deadline) {
      await client.end();
      throw new EmbeddedPostgresError(
        "owned_by_other",
        `another Finflow (process ${owner ?? "unknown"}) uses this data folder`,
      );
    }
  }
  let isReleased = false;
  client.on("end", () => {
    if (!isReleased) lost.resolve(new Error("the server closed the connection"));
  });
  return {
    lost: lost.promise,
    maxConnections: async () => {
      const { rows } = await client.query<{ n: number }>(
        "select current_setting('max_connections')::int as n",
      );
      return rows[0]?.n ?? 0;
    },
    release: async () => {
      isReleased = true;
      await client.end();
    },
  };
}

async function ownerOf(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity join pg_locks using (pid)
      where locktype = 'advisory' and granted and application_name like $1
        and (classid::bigint << 32) + objid::bigint = $2`,
    [`${prefix}%`, lockKey],
  );
  const pid = Number(rows[0]?.name.slice(prefix.length));
  return Number.isSafeInteger(pid) ? pid : undefined;
}
