import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { ServerError } from "./server-error.ts";

const run = promisify(execFile);

/** Attempts at a download, and the pause after the first in milliseconds; each further one is twice as long. */
const attempts = 4;
const firstPause = 2_000;

/**
 * Runs a program that downloads, again when it fails: networks do.
 *
 * @param what for the message
 * @throws ServerError `unavailable` with what the program said last
 */
export async function download(
  what: string,
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await run(program, [...args], { cwd, env, maxBuffer: 16_000_000 });
      return;
    } catch (cause) {
      const { code, stderr, message } = cause as { code?: unknown; stderr?: string; message: string };
      if (code === "ENOENT")
        throw new ServerError("unavailable", `${what}: ${program} is not installed`, { cause });
      if (attempt === attempts) {
        const said = (stderr || message).trim().split("\n").slice(-3).join("\n");
        throw new ServerError("unavailable", `${what} could not be downloaded: ${said}`, { cause });
      }
      await sleep(firstPause * 2 ** (attempt - 1));
    }
  }
}

/** @throws ServerError `wrong_checksum` */
export async function assertSha256(path: string, expected: string): Promise<void> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  const found = hash.digest("hex");
  if (found !== expected)
    throw new ServerError("wrong_checksum", `${path} has the SHA-256 ${found}, not ${expected}`);
}
