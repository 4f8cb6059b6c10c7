import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";

const cache = join(import.meta.dirname, "../../../.cache/servers");

/**
 * A folder under `.cache/servers/` that is made once: aside, and put in place whole, so that an interrupted making
 * leaves nothing behind and of several at once one wins.
 *
 * @param name says everything that decides what is inside
 */
export async function cachedFolder(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const kept = join(cache, name);
  if (existsSync(kept)) return kept;
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(join(cache, "making-"));
  try {
    await make(aside);
    await rename(aside, kept);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return kept;
}
