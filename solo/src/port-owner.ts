import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";

export type PortOwner = { readonly pid: number; readonly name: string };

/**
 * Who listens on a TCP port of this machine; undefined when nobody does, or when it is a process that we may not
 * look at.
 */
export async function portOwner(port: number): Promise<PortOwner | undefined> {
  return process.platform === "linux" ? ownerFromProc(port) : ownerFromLsof(port);
}

async function ownerFromProc(port: number): Promise<PortOwner | undefined> {
  const sockets = await listeningSockets(port);
  if (sockets.size === 0) return undefined;
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
    for (const descriptor of descriptors) {
      const target = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => "");
      if (sockets.has(target)) return { pid: Number(pid), name: await nameOf(pid) };
    }
  }
  return undefined;
}

/** proc_pid_net(5): local address, state (0A is LISTEN) and inode are the second, fourth and tenth column. */
async function listeningSockets(port: number): Promise<Set<string>> {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const found = new Set<string>();
  for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    const lines = (await readFile(table, "utf8").catch(() => "")).split("\n").slice(1);
    for (const line of lines) {
      const columns = line.trim().split(/\s+/);
      if (columns[3] === "0A" && columns[1]?.endsWith(wanted)) found.add(`socket:[${columns[9]}]`);
    }
  }
  return found;
}

/** The program, not the thread that the kernel names: Node calls its own `MainThread`. */
async function nameOf(pid: string): Promise<string> {
  const [program = ""] = (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).split("\0");
  if (program !== "") return basename(program);
  return (await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "unknown")).trim();
}

async function ownerFromLsof(port: number): Promise<PortOwner | undefined> {
  try {
    const { stdout } = await promisify(execFile)("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN", "-Fpc"]);
    const field = (letter: string) =>
      stdout
        .split("\n")
        .find((line) => line.startsWith(letter))
        ?.slice(1);
    const pid = field("p");
    return pid === undefined ? undefined : { pid: Number(pid), name: field("c") ?? "unknown" };
  } catch {
    // lsof ends with 1 when there is nothing to show, and may not be there at all.
    return undefined;
  }
}
