import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cachedFolder } from "@finflow/local-servers/cache-folder";
import { download } from "@finflow/local-servers/download";
import { ServerError } from "@finflow/local-servers/server-error";

const run = promisify(execFile);

/**
 * The path of promtool: the one that FINFLOW_PROMTOOL names or the machine has, else Debian's, taken out of its
 * package without installing it (apt checks it against the distribution's signatures; the version is the release's).
 *
 * @throws ServerError `unavailable`
 */
export async function promtoolProgram(): Promise<string> {
  const own = process.env.FINFLOW_PROMTOOL;
  if (own) return own;
  if (await answers("promtool")) return "promtool";
  const folder = await cachedFolder(`promtool-${process.arch}`, unpack);
  return join(folder, "usr/bin/promtool");
}

async function answers(program: string): Promise<boolean> {
  try {
    await run(program, ["--version"]);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

async function unpack(folder: string): Promise<void> {
  if (!(await answers("apt-get")))
    throw new ServerError(
      "unavailable",
      "promtool is neither here nor to be had by apt: name it by FINFLOW_PROMTOOL",
    );
  // Lists of packages may be missing or old; only root may renew them.
  if (process.getuid?.() === 0) await download("promtool", "apt-get", ["update", "-qq"], folder);
  await download("promtool", "apt-get", ["download", "-qq", "prometheus"], folder);
  const [name] = (await readdir(folder)).filter((each) => each.endsWith(".deb"));
  await run("dpkg-deb", ["-x", join(folder, name!), folder]);
}
