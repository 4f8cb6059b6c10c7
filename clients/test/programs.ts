import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
const clients = join(import.meta.dirname, "..");
const root = join(clients, "..");
const cache = join(root, ".cache/clients");

/** How a client is run: a command that its own flags and the statement follow. Built once, then kept. */
export type Client = { name: "python" | "go"; toolchain: string; build: () => Promise<string[]> };

export const clientsInOtherLanguages: readonly Client[] = [
  { name: "python", toolchain: "python3", build: buildPython },
  { name: "go", toolchain: "go", build: buildGo },
];

/** Why a client cannot be built on this machine, or undefined. */
export async function obstacle({ name, toolchain }: Omit<Client, "build">): Promise<string | undefined> {
  try {
    await execute(toolchain, [name === "go" ? "version" : "--version"]);
    return undefined;
  } catch (error) {
    return `${toolchain} cannot be run, so the ${name} client is not tested: ${(error as Error).message}`;
  }
}

async function buildPython(): Promise<string[]> {
  const folder = join(clients, "python");
  const requirements = join(folder, "requirements.txt");
  const environment = await pythonEnvironment(requirements);
  const python = join(environment, "bin/python");
  await execute(python, [join(folder, "generate.py")]);
  return [python, join(folder, "first_upload.py")];
}

/** One per list of requirements; a virtual environment knows its own path, so it is made where it stays. */
async function pythonEnvironment(requirements: string): Promise<string> {
  const hash = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const [kept, isComplete] = [join(cache, `python-${hash}`), join(cache, `python-${hash}/complete`)];
  if (existsSync(isComplete)) return kept;
  await rm(kept, { recursive: true, force: true });
  await execute("python3", ["-m", "venv", kept]);
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"];
  await execute(join(kept, "bin/python"), [...install, "-r", requirements]);
  await mkdir(isComplete);
  return kept;
}

async function buildGo(): Promise<string[]> {
  return [await buildGoProgram("first-upload", ".")];
}

/** @param path of a main package within clients/go @returns the program */
export async function buildGoProgram(name: string, path: string): Promise<string> {
  const folder = join(clients, "go");
  await mkdir(cache, { recursive: true });
  await execute("go", ["generate", "."], { cwd: folder });
  await execute("go", ["vet", path], { cwd: folder });
  const aside = await mkdtemp(join(cache, "building-"));
  try {
    await execute("go", ["build", "-o", join(aside, name), path], { cwd: folder });
    await rename(join(aside, name), join(cache, name));
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return join(cache, name);
}

export type Outcome = { code: number; printed: string; complained: string };

/** Runs a command to its end, whatever that is. */
export async function outcomeOf(command: string[], environment: NodeJS.ProcessEnv): Promise<Outcome> {
  const [program, ...args] = command as [string, ...string[]];
  try {
    const { stdout, stderr } = await execute(program, args, { env: environment, timeout: 180_000 });
    return { code: 0, printed: stdout, complained: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout: string; stderr: string };
    if (typeof code !== "number") throw error;
    return { code, printed: stdout, complained: stderr };
  }
}
