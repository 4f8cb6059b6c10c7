import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Binaries } from "./binaries.ts";
import { superuser } from "./cluster.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import type { OsUser } from "./os-user.ts";
import { isAlive, livingPostmaster, pidFileOf } from "./postmaster.ts";
import { freePort, type ServerSettings, serverArguments } from "./settings.ts";

/** How to reach a database: what pg, drizzle and BullMQ take. */
export type ConnectionConfig = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

export type Server = {
  /** As the superuser, to the database `postgres`. */
  readonly config: ConnectionConfig;
  readonly pid: number;
  /** It was running already: the orphan of a process that was killed, or of one that is still there. */
  readonly adopted: boolean;
  /** Fast shutdown: sessions end, a checkpoint is written. */
  stop(): Promise<void>;
};

export type ServerOptions = {
  readonly binaries: Binaries;
  readonly user: OsUser | undefined;
  readonly password: string;
  /** A file and not a pipe: a server outlives the process that reads its pipe, and blocks on it. */
  readonly logFile: string;
  readonly settings: ServerSettings;
  /** Tried first, so that pools find a restarted server where it was. */
  readonly port?: number;
};

const patience = { start: 60_000, fastStop: 15_000, immediateStop: 5_000 };
const largestLog = 5_000_000;

/**
 * Starts the server of a cluster, or adopts the one that runs: over the pid file of a dead one, and after one
 * that is just dying. The pid file of a living server is never touched, since it would shut itself down.
 *
 * @throws EmbeddedPostgresError `did_not_start`, `wrong_password`
 */
export async function startServer(cluster: string, options: ServerOptions): Promise<Server> {
  const deadline = performance.now() + patience.start;
  const log = keepLogSmall(options.logFile);
  let child: ChildProcess | undefined;
  let port = options.port;
  while (performance.now() < deadline) {
    const running = livingPostmaster(cluster);
    if (running?.ready) {
      const config = { host: "127.0.0.1", port: running.port, user: superuser, password: options.password };
      const { pid } = running;
      await assertAnswers({ ...config, database: "postgres" }, options.logFile).catch(async (error) => {
        // Ours: whoever gets the error has nothing to stop it by.
        if (pid === child?.pid) await stopServer(pid);
        throw error;
      });
      return {
        config: { ...config, database: "postgres" },
        pid,
        adopted: pid !== child?.pid,
        stop: () => stopServer(pid),
      };
    }
    if (running || (child && child.exitCode === null && child.signalCode === null)) {
      await sleep(10);
      continue;
    }
    if (child) {
      // What it waited for passes: another server being faster or still dying, a port taken meanwhile.
      const said = log.since();
      if (!/lock file|shared memory|could not bind|in use/.test(said))
        throw didNotStart(options.logFile, said);
      await sleep(100);
    }
    if (livingPostmaster(cluster)) continue;
    rmSync(pidFileOf(cluster), { force: true });
    child = launch(cluster, port ?? (await freePort()), options);
    await Promise.race([once(child, "spawn"), once(child, "error")]);
    port = undefined;
  }
  throw didNotStart(options.logFile, log.since());
}

function launch(cluster: string, port: number, options: ServerOptions): ChildProcess {
  const log = openSync(options.logFile, "a", 0o600);
  try {
    const child = spawn(options.binaries.postgres, serverArguments(cluster, port, options.settings), {
      ...options.user,
      cwd: "/",
      // Ctrl-C in a terminal goes to every process of the group: the database stops last, when told to.
      detached: true,
      env: { LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", log, log],
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** @throws EmbeddedPostgresError `did_not_stop` */
export async function stopServer(pid: number): Promise<void> {
  for (const [signal, milliseconds] of [
    ["SIGINT", patience.fastStop],
    // Immediate: no checkpoint, the next start replays the log. Nothing committed is lost.
    ["SIGQUIT", patience.immediateStop],
  ] as const) {
    const deadline = performance.now() + milliseconds;
    if (isAlive(pid)) process.kill(pid, signal);
    while (isAlive(pid) && performance.now() < deadline) await sleep(5);
    if (!isAlive(pid)) return;
  }
  throw new EmbeddedPostgresError("did_not_stop", `PostgreSQL (process ${pid}) does not stop`);
}

async function assertAnswers(config: ConnectionConfig, logFile: string): Promise<void> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
  } catch (cause) {
    const { code, message } = cause as { code?: string; message: string };
    if (code === "28P01") {
      throw new EmbeddedPostgresError("wrong_password", "the database refuses the password kept for it", {
        cause,
      });
    }
    throw new EmbeddedPostgresError(
      "did_not_start",
      `PostgreSQL does not answer: ${message} (see ${logFile})`,
      { cause },
    );
  } finally {
    await client.end();
  }
}

function didNotStart(logFile: string, said: string): EmbeddedPostgresError {
  const tail = said.trim().split("\n").slice(-5).join("\n");
  return new EmbeddedPostgresError("did_not_start", `PostgreSQL did not start (see ${logFile}): ${tail}`);
}

/** One generation of log is kept; `since` reads what was written after now. */
function keepLogSmall(logFile: string): { since(): string } {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const rotated = size > largestLog;
  if (rotated) renameSync(logFile, `${logFile}.1`);
  const start = rotated ? 0 : size;
  return {
    since: () => {
      try {
        return readFileSync(logFile).subarray(start).toString("utf8");
      } catch {
        return "";
      }
    },
  };
}
