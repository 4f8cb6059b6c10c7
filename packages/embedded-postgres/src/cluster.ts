import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import type { OsUser } from "./os-user.ts";

const run = promisify(execFile);

/** The role that owns a cluster. Services never use it: each has a role and a database of its own. */
export const superuser = "finflow";

export type ClusterOptions = {
  readonly binaries: Binaries;
  readonly user: OsUser | undefined;
  /** What {@link superuser} signs in with. */
  readonly password: string;
  /** For tests alone: without flushing to disk, and with small WAL files, so that a copy is cheap. */
  readonly disposable?: boolean;
};

/**
 * Makes `folder` a PostgreSQL cluster, unless it is one. It is made aside and renamed, so that a folder that
 * exists is whole whenever the process is killed; of two that start at once, one wins and both use its cluster,
 * which is why both must have been given the same password.
 *
 * @throws EmbeddedPostgresError `other_version`
 */
export async function initialiseCluster(
  folder: string,
  options: ClusterOptions,
): Promise<{ created: boolean }> {
  if (existsSync(folder)) {
    await assertSameMajorVersion(folder, options.binaries);
    return { created: false };
  }
  const aside = `${folder}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
  const passwordFile = join(dirname(folder), `${basename(aside)}.password`);
  try {
    await mkdir(aside, { mode: 0o700 });
    await writeFile(passwordFile, options.password, { mode: 0o600 });
    if (options.user) {
      await chown(aside, options.user.uid, options.user.gid);
      await chown(passwordFile, options.user.uid, options.user.gid);
    }
    await run(
      options.binaries.initdb,
      [
        `--pgdata=${aside}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // PostgreSQL's own locale: the order of texts does not change when a folder moves to another libc.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        ...(options.disposable ? ["--no-sync", "--wal-segsize=1"] : []),
      ],
      { ...options.user, cwd: "/", env: { LC_ALL: "C", TZ: "UTC", PATH: process.env.PATH ?? "" } },
    );
    await rename(aside, folder);
    return { created: true };
  } catch (error) {
    if (!isTaken(error)) throw error;
    return { created: false };
  } finally {
    await rm(passwordFile, { force: true });
    await rm(aside, { recursive: true, force: true });
  }
}

const isTaken = (error: unknown): boolean =>
  ["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "");

/** Removes what {@link initialiseCluster} leaves when it is killed; one that is at work is left alone. */
export async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = /\.(\d+)\.[0-9a-f]{8}\.tmp(\.password)?$/.exec(name)?.[1];
    if (pid === undefined || exists(Number(pid))) continue;
    await rm(join(parent, name), { recursive: true, force: true });
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function assertSameMajorVersion(folder: string, { version }: Binaries): Promise<void> {
  const written = (await readFile(join(folder, "PG_VERSION"), "utf8")).trim();
  const ours = version.split(".")[0];
  if (written === ours) return;
  throw new EmbeddedPostgresError(
    "other_version",
    `${folder} was written by PostgreSQL ${written}, and this Finflow carries ${ours}`,
  );
}
