import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ServerError } from "@finflow/local-servers/server-error";
import { goCommand } from "./go.ts";

const run = promisify(execFile);
const attempts = 3;

export type GoModule = {
  path: string;
  version: string;
  /** As go.sum has it. */
  sum: string;
};

/**
 * Where Go keeps a module's files, fetched the first time and checked against its hash.
 *
 * @throws ServerError `unavailable`, `wrong_checksum`
 */
export async function goModule({ path, version, sum }: GoModule): Promise<string> {
  const { Dir, Sum } = await download(`${path}@${version}`);
  if (Sum !== sum)
    throw new ServerError("wrong_checksum", `${path} ${version} has the hash ${Sum}, not ${sum}`);
  return Dir;
}

async function download(what: string): Promise<{ Dir: string; Sum: string }> {
  const go = await goCommand();
  for (let attempt = 1; ; attempt++) {
    try {
      const { stdout } = await run(go, ["mod", "download", "-json", what], { maxBuffer: 16_000_000 });
      return JSON.parse(stdout) as { Dir: string; Sum: string };
    } catch (cause) {
      const { stdout, stderr, message } = cause as Record<string, string>;
      if (attempt === attempts)
        throw new ServerError("unavailable", `${what} could not be fetched: ${stderr || stdout || message}`, {
          cause,
        });
    }
  }
}
