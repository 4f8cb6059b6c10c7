import { randomBytes } from "node:crypto";
import { link, open, readFile, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { syncFolder } from "./sync-folder.ts";

const KEY_BYTES = 32;

/**
 * The key that signs uploads, from a file that only its owner may read; made when there is none. Two
 * processes that start at once get the same key.
 * @throws Error when the file is open to others or holds something else
 */
export async function loadSigningKey(path: string): Promise<Uint8Array> {
  const found = await readKey(path);
  if (found) return found;
  const temporary = `${path}.${randomBytes(8).toString("hex")}`;
  const file = await open(temporary, "wx", 0o600);
  try {
    await file.writeFile(randomBytes(KEY_BYTES));
    await file.sync();
    // A link, unlike a rename, does not replace a key that another process has just put there.
    await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    await syncFolder(dirname(path));
  } finally {
    await file.close();
    await rm(temporary, { force: true });
  }
  const made = await readKey(path);
  if (!made) throw new Error(`${path} is gone as soon as it was made`);
  return made;
}

async function readKey(path: string): Promise<Uint8Array | undefined> {
  try {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) throw new Error(`${path} must be readable by its owner only (chmod 600)`);
    const key = await readFile(path);
    if (key.length !== KEY_BYTES) throw new Error(`${path} does not hold a key of ${KEY_BYTES} bytes`);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
