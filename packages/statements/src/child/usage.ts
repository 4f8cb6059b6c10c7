import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";

export type Usage = {
  /** Resident memory in bytes. */
  residentBytes: number;
  /** Processor time of all threads since the process began, in seconds. */
  cpuSeconds: number;
};

/** How often a child is looked at, in milliseconds. `ps` is a process of its own, hence rarer. */
const PROC_INTERVAL = 20;
const PS_INTERVAL = 200;

/** The kernel counts in 1/100 s towards user space, whatever its own tick (proc_pid_stat(5), time(7)). */
const TICKS_PER_SECOND = 100;

/**
 * Reports what a process uses, at once and then until the returned function is called: from /proc on Linux, from `ps`
 * elsewhere. A process that is gone is not reported; that it ended is for its parent to notice.
 */
export function watchUsage(pid: number, onUsage: (usage: Usage) => void): () => void {
  return process.platform === "linux" ? watchProc(pid, onUsage) : watchPs(pid, onUsage);
}

function watchProc(pid: number, onUsage: (usage: Usage) => void): () => void {
  const look = () => {
    const usage = readProc(pid);
    if (usage) onUsage(usage);
  };
  look();
  const timer = setInterval(look, PROC_INTERVAL);
  return () => clearInterval(timer);
}

/** What Linux says of a process now, or undefined when there is none. */
export function readProc(pid: number): Usage | undefined {
  try {
    // `status` gives kilobytes, where `statm` gives pages whose size Node cannot tell.
    const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { residentBytes: Number(resident ?? 0) * 1024, cpuSeconds: ticks / TICKS_PER_SECOND };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ESRCH") return undefined;
    throw error;
  }
}

/** The same by `ps`, for systems without /proc (macOS). */
export function watchPs(pid: number, onUsage: (usage: Usage) => void): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = () =>
    execFile("ps", ["-o", "rss=,time=", "-p", String(pid)], { timeout: 2000 }, (_error, stdout) => {
      if (stopped) return;
      const usage = parsePs(stdout);
      if (usage) onUsage(usage);
      timer = setTimeout(look, PS_INTERVAL);
    });
  look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Reads "  81234 [[days-]hours:]minutes:seconds[.hundredths]"; undefined for anything else. */
export function parsePs(line: string): Usage | undefined {
  const found = /^\s*(\d+)\s+(?:(\d+)-)?((?:\d+:)+\d+(?:[.,]\d+)?)\s*$/.exec(line);
  if (!found) return undefined;
  const [, kilobytes, days, clock] = found;
  const seconds = clock!
    .replace(",", ".")
    .split(":")
    .reduce((sum, part) => sum * 60 + Number(part), 0);
  return { residentBytes: Number(kilobytes) * 1024, cpuSeconds: Number(days ?? 0) * 86_400 + seconds };
}
