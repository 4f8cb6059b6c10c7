import { randomUUID } from "node:crypto";
import { create, toBinary } from "@bufbuild/protobuf";
import type { LogEvent } from "@finflow/event-log/event";
import { TransactionsChangedSchema } from "@finflow/gen/finflow/events/v1/transactions_changed_pb";
import type { Chunk } from "../src/change.ts";
import { rowsTopic } from "../src/rows-topic.ts";
import type { Item } from "./items.ts";

/** A chunk as upload tells of it. */
export function eventOf(chunk: Chunk<Item>): LogEvent {
  const { userId, revision } = chunk;
  const rows = chunk.changes.flatMap(({ transactionId, row }) =>
    row === undefined
      ? []
      : [{ revision, transaction: { transactionId, amount: { currency: "GBP", amount: row } } }],
  );
  const tombstones = chunk.changes.flatMap(({ transactionId, row }) =>
    row === undefined ? [{ revision, transactionId }] : [],
  );
  const { chunk: part, chunks } = chunk;
  const event = create(TransactionsChangedSchema, {
    userId,
    revision,
    chunk: part,
    chunks,
    rows,
    tombstones,
  });
  return {
    ...{ topic: rowsTopic, type: "finflow.transactions.created.v1", source: "finflow.upload" },
    ...{ id: randomUUID(), userId, time: new Date(), traceparent: undefined },
    data: toBinary(TransactionsChangedSchema, event),
  };
}
