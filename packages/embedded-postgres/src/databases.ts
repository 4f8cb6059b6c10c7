import pg from "pg";
import type { ConnectionConfig } from "./server.ts";

export type DatabaseOwner = { readonly name: string; readonly password: string };

/**
 * A database and a role of the same name for each, the role owning its database and entering no other. Existing
 * ones are left as they are.
 *
 * @param superuserConfig how to reach the server as its superuser
 * @returns for each name, how its owner reaches it
 */
export async function ensureDatabases<const Name extends string>(
  superuserConfig: ConnectionConfig,
  owners: readonly { readonly name: Name; readonly password: string }[],
): Promise<Record<Name, ConnectionConfig>> {
  // Copying a template waits for the disk: side by side takes half the time.
  const pool = new pg.Pool({ ...superuserConfig, max: 2 });
  pool.on("error", () => {});
  try {
    const names = owners.map(({ name }) => name);
    const existing = await pool.query<{ role: string | null; database: string | null }>(
      `select rolname as role, datname as database
         from (select rolname from pg_roles where rolname = any($1)) roles
         full join (select datname from pg_database where datname = any($1)) databases on rolname = datname`,
      [names],
    );
    const roles = new Set(existing.rows.map(({ role }) => role));
    const databases = new Set(existing.rows.map(({ database }) => database));
    const ensure = async ({ name, password }: DatabaseOwner): Promise<void> => {
      const identifier = pg.escapeIdentifier(name);
      if (!roles.has(name)) {
        await pool.query(`create role ${identifier} login password ${pg.escapeLiteral(password)}`);
      }
      if (!databases.has(name)) await pool.query(`create database ${identifier} owner ${identifier}`);
      // Repeated at every start: a process killed between the two would leave the database open to all roles.
      await pool.query(`revoke connect, temporary on database ${identifier} from public`);
    };
    await Promise.all(owners.map(ensure));
  } finally {
    await pool.end();
  }
  const reach = ({ name, password }: DatabaseOwner): ConnectionConfig => ({
    host: superuserConfig.host,
    port: superuserConfig.port,
    user: name,
    password,
    database: name,
  });
  return Object.fromEntries(owners.map((owner) => [owner.name, reach(owner)])) as Record<
    Name,
    ConnectionConfig
  >;
}
