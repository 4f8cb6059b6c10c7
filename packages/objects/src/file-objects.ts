import { randomUUID } from "node:crypto";
import { chmod, type FileHandle, mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isObjectKey, objectName } from "./object-key.ts";
import type { ListedObject, ObjectStore } from "./object-store.ts";
import { sha256Of } from "./sha256-of.ts";
import { signPut } from "./signed-put.ts";
import { syncFolder } from "./sync-folder.ts";
import { writeChecked } from "./write-checked.ts";

export type FileObjectsConfig = {
  /** Made when missing, for its owner only (0700). One process at a time uses it. */
  folder: string;
  /** 32 bytes, from `loadSigningKey`. */
  signingKey: Uint8Array;
};

/** Marks this process's unfinished files: all others were left by one that died. */
const WRITER = randomUUID();

/** Objects as files: finished ones in `documents`, each named after its document; others in `incoming`. */
export async function openFileObjects({ folder, signingKey }: FileObjectsConfig): Promise<ObjectStore> {
  const documents = join(folder, "documents");
  const incoming = join(folder, "incoming");
  for (const path of [folder, documents, incoming]) {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
  }
  await sweep(incoming);

  const pathOf = (key: string) => join(folder, objectName(key));

  return {
    async put(key, body, expected, signal) {
      const target = pathOf(key);
      const temporary = join(incoming, `${WRITER}.${randomUUID()}`);
      try {
        await writeChecked(temporary, body, expected, signal);
        await rename(temporary, target);
        await syncFolder(documents);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },

    async get(key, signal) {
      signal?.throwIfAborted();
      const file = await openExisting(pathOf(key));
      if (!file) return undefined;
      try {
        const { size } = await file.stat();
        // The stream closes the file, at its end and when it is destroyed.
        return { sizeBytes: size, body: file.createReadStream({ signal }) };
      } catch (error) {
        await file.close();
        throw error;
      }
    },

    async stat(key, signal) {
      signal?.throwIfAborted();
      const file = await openExisting(pathOf(key));
      // Read from the bytes and not from a note beside them: this also tells what a disk has lost since.
      return file && sha256Of(file.createReadStream({ signal }));
    },

    async delete(key) {
      await rm(pathOf(key), { force: true });
      await syncFolder(documents);
    },

    list: () => listed(documents),

    async presignPut(request) {
      return {
        url: signPut(signingKey, request),
        headers: { "content-type": "application/pdf" },
      };
    },
  };
}

async function* listed(documents: string): AsyncGenerator<ListedObject> {
  for await (const { name } of await opendir(documents)) {
    if (!isObjectKey(name)) continue;
    const found = await unlessGone(stat(join(documents, name)));
    if (found) yield { key: name, sizeBytes: found.size, modifiedAt: found.mtime };
  }
}

function openExisting(path: string): Promise<FileHandle | undefined> {
  return unlessGone(open(path, "r"));
}

async function unlessGone<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function sweep(incoming: string): Promise<void> {
  for await (const { name } of await opendir(incoming)) {
    if (!name.startsWith(WRITER)) await rm(join(incoming, name), { force: true });
  }
}
