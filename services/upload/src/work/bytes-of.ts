import { createHash } from "node:crypto";
import type { ObjectStore } from "@finflow/objects/object-store";
import type { Claim } from "../adapters/postgres-claims.ts";
import { objectKey } from "../domain/document.ts";

/** The store of files does not answer; the document waits for it. */
export class BytesAwayError extends Error {
  constructor(documentId: string, options: { cause: unknown }) {
    super(`the bytes of document ${documentId} cannot be had at the moment`, options);
    this.name = "BytesAwayError";
  }
}

/**
 * A document's file, whole in memory: uploads are bounded.
 *
 * @throws BytesAwayError; Error where the store answers, and has not what was announced
 */
export async function bytesOf(
  objects: Pick<ObjectStore, "get">,
  { documentId, sha256 }: Claim,
  signal: AbortSignal,
): Promise<Buffer> {
  const bytes = await fetched(objects, documentId, signal);
  if (!bytes) throw new Error(`the bytes of document ${documentId} are not in the object store`);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
    throw new Error(`the stored bytes of document ${documentId} are not those that were announced`);
  }
  return bytes;
}

async function fetched(
  objects: Pick<ObjectStore, "get">,
  documentId: string,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  try {
    const object = await objects.get(objectKey(documentId), signal);
    return object && Buffer.concat(await Array.fromAsync(object.body));
  } catch (cause) {
    signal.throwIfAborted();
    throw new BytesAwayError(documentId, { cause });
  }
}
