import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { abortable } from "./abortable.ts";
import { ObjectError, type ObjectStat } from "./object-store.ts";

/** No room on the disk, in the quota, or under the process's limit on the size of files. */
const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/**
 * Writes a new file (0600) that is durable and what was announced when this resolves. It stops at the first
 * byte too many. When it rejects, the file may be there in part: removing it is the caller's.
 * @throws ObjectError `wrong_size`, `wrong_checksum` or `no_space`
 */
export async function writeChecked(
  path: string,
  body: Uint8Array | AsyncIterable<Uint8Array>,
  expected: ObjectStat,
  signal?: AbortSignal,
): Promise<void> {
  const hash = createHash("sha256");
  let written = 0;
  signal?.throwIfAborted();
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of body instanceof Uint8Array ? [body] : abortable(body, signal)) {
      signal?.throwIfAborted();
      written += chunk.byteLength;
      if (written > expected.sizeBytes) throw new ObjectError("wrong_size");
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (written !== expected.sizeBytes) throw new ObjectError("wrong_size");
    if (hash.digest("hex") !== expected.sha256) throw new ObjectError("wrong_checksum");
    signal?.throwIfAborted();
    await file.sync();
  } catch (error) {
    if (FULL.has(String((error as NodeJS.ErrnoException).code)))
      throw new ObjectError("no_space", { cause: error });
    throw error;
  } finally {
    await file.close();
  }
}
