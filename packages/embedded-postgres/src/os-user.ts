import { execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";

/** The OS user a database runs as; undefined where it is our own. */
export type OsUser = { readonly uid: number; readonly gid: number };

/** Tried in this order: a start command creates no users, and these exist where PostgreSQL or nothing special is installed. */
const candidates = ["postgres", "nobody"];

const idOf = (flag: "-u" | "-g", name: string): number =>
  Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));

/**
 * Who PostgreSQL runs as: ourselves, or, since it refuses root, an existing unprivileged user. A data folder
 * that exists keeps its owner, so that installing a system PostgreSQL later does not orphan it.
 *
 * @throws EmbeddedPostgresError `no_os_user`
 */
export function databaseUser(dataFolder?: string): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = dataFolder === undefined ? undefined : statSync(dataFolder, { throwIfNoEntry: false });
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  for (const name of candidates) {
    try {
      const user = { uid: idOf("-u", name), gid: idOf("-g", name) };
      if (user.uid !== 0) return user;
    } catch {
      // No such user: the next candidate, and past the last one an error that says so.
    }
  }
  throw new EmbeddedPostgresError(
    "no_os_user",
    `PostgreSQL refuses to run as root, and there is none of the users ${candidates.join(", ")}: ` +
      "start Finflow as another user",
  );
}

/** Whether the user can enter the folder: every folder above it counts, a checkout below a 0700 home does not pass. */
export function canEnter(folder: string, user: OsUser | undefined): boolean {
  const outcome = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  });
  return outcome.status === 0;
}
