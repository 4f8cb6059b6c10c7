import { PoisonError } from "@finflow/event-log/event-log-error";
import type {
  RowState,
  Tombstone,
  TransactionsChanged,
} from "@finflow/gen/finflow/events/v1/transactions_changed_pb";
import type { Transaction } from "@finflow/gen/finflow/type/v1/transaction_pb";
import type { Chunk, RowChange } from "./change.ts";

/** A read model's own row of the contract's transaction. @throws PoisonError for what no store could take */
export type ReadRow<Row> = (transaction: Transaction) => Row;

/** Row states and tombstones as changes. */
export function readChanges<Row>(
  message: { rows: RowState[]; tombstones: Tombstone[] },
  readRow: ReadRow<Row>,
): RowChange<Row>[] {
  const states = message.rows.map(({ revision, transaction }) => {
    if (!transaction) throw new PoisonError("a row state has no transaction");
    return { transactionId: transaction.transactionId, revision, row: readRow(transaction) };
  });
  const ends = message.tombstones.map(({ revision, transactionId }) => ({
    ...{ transactionId, revision },
    row: undefined,
  }));
  return [...states, ...ends];
}

/** An event of the topic transactions.created as a chunk. @throws PoisonError where its counts cannot be */
export function readChunk<Row>(event: TransactionsChanged, readRow: ReadRow<Row>): Chunk<Row> {
  const { userId, revision, chunk, chunks } = event;
  if (revision < 1 || chunk < 1 || chunk > chunks) {
    throw new PoisonError(`chunk ${chunk} of ${chunks} of revision ${revision} cannot be`);
  }
  return { userId, revision, chunk, chunks, changes: readChanges(event, readRow) };
}
