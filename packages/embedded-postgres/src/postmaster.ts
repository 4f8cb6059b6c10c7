import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a running server writes into its `postmaster.pid`. */
export type Postmaster = {
  readonly pid: number;
  /** 0 until it listens. */
  readonly port: number;
  readonly ready: boolean;
};

export const pidFileOf = (cluster: string): string => join(cluster, "postmaster.pid");

/**
 * The living server of a cluster, or undefined. The pid in the file proves nothing by itself: after a crash or
 * in a new container it may be another process's, even another PostgreSQL's, so the process must be one that
 * was started on this very folder.
 */
export function livingPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFileOf(cluster), "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isSafeInteger(pid) || pid === 0 || !isPostmasterOf(cluster, pid)) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: (lines[7] ?? "").trim() === "ready" };
}

/**
 * By its command line, which stays as {@link serverArguments} made it and which everyone may read: root in a
 * container without CAP_SYS_PTRACE may not read the working directory of another user's process.
 */
function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    if (process.platform === "linux") {
      const [program = "", ...given] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
      return program.endsWith("postgres") && given[given.indexOf("-D") + 1] === cluster;
    }
    const shown = execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return shown.includes(`postgres -D ${cluster} `);
  } catch {
    // It went away while being looked at.
    return false;
  }
}

/** Whether the process runs: one that has exited and waits to be collected does not. */
export function isAlive(pid: number): boolean {
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      return !/[ZX]/.test(stat.charAt(stat.lastIndexOf(")") + 2));
    } catch {
      return false;
    }
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
