import { join } from "node:path";
import { runnableBinaries } from "./binaries.ts";
import { initialiseCluster, removeAbandoned } from "./cluster.ts";
import { assertConnectionBudget } from "./connection-budget.ts";
import { ensureDatabases } from "./databases.ts";
import { databaseUser } from "./os-user.ts";
import { claimOwnership, type Ownership } from "./ownership.ts";
import { placeFolder } from "./place.ts";
import { type ConnectionConfig, type Server, type ServerOptions, startServer } from "./server.ts";

export type EmbeddedPostgresOptions<Name extends string> = {
  /** Made when it is missing; its parent must exist. */
  readonly folder: string;
  /** Of the superuser: kept by the caller, since a cluster without it is lost. */
  readonly password: string;
  /** A database each, owned by a role of the same name; `connections` is what its pools may open together. */
  readonly databases: readonly {
    readonly name: Name;
    readonly password: string;
    readonly connections: number;
  }[];
  readonly maxConnections: number;
  /** Told when the server dies under a running process, and again once it is back at the same address. */
  readonly onOutage?: (event: { readonly error: Error } | { readonly recovered: true }) => void;
};

export type EmbeddedPostgres<Name extends string> = {
  readonly databases: Readonly<Record<Name, ConnectionConfig>>;
  /** Where the data lies: elsewhere than asked for when the database's OS user could not go there. */
  readonly folder: string;
  readonly adopted: boolean;
  readonly created: boolean;
  readonly pid: number;
  /** Resolves when the server died and could not be brought back. */
  readonly failed: Promise<Error>;
  stop(): Promise<void>;
};

/**
 * A PostgreSQL of this process's own, on loopback. Whatever state an earlier process left (killed while
 * initialising, the server orphaned, dying or dead), it ends with one server that this process alone uses, or
 * with an error and nothing changed.
 *
 * @throws EmbeddedPostgresError
 */
export async function startEmbeddedPostgres<const Name extends string>(
  options: EmbeddedPostgresOptions<Name>,
): Promise<EmbeddedPostgres<Name>> {
  const budget = Object.fromEntries(options.databases.map(({ name, connections }) => [name, connections]));
  assertConnectionBudget(budget, options.maxConnections);
  const user = databaseUser(options.folder);
  const binaries = await runnableBinaries(user);
  const folder = await placeFolder(options.folder, user);
  await removeAbandoned(folder);
  const cluster = join(folder, "cluster");
  const { created } = await initialiseCluster(cluster, { binaries, user, password: options.password });
  const serverOptions: ServerOptions = {
    binaries,
    user,
    password: options.password,
    logFile: join(folder, "postgres.log"),
    settings: { max_connections: options.maxConnections, shared_buffers: "128MB" },
  };

  let { server, ownership } = await startOwned(cluster, serverOptions);
  const databases = await ensureDatabases(server.config, options.databases).catch(async (error) => {
    await ownership.release();
    await server.stop();
    throw error;
  });
  const failed = Promise.withResolvers<Error>();
  let isStopping = false;

  /** Pools find the server where it was, so services go on by themselves. */
  const bringBack = async (error: Error): Promise<void> => {
    options.onOutage?.({ error });
    try {
      ({ server, ownership } = await startOwned(cluster, { ...serverOptions, port: server.config.port }));
      watch();
      options.onOutage?.({ recovered: true });
    } catch (cause) {
      failed.resolve(cause instanceof Error ? cause : new Error(String(cause)));
    }
  };
  let recovery: Promise<void> | undefined;
  const watch = (): void => {
    void ownership.lost.then((error) => {
      if (!isStopping) recovery = bringBack(error);
    });
  };
  watch();

  return {
    databases,
    folder,
    adopted: server.adopted,
    created,
    get pid() {
      return server.pid;
    },
    failed: failed.promise,
    stop: async () => {
      isStopping = true;
      await recovery;
      await ownership.release();
      await server.stop();
    },
  };
}

/** An orphan started with other limits (by another version) is started anew, once it is certain that it is ours. */
async function startOwned(
  cluster: string,
  options: ServerOptions,
): Promise<{ server: Server; ownership: Ownership }> {
  const server = await startServer(cluster, options);
  const ownership = await claimOwnership(server.config);
  if (!server.adopted || (await ownership.maxConnections()) === options.settings.max_connections) {
    return { server, ownership };
  }
  await ownership.release();
  await server.stop();
  return startOwned(cluster, options);
}
