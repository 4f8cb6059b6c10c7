import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { ServerError } from "./server-error.ts";

export type ServerProcess = {
  readonly pid: number;
  /** Resolves when it is gone, by itself or because it was told to. */
  readonly gone: Promise<void>;
  /** SIGTERM and the server's own way of stopping; SIGKILL after a while. */
  stop(): Promise<void>;
  /** SIGKILL: nothing is flushed or said goodbye to. */
  kill(): Promise<void>;
  /** SIGSTOP: connections stay open and nothing answers. */
  pause(): void;
  resume(): void;
};

export type Launch = {
  name: string;
  program: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  folder: string;
  /** Asked until it gives true; an error counts as not yet. */
  isReady: () => Promise<boolean>;
  /** Milliseconds until it must have answered. */
  patience?: number;
  /** Milliseconds until it is killed when it was asked to stop. */
  stopPatience?: number;
};

/**
 * Stands between us and the server, says its process id, and kills it when our end of the pipe closes: also when we
 * are killed, so that no run leaves a server behind.
 */
const guardian = `
  trap '' INT HUP TERM
  ( trap - INT HUP TERM; exec "$@" < /dev/null 3>&- 4<&- ) & server=$!
  echo $server >&3
  { cat <&4 > /dev/null; kill -KILL $server 2> /dev/null; } & guard=$!
  wait $server; code=$?
  kill -KILL $guard 2> /dev/null
  exit $code
`;

/**
 * Starts a server with its output in `<folder>/<name>.log` and waits until it answers. It does not keep this process
 * alive, and ends with it.
 *
 * @throws ServerError `did_not_start` with the end of the log
 */
export async function startProcess(launch: Launch): Promise<ServerProcess> {
  const logFile = `${launch.folder}/${launch.name}.log`;
  const log = openSync(logFile, "a", 0o600);
  const child = spawn("/bin/sh", ["-c", guardian, "sh", launch.program, ...launch.args], {
    cwd: launch.folder,
    // Ctrl-C in a terminal goes to every process of the group; servers stop when told to.
    detached: true,
    env: { PATH: process.env.PATH, HOME: launch.folder, LC_ALL: "C", TZ: "UTC", ...launch.env },
    stdio: ["ignore", log, log, "pipe", "pipe"],
  });
  closeSync(log);
  const [said] = (await Promise.race([
    once(child.stdio[3] as NodeJS.ReadableStream, "data"),
    once(child, "error"),
  ])) as [Buffer | Error];
  if (said instanceof Error)
    throw new ServerError("did_not_start", `${launch.name}: ${said.message}`, { cause: said });
  const server = handleOf(child, Number(said.toString()), launch.stopPatience ?? 20_000);
  try {
    await ready(launch, child, logFile);
  } catch (error) {
    await server.kill();
    throw error;
  }
  child.unref();
  for (const pipe of [child.stdio[3], child.stdio[4]]) (pipe as unknown as { unref(): void }).unref();
  return server;
}

function handleOf(child: ChildProcess, pid: number, stopPatience: number): ServerProcess {
  // The guard's end of the pipe is what keeps it waiting.
  const gone = once(child, "exit").then(() => {
    for (const pipe of child.stdio.slice(3)) pipe?.destroy();
  });
  const signal = (name: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(pid, name);
    } catch (error) {
      // It is gone, and the shell that waits for it has yet to say so.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  };
  const kill = async () => {
    child.ref();
    signal("SIGKILL");
    await gone;
  };
  return {
    pid,
    gone,
    kill,
    async stop() {
      child.ref();
      // A paused process does not hear that it shall stop.
      signal("SIGCONT");
      signal("SIGTERM");
      const late = setTimeout(() => void kill(), stopPatience);
      await gone;
      clearTimeout(late);
    },
    pause: () => signal("SIGSTOP"),
    resume: () => signal("SIGCONT"),
  };
}

async function ready(
  { name, isReady, patience = 60_000 }: Launch,
  child: ChildProcess,
  logFile: string,
): Promise<void> {
  let cause: unknown;
  for (const deadline = performance.now() + patience; performance.now() < deadline; await sleep(50)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    try {
      if (await isReady()) return;
    } catch (error) {
      cause = error;
    }
  }
  const end = (await readFile(logFile, "utf8")).trim().split("\n").slice(-8).join("\n");
  throw new ServerError("did_not_start", `${name} does not answer (${logFile}): ${end}`, { cause });
}
