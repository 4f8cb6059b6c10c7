import type { Collection, Db } from "mongodb";

type VersionDocument = { _id: "schema"; version: number };

/**
 * Collections and indexes as what a service needs of its database. How far they are is written beside them once all
 * of them are there.
 *
 * @param make makes those that are missing, and leaves the others as they are
 */
export function mongoSchema(
  db: Db,
  version: number,
  make: () => Promise<void>,
): { migrate(): Promise<void>; isThere(): Promise<boolean> } {
  const versions: Collection<VersionDocument> = db.collection("schema");
  return {
    migrate: async () => {
      await make();
      await versions.updateOne({ _id: "schema" }, { $max: { version } }, { upsert: true });
    },
    isThere: async () => ((await versions.findOne({ _id: "schema" }))?.version ?? 0) >= version,
  };
}
