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
  const client = new pg.Client(superuserConfig);
  client.on("error", () => {});
  await client.connect();
  try {
    const names = owners.map(({ name }) => name);
    const roles = await client.query<{ name: string }>(
      "select rolname as name from pg_roles where rolname = any($1)",
      [names],
    );
    const databases = await client.query<{ name: string }>(
      "select datname as name from pg_database where datname = any($1)",
      [names],
    );
    for (const { name, password } of owners) {
      const identifier = client.escapeIdentifier(name);
      if (!roles.rows.some((role) => role.name === name)) {
        await client.query(`create role ${identifier} login password ${client.escapeLiteral(password)}`);
      }
      if (!databases.rows.some((database) => database.name === name)) {
        await client.query(`create database ${identifier} owner ${identifier}`);
      }
      // Repeated at every start: a process killed between the two would leave the database open to all roles.
      await client.query(`revoke connect, temporary on database ${identifier} from public`);
    }
  } finally {
    await client.end();
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
