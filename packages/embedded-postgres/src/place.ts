import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, lstat, mkdir, realpath, rmdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { makeSystemFolder, systemFolder } from "./binaries.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { canEnter, type OsUser } from "./os-user.ts";

/**
 * Makes the folder for a database: 0700 and owned by the database's OS user. Where that user cannot go (a
 * checkout in root's home), the folder lies in {@link systemFolder} and `folder` is a link to it.
 *
 * @returns the folder's real path
 * @throws EmbeddedPostgresError `unreachable`
 */
export async function placeFolder(folder: string, user: OsUser | undefined): Promise<string> {
  const found = await lstat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  if (found) return existing(folder, user);
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    // Another one that starts at the same time was faster; which of them is refused is told by who owns the server.
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return existing(folder, user);
    throw error;
  }
  if (user === undefined) return realpath(folder);
  await chown(folder, user.uid, user.gid);
  if (canEnter(folder, user)) return realpath(folder);

  await rmdir(folder);
  await makeSystemFolder();
  const elsewhere = join(systemFolder, `postgres-${randomBytes(6).toString("hex")}`);
  await mkdir(elsewhere, { mode: 0o700 });
  await chown(elsewhere, user.uid, user.gid);
  await symlink(elsewhere, folder);
  return elsewhere;
}

async function existing(folder: string, user: OsUser | undefined): Promise<string> {
  if (!existsSync(folder)) {
    throw new EmbeddedPostgresError(
      "unreachable",
      `${folder} is a link to a database that is no longer there`,
    );
  }
  const real = await realpath(folder);
  if (user) await chown(real, user.uid, user.gid);
  await chmod(real, 0o700);
  if (canEnter(real, user)) return real;
  throw new EmbeddedPostgresError(
    "unreachable",
    `the database's OS user cannot enter ${real}: a folder above it is closed to others`,
  );
}
