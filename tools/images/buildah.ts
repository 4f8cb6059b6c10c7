import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import { ServerError } from "@finflow/local-servers/server-error";

const execute = promisify(execFile);
const cache = join(import.meta.dirname, "../../.cache/images");

/**
 * The same store on every call: with another one, buildah finds nothing of what it did. vfs and chroot need no rights
 * but root's own, so this runs inside of a container too.
 */
const store = ["--root", join(cache, "store"), "--runroot", join(cache, "run"), "--storage-driver", "vfs"];
export const isolation = ["--isolation", "chroot"];

/** Runs buildah and returns what it printed. @throws with the end of what it complained of */
export async function buildah(...args: string[]): Promise<string> {
  try {
    const { stdout } = await execute("buildah", [...store, ...args], { maxBuffer: 64_000_000 });
    return stdout.trim();
  } catch (cause) {
    const { stderr, stdout, message } = cause as { stderr?: string; stdout?: string; message: string };
    const said = `${stdout ?? ""}${stderr ?? ""}`.trim().split("\n").slice(-15).join("\n");
    throw new Error(`buildah ${args[0]} failed: ${said || message}`, { cause });
  }
}

/** Runs a command in a container, as its image says; whatever the end, its code and all that it said. */
export async function runIn(container: string, flags: string[], command: string[]) {
  const args = [...store, "run", ...isolation, ...flags, container, "--", ...command];
  const child = spawn("buildah", args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said };
}

/** @throws ServerError `unavailable` where images cannot be built */
export async function assertCanBuild(): Promise<void> {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    throw new ServerError("unavailable", "images are built here by root on Linux");
  for (const [program, flag] of [
    ["buildah", "--version"],
    ["debootstrap", "--version"],
  ] as const) {
    await execute(program, [flag]).catch((cause) => {
      throw new ServerError("unavailable", `images are built by ${program}, which is not installed`, {
        cause,
      });
    });
  }
}
