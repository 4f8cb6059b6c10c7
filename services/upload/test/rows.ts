import { fromBinary } from "@bufbuild/protobuf";
import {
  type TransactionsChanged,
  TransactionsChangedSchema,
} from "@finflow/gen/finflow/events/v1/transactions_changed_pb";
import type { Transaction } from "@finflow/gen/finflow/type/v1/transaction_pb";
import type { Harness } from "./harness.ts";

export type Rows = { rows: Transaction[]; revisions: Map<string, number>; gone: Set<string>; head: number };

/** The user's rows and tombstones as read models get them. */
export async function userRows({ rows: client }: Harness, userId: string, fromRevision = 0): Promise<Rows> {
  const found: Rows = { rows: [], revisions: new Map(), gone: new Set(), head: -1 };
  let last = 0;
  for await (const message of client.streamUserRows({ userId, fromRevision })) {
    for (const { revision, transaction } of message.rows) {
      found.rows.push(transaction!);
      found.revisions.set(transaction!.transactionId, revision);
    }
    for (const { transactionId } of message.tombstones) found.gone.add(transactionId);
    for (const { revision } of [...message.rows, ...message.tombstones]) {
      if (revision < last && message.rows.length * message.tombstones.length === 0)
        throw new Error("out of order");
      last = revision;
    }
    found.head = message.headRevision ?? found.head;
  }
  return found;
}

/** What the outbox says, as a read model that applies every event in turn would have it. */
export async function projectedRows({ pool }: Harness, userId: string) {
  const { rows } = await pool.query<{ type: string; data: Buffer }>(
    "select type, data from outbox where user_id = $1 and topic = 'transactions.created' order by sequence",
    [userId],
  );
  const events = rows.map(({ type, data }) => ({
    type,
    change: fromBinary(TransactionsChangedSchema, data),
  }));
  const states = new Map<string, Transaction>();
  for (const { change } of events) {
    for (const { transaction } of change.rows) states.set(transaction!.transactionId, transaction!);
    for (const { transactionId } of change.tombstones) states.delete(transactionId);
  }
  return { events, states, revisions: chunksByRevision(events.map(({ change }) => change)) };
}

function chunksByRevision(changes: readonly TransactionsChanged[]): Map<number, TransactionsChanged[]> {
  return Map.groupBy(changes, ({ revision }) => revision);
}
