import { randomUUID, randomUUIDv7 } from "node:crypto";
import { create, toBinary } from "@bufbuild/protobuf";
import type { LogEvent } from "@finflow/event-log/event";
import { TransactionsChangedSchema } from "@finflow/gen/finflow/events/v1/transactions_changed_pb";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import {
  Transaction_CategorySource,
  Transaction_Flow,
  Transaction_Type,
} from "@finflow/gen/finflow/type/v1/transaction_pb";

const merchants = [
  "Corner Bakery",
  "City Transport",
  "Green Grocers",
  "Water Works",
  "Book Nook",
  "Film House",
];
const categories = ["food", "transport", "shopping", "bills", "entertainment", "other"];

export type Revision = { userId: string; revision: number; rows: number };

/** Rows in one event, as upload cuts them. */
const chunkRows = 200;

/** The events of a statement of a month: its rows over its days, all new, as upload would write them. */
export function statementEvents({ userId, revision, rows }: Revision): LogEvent[] {
  const [accountId, documentId] = [userId, randomUUID()];
  const month = new Date(Date.UTC(2020, revision % 72, 1)).toISOString().slice(0, 7);
  const chunks = Math.ceil(rows / chunkRows);
  return Array.from({ length: chunks }, (_, chunk) => {
    const from = chunk * chunkRows;
    const states = Array.from({ length: Math.min(chunkRows, rows - from) }, (_, at) => {
      const row = from + at;
      return {
        revision,
        transaction: {
          transactionId: randomUUIDv7(),
          ...{ accountId, documentId },
          date: `${month}-${String(1 + (Math.floor((row * 28) / rows) % 28)).padStart(2, "0")}`,
          description: `${merchants[row % merchants.length]} ${row} card 4417`,
          type: row % 25 === 0 ? Transaction_Type.CREDIT : Transaction_Type.DEBIT,
          flow: row % 25 === 0 ? Transaction_Flow.INCOME : Transaction_Flow.SPENDING,
          amount: {
            currency: "GBP",
            amount: `${1 + ((row * 37) % 180)}.${String(row % 100).padStart(2, "0")}`,
          },
          balance: { currency: "GBP", amount: "1204.50" },
          category: categories[row % categories.length],
          categorySource: Transaction_CategorySource.CATEGORIZER,
          categoryConfidence: 0.9,
          page: 1 + Math.floor(row / 50),
          box: [40, 100 + (row % 50) * 12, 515, 11],
          verdict: Statement_Verdict.RECONCILED,
          merchant: merchants[row % merchants.length],
          sources: [{ documentId, page: 1, box: [40, 100, 515, 11] }],
          etag: "1",
        },
      };
    });
    const data = create(TransactionsChangedSchema, {
      userId,
      revision,
      chunk: chunk + 1,
      chunks,
      rows: states,
    });
    return {
      id: randomUUIDv7(),
      source: "finflow.upload",
      topic: "transactions.created",
      type: "finflow.transactions.created.v1",
      userId,
      time: new Date(),
      traceparent: undefined,
      data: toBinary(TransactionsChangedSchema, data),
    };
  });
}
