import type { UploadObjects } from "../adapters/upload-objects.ts";

/** Uploads are bounded, so that a file fits into memory; undefined when it is not there. */
export async function readWholeObject(
  objects: Pick<UploadObjects, "read">,
  key: string,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const content = await objects.read(key, signal);
  return content && Buffer.concat(await Array.fromAsync(content));
}
