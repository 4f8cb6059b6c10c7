import type { ClientSession, MongoClient } from "mongodb";

/**
 * Runs `work` as one transaction. Where it meets another one it is run again from its beginning, so it does nothing
 * but what the transaction takes back.
 *
 * @throws what `work` or the server throws; the signal's reason before another attempt
 */
export function inTransaction<Result>(
  client: MongoClient,
  work: (session: ClientSession) => Promise<Result>,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Result> {
  return client.withSession((session) =>
    session.withTransaction(
      (current) => {
        signal?.throwIfAborted();
        return work(current);
      },
      // A snapshot: what is read and then changed is what was read.
      { readConcern: { level: "snapshot" }, writeConcern: { w: "majority", journal: true } },
    ),
  );
}
