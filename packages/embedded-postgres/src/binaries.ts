import { execFile, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import type { OsUser } from "./os-user.ts";

export type Binaries = {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  /** Of the npm package; its first part is PostgreSQL's major version. */
  readonly version: string;
};

/** Where root puts what an unprivileged database user must reach when the checkout or data folder cannot be. */
export const systemFolder = "/var/lib/finflow";

const run = promisify(execFile);

/**
 * PostgreSQL's binaries where `user` can run them: in node_modules, or, when that lies below a folder closed to
 * the user (a checkout in root's home), a copy in {@link systemFolder}, made once per version.
 *
 * @throws EmbeddedPostgresError `unsupported_platform`, `unreachable`
 */
export async function runnableBinaries(user: OsUser | undefined): Promise<Binaries> {
  const installed = await installedBinaries();
  if (runs(installed, user).ok) return installed;
  if (user === undefined) throw unreachable(installed, runs(installed, user).said);
  const copy = binariesIn(join(systemFolder, `postgresql-${installed.version}`), installed.version);
  if (!existsSync(copy.postgres)) await copyWhole(installed.folder, copy.folder);
  const { ok, said } = runs(copy, user);
  if (!ok) throw unreachable(copy, said);
  return copy;
}

function unreachable({ postgres }: Binaries, said: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError("unreachable", `the database's OS user cannot run ${postgres}: ${said}`);
}

/** A folder that only root could have filled: what lies in it is run. */
export async function makeSystemFolder(): Promise<void> {
  await mkdir(systemFolder, { recursive: true, mode: 0o755 });
  const found = await stat(systemFolder);
  if (found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new EmbeddedPostgresError(
      "unreachable",
      `${systemFolder} must belong to root and be writable by root alone`,
    );
  }
}

async function installedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let folder: string;
  try {
    folder = join(dirname(require.resolve(name)), "..");
  } catch (cause) {
    throw new EmbeddedPostgresError(
      "unsupported_platform",
      `no PostgreSQL for ${process.platform}-${process.arch}: the package ${name} is not installed`,
      { cause },
    );
  }
  await restoreSymlinks(folder);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return binariesIn(join(folder, "native"), version);
}

function binariesIn(folder: string, version: string): Binaries {
  return {
    folder,
    version,
    initdb: join(folder, "bin", "initdb"),
    postgres: join(folder, "bin", "postgres"),
  };
}

/** An npm archive holds no symlinks; the package makes them in an install script, which an npm may be told not to run. */
async function restoreSymlinks(folder: string): Promise<void> {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    await symlink(relative(dirname(path), join(folder, source)), path).catch(
      (error: NodeJS.ErrnoException) => {
        // Another process that starts at the same moment made it first.
        if (error.code !== "EEXIST") throw error;
      },
    );
  }
}

function runs({ postgres }: Binaries, user: OsUser | undefined): { ok: boolean; said: string } {
  const outcome = spawnSync(postgres, ["--version"], { ...user, cwd: "/", encoding: "utf8" });
  return { ok: outcome.status === 0, said: outcome.error?.message ?? outcome.stderr.trim() };
}

/** Copied aside and renamed, so that a copy that exists is whole. */
async function copyWhole(from: string, to: string): Promise<void> {
  await makeSystemFolder();
  const aside = `${to}.${randomBytes(6).toString("hex")}.tmp`;
  await cp(from, aside, { recursive: true, verbatimSymlinks: true });
  await run("chmod", ["-R", "go+rX", aside]);
  await rename(aside, to).catch(async (error: NodeJS.ErrnoException) => {
    await rm(aside, { recursive: true, force: true });
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
}
