import type { Collection, Db, Decimal128 } from "mongodb";

/** A row as it stands, or the tombstone of one: then nothing but its key and revision. */
export type RowDocument = {
  /** User, generation and transaction: `rowId`. */
  _id: string;
  userId: string;
  generation: number;
  transactionId: string;
  revision: number;
  row?: {
    date: string;
    type: string;
    flow: string;
    category: string;
    currency: string;
    accountId: string;
    /** Major units, so that amounts of different currencies can be compared and bounded. */
    amount: Decimal128;
    verdict: string;
    documents: string[];
    /** Of @finflow/search-tokens. */
    words: string[];
    /** The words joined: what "order by description" sorts by. */
    description: string;
    /** The whole finflow.type.v1.Transaction. */
    state: Uint8Array;
  };
};

/** The sums of a day, or of a month by its first day. */
export type SumDocument = {
  /** User, generation and what it is summed by: `sumId`. */
  _id: string;
  userId: string;
  generation: number;
  date: string;
  currency: string;
  accountId: string;
  category: string;
  type: string;
  flow: string;
  count: number;
  amount: Decimal128;
  unprovenCount: number;
  unprovenAmount: Decimal128;
};

export type AnalyticsCollections = {
  rows: Collection<RowDocument>;
  days: Collection<SumDocument>;
  months: Collection<SumDocument>;
};

export function analyticsCollections(db: Db): AnalyticsCollections {
  return { rows: db.collection("rows"), days: db.collection("days"), months: db.collection("months") };
}

/** Makes the indexes that are missing. Keys begin with the user; tombstones are in none of those of lists. */
export async function prepareAnalytics(db: Db): Promise<void> {
  const { rows, days, months } = analyticsCollections(db);
  const living = { partialFilterExpression: { row: { $exists: true } } };
  for (const field of ["row.date", "row.amount", "row.description"])
    await rows.createIndex({ userId: 1, generation: 1, [field]: 1, transactionId: 1 }, living);
  await rows.createIndex({ userId: 1, generation: 1, transactionId: 1 });
  for (const sums of [days, months]) await sums.createIndex({ userId: 1, generation: 1, date: 1 });
}
