import { createHash } from "node:crypto";
import type { ObjectStat } from "./object-store.ts";

/** Size and checksum of what a body gives, read to its end. */
export async function sha256Of(body: AsyncIterable<Uint8Array>): Promise<ObjectStat> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const chunk of body) {
    hash.update(chunk);
    sizeBytes += chunk.byteLength;
  }
  return { sizeBytes, sha256: hash.digest("hex") };
}
