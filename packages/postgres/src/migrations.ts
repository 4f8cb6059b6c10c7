import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MigrationError } from "./migration-error.ts";

export type Migration = {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** Over the text with LF line ends, so that a checkout with CRLF is the same migration. */
  readonly sha256: string;
};

/**
 * The migrations of a folder in order. Versions run from 1 without a gap.
 *
 * @throws MigrationError `bad_migrations`
 */
export async function readMigrations(folder: string | URL): Promise<Migration[]> {
  const path = folder instanceof URL ? fileURLToPath(folder) : folder;
  const names = (await readdir(path)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(names.map((name, index) => readMigration(path, name, index + 1)));
}

async function readMigration(path: string, fileName: string, expected: number): Promise<Migration> {
  const parts = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(fileName);
  if (!parts || Number(parts[1]) !== expected) {
    const wanted = String(expected).padStart(4, "0");
    throw new MigrationError("bad_migrations", `${join(path, fileName)}: expected a file ${wanted}_name.sql`);
  }
  const sql = (await readFile(join(path, fileName), "utf8")).replaceAll("\r\n", "\n");
  return {
    version: expected,
    name: parts[2] ?? "",
    sql,
    sha256: createHash("sha256").update(sql).digest("hex"),
  };
}
