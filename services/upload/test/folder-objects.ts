import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { UploadObjects } from "../src/adapters/upload-objects.ts";

/** Objects as files of a folder, until the object store is wired in. */
export function folderObjects(folder: string): UploadObjects & { put(key: string, bytes: Uint8Array): Promise<void> } {
  const read = async (key: string) => readFile(join(folder, key)).catch(() => undefined);
  return {
    presignPut: async ({ key }) => ({ url: `/upload/content/${key}`, headers: {} }),
    stat: async (key) => {
      const bytes = await read(key);
      return bytes && { sizeBytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
    },
    read: async (key) => {
      const bytes = await read(key);
      return bytes && (async function* () { yield bytes; })();
    },
    delete: (key) => rm(join(folder, key), { force: true }),
    list: async function* () { yield* await readdir(folder); },
    put: async (key, bytes) => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, key), bytes);
    },
  };
}
