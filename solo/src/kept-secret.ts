import { randomBytes } from "node:crypto";
import { link, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * The content of a file of mode 0600, which is made when it is missing: whole and on disk before it has its
 * name, and never over another process's. Losing it after something was encrypted or locked with it would be
 * losing that.
 */
export async function keptOrMade(path: string, make: () => string): Promise<string> {
  const kept = await read(path);
  if (kept !== undefined) return kept;
  const aside = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const file = await open(aside, "wx", 0o600);
    try {
      await file.writeFile(make());
      await file.sync();
    } finally {
      await file.close();
    }
    await link(aside, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(aside, { force: true });
  }
  const folder = await open(dirname(path));
  await folder.sync().finally(() => folder.close());
  const made = await read(path);
  if (made === undefined) throw new Error(`${path} vanished`);
  return made;
}

/** 256 random bits that stay, as base64url: what no person types. */
export function keptSecret(path: string): Promise<string> {
  return keptOrMade(path, () => randomBytes(32).toString("base64url"));
}

/** The same as 32 bytes, for AES-256 and HMAC. */
export async function keptKey(path: string): Promise<Buffer> {
  const key = Buffer.from(await keptSecret(path), "base64url");
  if (key.length !== 32) throw new Error(`${path} does not hold a key of 32 bytes`);
  return key;
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
