import { insertSources, moveSources } from "../adapters/postgres-sources.ts";
import {
  buryTransactions,
  insertTransactions,
  type StoredTransaction,
  type TransactionPointers,
  updateTransactions,
} from "../adapters/postgres-transactions.ts";
import { type LockedUser, takeRevision } from "../adapters/postgres-users.ts";
import { publishRevision } from "../adapters/publish-revision.ts";
import type { RowChanges } from "../domain/row-changes.ts";
import type { HeldRow } from "../domain/row-ids.ts";
import type { Settled, SettledRow } from "../domain/settle-rows.ts";

export type RowsToWrite = {
  settled: Settled;
  changes: RowChanges;
  before: ReadonlyMap<string, StoredTransaction>;
  /** Every printed row of the transactions in `before`. */
  heldBefore: readonly HeldRow[];
  documentId: string;
  /** What the document prints now. */
  printed: readonly HeldRow[];
  /** Ids of left over corrections that took their row out: it comes back removed. */
  removedAgain: ReadonlySet<string>;
  /** Before the events, which show what is corrected. */
  keepCorrections: () => Promise<void>;
};

/** One revision at most, and none when nobody sees a difference. */
export async function writeRows(user: LockedUser, write: RowsToWrite): Promise<void> {
  const { session, userId } = user;
  const { settled, changes, before, heldBefore } = write;
  const idOf = new Map<string, string>();
  for (const { transactionId, sources } of settled.rows) {
    for (const source of sources) idOf.set(place(source), transactionId);
  }
  const withId = (row: HeldRow) => ({ ...row, transactionId: idOf.get(place(row))! });
  await insertSources(session, userId, write.printed.map(withId));
  const moved = heldBefore.filter(
    (row) => row.documentId !== write.documentId && idOf.get(place(row)) !== row.heldBy,
  );
  await moveSources(session, userId, moved.map(withId));

  const { created, updated, gone } = changes;
  const [unseen, seen] = partition(
    updated,
    ({ transactionId }) => before.get(transactionId)?.removed === true,
  );
  await updateTransactions(session, userId, null, unseen.map(pointers));
  if (created.length + seen.length + gone.length === 0) return;
  const revision = await takeRevision(user);
  await insertTransactions(
    session,
    userId,
    revision,
    created.map((row) => ({
      ...pointers(row),
      createdOrdinal: row.createdOrdinal,
      removed: write.removedAgain.has(row.transactionId),
    })),
  );
  await updateTransactions(session, userId, revision, seen.map(pointers));
  await buryTransactions(session, userId, revision, gone);
  await write.keepCorrections();
  await publishRevision(user);
}

function pointers(row: SettledRow): TransactionPointers {
  const { transactionId, accountId, verdict, possibleDuplicateOf, sources } = row;
  const [{ statementId, ordinal }] = sources;
  return { transactionId, accountId, verdict, possibleDuplicateOf, statementId, ordinal };
}

function place({ statementId, ordinal }: Pick<HeldRow, "statementId" | "ordinal">): string {
  return `${statementId} ${ordinal}`;
}

function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
