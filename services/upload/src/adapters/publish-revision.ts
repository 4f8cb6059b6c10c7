import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import type { NewEvent } from "@finflow/event-log/event";
import { enqueue } from "@finflow/event-log/outbox";
import {
  type RowState as RowStateMessage,
  TransactionsChangedSchema,
} from "@finflow/gen/finflow/events/v1/transactions_changed_pb";
import type { RowState } from "../domain/row-state.ts";
import { changesAfter, firstTransactionId, type RevisionCursor } from "./postgres-row-states.ts";
import type { LockedUser } from "./postgres-users.ts";
import { transactionMessage } from "./transaction-message.ts";

/** Rows in one event. */
const chunkRows = 200;

type Change = { type: "created" | "updated" | "deleted" } & Pick<
  MessageInitShape<typeof TransactionsChangedSchema>,
  "rows" | "tombstones"
>;

/**
 * Writes a revision's events into the outbox, in the transaction that made it: every row that it changed, as it
 * stands now, in chunks numbered over the whole revision.
 */
export async function publishRevision(user: LockedUser): Promise<void> {
  const { states, tombstones } = await changesOf(user);
  const isCreated = (state: RowState) => state.createdRevision === user.revision;
  const changes: Change[] = [
    ...chunks(states.filter(isCreated)).map((part) => rowsChange("created", part)),
    ...chunks(states.filter((state) => !isCreated(state))).map((part) => rowsChange("updated", part)),
    ...chunks(tombstones).map((part) => ({ type: "deleted" as const, tombstones: part })),
  ];
  const events = changes.map(({ type, rows, tombstones: gone }, index): NewEvent => {
    const data = create(TransactionsChangedSchema, {
      userId: user.userId,
      revision: user.revision,
      chunk: index + 1,
      chunks: changes.length,
      rows,
      tombstones: gone,
    });
    return {
      topic: "transactions.created",
      type: `finflow.transactions.${type}.v1`,
      userId: user.userId,
      data: toBinary(TransactionsChangedSchema, data),
    };
  });
  await enqueue(user.tx, events);
}

async function changesOf({ session, userId, revision }: LockedUser) {
  const states: RowState[] = [];
  const tombstones: RevisionCursor[] = [];
  let cursor: RevisionCursor | undefined = { revision, transactionId: firstTransactionId };
  while (cursor) {
    const page = await changesAfter(session, userId, cursor, 5_000);
    states.push(...page.states);
    tombstones.push(...page.tombstones);
    cursor = page.next;
  }
  return { states, tombstones };
}

function rowsChange(type: "created" | "updated", states: readonly RowState[]): Change {
  return { type, rows: states.map(rowStateMessage) };
}

export function rowStateMessage(state: RowState): Pick<RowStateMessage, "revision" | "transaction"> {
  return { revision: state.revision, transaction: transactionMessage(state) };
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (let at = 0; at < items.length; at += chunkRows) parts.push(items.slice(at, at + chunkRows));
  return parts;
}
