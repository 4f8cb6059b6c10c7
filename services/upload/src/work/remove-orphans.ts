import type { ObjectStore } from "@finflow/objects/object-store";
import type { Pool } from "pg";
import { withoutDocument } from "../adapters/postgres-object-deletions.ts";

export type OrphanPorts = {
  pool: Pool;
  objects: Pick<ObjectStore, "list" | "delete">;
};

const atOnce = 1_000;

/**
 * Removes objects of which there is no document: bytes that came after their document was deleted. A document's
 * row is there before its bytes can be, so nothing that is under way is taken.
 *
 * @returns how many were removed
 */
export async function removeOrphans({ pool, objects }: OrphanPorts): Promise<number> {
  let removed = 0;
  let batch: string[] = [];
  const removeBatch = async () => {
    for (const key of await withoutDocument(pool, batch)) {
      await objects.delete(key);
      removed++;
    }
    batch = [];
  };
  for await (const { key } of objects.list()) {
    batch.push(key);
    if (batch.length === atOnce) await removeBatch();
  }
  await removeBatch();
  return removed;
}
