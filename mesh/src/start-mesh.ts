import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildPage } from "@finflow/edge/build-page";
import { freePorts } from "@finflow/local-servers/ports";
import { startProcess } from "@finflow/local-servers/server-process";
import { keptKeys } from "./keys.ts";
import { createPart, type Part } from "./part.ts";
import type { GivenServers, ServerEnvironment } from "./server-environment.ts";
import { type Servers, startServers } from "./servers.ts";
import {
  environments,
  mainFiles,
  migrationEnvironments,
  migrationFiles,
  type ServiceName,
  type ServicePorts,
  serviceNames,
} from "./services.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");

export type Mesh = {
  /** Of REST, Connect, gRPC-web and the page. */
  readonly url: string;
  /** Host and port of gRPC. */
  readonly grpc: string;
  readonly ports: ServicePorts;
  readonly services: Readonly<Record<ServiceName, Part>>;
  readonly servers: Servers;
  /** Of every process: `<name>.log`. */
  readonly logs: string;
  stop(): Promise<void>;
};

export type MeshOptions = {
  /** Where servers have their data, keys and logs are kept: another start with it goes on from there. */
  folder: string;
  ports: ServicePorts;
  given?: GivenServers;
  /** Default three: each event is written to all, and acknowledged by two. */
  brokers?: 1 | 3;
  /** More variables for every service. */
  variables?: Readonly<Record<string, string>>;
  say?: (message: string) => void;
};

/**
 * Starts the servers, makes the schemas, and starts the six processes, which are kept up.
 *
 * @throws ServerError, EmbeddedPostgresError, Error with what a process said
 */
export async function startMesh(options: MeshOptions): Promise<Mesh> {
  const { folder, ports, given = {}, brokers = 3, variables = {}, say = () => {} } = options;
  const logs = join(folder, "logs");
  await mkdir(logs, { recursive: true });
  const buildingPage = buildPage();
  buildingPage.catch(() => {});
  const servers = await startServers({ folder: join(folder, "servers"), given, brokers, say });
  const services = {} as Record<ServiceName, Part>;
  const stop = async () => {
    // Callers before those they call.
    for (const name of serviceNames.toReversed()) await services[name]?.halt();
    await servers.stop();
  };
  try {
    say("servers answer");
    await Promise.all([migrateAll(servers.environment), buildingPage]);
    say("schemas are there");
    const keys = await keptKeys(join(folder, "keys"));
    const environmentOf = environments(servers.environment, keys, ports);
    for (const name of serviceNames) {
      const env = { ...environmentOf[name], ...variables };
      const launch = () => startService(name, env, ports.admin[name], logs);
      services[name] = createPart(name, launch, say, () => endOf(join(logs, `${name}.log`)));
    }
    await Promise.all(serviceNames.map((name) => services[name].start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${ports.http}`,
    grpc: `127.0.0.1:${ports.grpc.edge}`,
    ...{ ports, services, servers, logs, stop },
  };
}

/** Ports that nothing else has, for a mesh beside others. */
export async function someFreePorts(): Promise<ServicePorts> {
  const free = await freePorts(12);
  const next = () => free.pop()!;
  return {
    grpc: { auth: next(), upload: next(), analytics: next(), chatbot: next(), edge: next() },
    admin: {
      ...{ auth: next(), upload: next(), "upload-worker": next() },
      ...{ analytics: next(), chatbot: next(), edge: next() },
    },
    http: next(),
  };
}

/** The last lines of a log. */
async function endOf(log: string): Promise<string> {
  const text = await readFile(log, "utf8");
  return text.trimEnd().split("\n").slice(-3).join("\n");
}

async function migrateAll(servers: ServerEnvironment): Promise<void> {
  const environmentOf = migrationEnvironments(servers);
  const names = Object.keys(migrationFiles) as (keyof typeof migrationFiles)[];
  await Promise.all(
    names.map(async (name) => {
      const env = { PATH: process.env.PATH, ...environmentOf[name] };
      await run(process.execPath, [join(root, migrationFiles[name])], { env }).catch((error) => {
        throw new Error(`the schema of ${name} was not made:\n${error.stdout}${error.stderr}`, {
          cause: error,
        });
      });
    }),
  );
}

function startService(
  name: ServiceName,
  env: Readonly<Record<string, string>>,
  adminPort: number,
  logs: string,
): ReturnType<typeof startProcess> {
  return startProcess({
    name,
    program: process.execPath,
    args: [join(root, mainFiles[name])],
    env,
    folder: logs,
    isReady: async () => {
      const answer = await fetch(`http://127.0.0.1:${adminPort}/readyz`, {
        signal: AbortSignal.timeout(3_000),
      });
      await answer.text();
      return answer.ok;
    },
    patience: 60_000,
    stopPatience: 25_000,
  });
}
