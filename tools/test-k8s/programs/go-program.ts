import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { cachedFolder } from "@finflow/local-servers/cache-folder";
import { ServerError } from "@finflow/local-servers/server-error";
import { goCommand } from "./go.ts";

const run = promisify(execFile);
const attempts = 3;

export type GoProgram = {
  name: string;
  /** Import path of its main package. */
  package: string;
  version: string;
  /** Names a program of one's own instead. */
  variable: string;
};

/**
 * The path of a program that is built by `go install` once, from a module version whose hash Go's checksum database
 * keeps.
 *
 * @throws ServerError `unavailable` with what Go said
 */
export async function goProgram({ name, package: path, version, variable }: GoProgram): Promise<string> {
  const own = process.env[variable];
  if (own) return own;
  const folder = await cachedFolder(`${name}-${version}`, (aside) =>
    install(name, `${path}@${version}`, aside),
  );
  return join(folder, name);
}

async function install(name: string, what: string, folder: string): Promise<void> {
  const go = await goCommand();
  for (let attempt = 1; ; attempt++) {
    try {
      await run(go, ["install", "-trimpath", what], {
        env: { ...process.env, GOBIN: folder, GOFLAGS: "-buildvcs=false" },
        maxBuffer: 16_000_000,
      });
      return;
    } catch (cause) {
      const { stderr, message } = cause as { stderr?: string; message: string };
      if (attempt === attempts) {
        const said = (stderr || message).trim().split("\n").slice(-3).join("\n");
        throw new ServerError("unavailable", `${name} could not be built: ${said}`, { cause });
      }
    }
  }
}
