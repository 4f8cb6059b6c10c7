import type { Pool } from "pg";
import { withoutDocument } from "../adapters/postgres-object-deletions.ts";

export type OrphanPorts = {
  pool: Pool;
  listObjects: () => AsyncIterable<string>;
  deleteObject: (key: string) => Promise<void>;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const atOnce = 1_000;

/**
 * Removes objects of which there is no document: bytes that came after their document was deleted. A document's
 * row is there before its bytes can be, so nothing that is under way is taken.
 *
 * @returns how many were removed
 */
export async function removeOrphans({ pool, listObjects, deleteObject }: OrphanPorts): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  const removeBatch = async () => {
    for (const key of await withoutDocument(pool, batch)) {
      await deleteObject(key);
      removed++;
    }
    batch = [];
  };
  for await (const key of listObjects()) {
    // Nothing of ours has another name.
    if (!uuid.test(key)) continue;
    batch.push(key);
    if (batch.length === atOnce) await removeBatch();
  }
  await removeBatch();
  return removed;
}
