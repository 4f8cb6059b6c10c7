import { createHash } from "node:crypto";
import { abortable } from "./abortable.ts";
import { ObjectError, type ObjectStat } from "./object-store.ts";

/**
 * A body in memory, once it is what was announced; it is left at the first byte too many.
 * @throws ObjectError `wrong_size`, `wrong_checksum`; the signal's reason; what the body throws
 */
export async function collectChecked(
  body: Uint8Array | AsyncIterable<Uint8Array>,
  expected: ObjectStat,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const chunks: Uint8Array[] = [];
  let collected = 0;
  for await (const chunk of body instanceof Uint8Array ? [body] : abortable(body, signal)) {
    signal?.throwIfAborted();
    collected += chunk.byteLength;
    if (collected > expected.sizeBytes) throw new ObjectError("wrong_size");
    chunks.push(chunk);
  }
  if (collected !== expected.sizeBytes) throw new ObjectError("wrong_size");
  const bytes = Buffer.concat(chunks);
  if (createHash("sha256").update(bytes).digest("hex") !== expected.sha256)
    throw new ObjectError("wrong_checksum");
  return bytes;
}
