import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { type Binaries, runnableBinaries } from "./binaries.ts";
import { initialiseCluster, superuser } from "./cluster.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { canEnter, databaseUser, type OsUser } from "./os-user.ts";
import { livingPostmaster } from "./postmaster.ts";
import type { ConnectionConfig } from "./server.ts";
import { freePort, type ServerSettings, serverArguments } from "./settings.ts";

export type TestServer = {
  /** As the superuser, to the database `postgres`. */
  readonly config: ConnectionConfig;
  /** Of the postmaster, for tests that kill it. */
  readonly pid: number;
  stop(): Promise<void>;
};

const run = promisify(execFile);
const cacheFolder = join(import.meta.dirname, "../../../.cache/test-postgres");

/** Durability is what these do without; everything that decides results is as in production. */
const settings: ServerSettings = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_connections: 300,
  shared_buffers: "64MB",
  scram_iterations: 1,
};

/**
 * Stands between the test process and the server, and ends it when its standard input closes: also when the
 * test process is killed, so that no run leaves a server or a folder behind.
 */
const guardian = `
  folder=$1; shift
  trap '' INT HUP TERM
  "$@" & server=$!
  cat > /dev/null
  kill -QUIT $server 2> /dev/null
  wait $server
  rm -rf "$folder"
`;

/**
 * A real PostgreSQL for tests in a folder of its own, gone with this process. The first on a machine initialises
 * a cluster into `.cache/`, later ones copy it. It does not keep the process alive.
 */
export async function startTestServer(): Promise<TestServer> {
  const user = databaseUser();
  const binaries = await runnableBinaries(user);
  const { template, password } = await clusterTemplate(binaries);
  const folder = await realpath(await temporaryFolder(user));
  const cluster = join(folder, "cluster");
  await run("cp", ["-R", template, cluster]);
  if (user) await run("chown", ["-R", `${user.uid}:${user.gid}`, folder]);

  const log = openSync(join(folder, "postgres.log"), "a", 0o644);
  const port = await freePort();
  const child = spawn(
    "/bin/sh",
    ["-c", guardian, "sh", folder, binaries.postgres, ...serverArguments(cluster, port, settings)],
    {
      ...user,
      cwd: "/",
      detached: true,
      env: { LC_ALL: "C", TZ: "UTC", PATH: process.env.PATH },
      stdio: ["pipe", log, log],
    },
  );
  closeSync(log);
  const gone = once(child, "exit");
  const stop = async (): Promise<void> => {
    child.ref();
    child.stdin?.end();
    await gone;
  };
  try {
    const pid = await ready(cluster, join(folder, "postgres.log"));
    child.unref();
    (child.stdin as unknown as { unref(): void }).unref();
    return {
      config: { host: "127.0.0.1", port, user: superuser, password, database: "postgres" },
      pid,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready(cluster: string, logFile: string): Promise<number> {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; await sleep(5)) {
    const running = livingPostmaster(cluster);
    if (running?.ready) return running.pid;
    const said = await readFile(logFile, "utf8");
    if (/FATAL|cannot execute|not found/.test(said))
      throw new EmbeddedPostgresError("did_not_start", said.trim());
  }
  throw new EmbeddedPostgresError(
    "did_not_start",
    `the test database is not ready after a minute: ${logFile}`,
  );
}

/** Where the database's user can go: a TMPDIR of root's own is closed to it. */
async function temporaryFolder(user: OsUser | undefined): Promise<string> {
  for (const parent of new Set([tmpdir(), "/tmp", "/var/tmp"])) {
    if (!canEnter(parent, user)) continue;
    const folder = await mkdtemp(join(parent, "finflow-test-postgres-"));
    if (user) await chown(folder, user.uid, user.gid);
    return folder;
  }
  throw new EmbeddedPostgresError("unreachable", "the database's OS user can enter no temporary folder");
}

/** An initialised cluster to copy: made aside and renamed, so that of many processes that start at once one wins. */
async function clusterTemplate(binaries: Binaries): Promise<{ template: string; password: string }> {
  const kept = join(cacheFolder, `${binaries.version}-${process.getuid?.() ?? "user"}`);
  if (!existsSync(kept)) await makeTemplate(kept, binaries);
  return { template: join(kept, "cluster"), password: await readFile(join(kept, "password"), "utf8") };
}

async function makeTemplate(kept: string, binaries: Binaries): Promise<void> {
  const user = databaseUser();
  const password = randomBytes(24).toString("base64url");
  const workFolder = await realpath(await temporaryFolder(user));
  await mkdir(cacheFolder, { recursive: true });
  const aside = await mkdtemp(join(cacheFolder, "making-"));
  try {
    await initialiseCluster(join(workFolder, "cluster"), { binaries, user, password, disposable: true });
    await run("cp", ["-R", join(workFolder, "cluster"), join(aside, "cluster")]);
    await writeFile(join(aside, "password"), password, { mode: 0o600 });
    await chmod(aside, 0o700);
    await rename(aside, kept);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    await rm(workFolder, { recursive: true, force: true });
    await rm(aside, { recursive: true, force: true });
  }
}
