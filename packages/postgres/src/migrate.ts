import type { ClientBase, Pool } from "pg";
import { MigrationError } from "./migration-error.ts";
import { type Migration, readMigrations } from "./migrations.ts";
import { sqlState } from "./postgres-failure.ts";

/** Any number that nothing else in a database of ours locks. */
const lockKey = 4_660_046_610;

/**
 * Applies the migrations of a folder that the database lacks, each in a transaction of its own. Of several
 * processes that start at once one migrates and the others wait for it.
 *
 * @returns the versions applied now
 * @throws MigrationError
 */
export async function migrate(pool: Pool, folder: string | URL): Promise<number[]> {
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  let whole = false;
  try {
    await client.query("set statement_timeout = 0");
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    const applied = await applyMissing(client, migrations);
    await client.query("select pg_advisory_unlock($1)", [lockKey]);
    await client.query("reset statement_timeout");
    whole = true;
    return applied;
  } finally {
    // After a failure the connection is closed, which gives up the lock whatever state it is in.
    client.release(!whole);
  }
}

/** The migrations of a folder as what a service needs of its database. */
export function postgresSchema(
  pool: Pool,
  folder: string | URL,
): { migrate(): Promise<void>; isThere(): Promise<boolean> } {
  return {
    migrate: async () => void (await migrate(pool, folder)),
    isThere: async () => (await schemaVersion(pool)) >= (await readMigrations(folder)).length,
  };
}

/** The version the database stands at, 0 before the first migration. */
export async function schemaVersion(pool: Pool): Promise<number> {
  try {
    const { rows } = await pool.query<{ version: number }>(
      "select coalesce(max(version), 0) as version from schema_migrations",
    );
    return rows[0]?.version ?? 0;
  } catch (error) {
    if (sqlState(error) === "42P01") return 0;
    throw error;
  }
}

async function applyMissing(client: ClientBase, migrations: readonly Migration[]): Promise<number[]> {
  await client.query(`create table if not exists schema_migrations (
    version integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`);
  const { rows } = await client.query<{ version: number; name: string; sha256: string }>(
    "select version, name, sha256 from schema_migrations order by version",
  );
  for (const done of rows) assertKnown(done, migrations[done.version - 1], migrations.length);
  const missing = migrations.slice(rows.length);
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ version }) => version);
}

function assertKnown(
  done: { version: number; name: string; sha256: string },
  ours: Migration | undefined,
  newest: number,
): void {
  if (ours === undefined) {
    throw new MigrationError(
      "schema_too_new",
      `the database is at schema version ${done.version} or later (${done.name}), this Finflow knows ${newest}: ` +
        "it was written by a newer Finflow, use that one",
    );
  }
  if (done.sha256 === ours.sha256) return;
  throw new MigrationError(
    "migration_changed",
    `migration ${done.version} (${ours.name}) was applied with other contents (${done.name}): add a new one instead`,
  );
}

async function apply(client: ClientBase, { version, name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query("insert into schema_migrations (version, name, sha256) values ($1, $2, $3)", [
      version,
      name,
      sha256,
    ]);
    await client.query("commit");
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new MigrationError("migration_failed", `migration ${version} (${name}) failed: ${said}`, { cause });
  }
}
