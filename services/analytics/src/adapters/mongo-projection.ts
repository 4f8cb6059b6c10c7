import type { RowChange } from "@finflow/projection/change";
import type { MongoRows } from "@finflow/projection/mongo-projection-store";
import { tokens } from "@finflow/search-tokens/tokens";
import { type AnyBulkWriteOperation, type ClientSession, type Collection, Decimal128 } from "mongodb";
import { dayDifferences, monthDifferences, type Replacement, type Rollup } from "../domain/rollup.ts";
import type { Flow, Row, TransactionType, Verdict } from "../domain/row.ts";
import { toMajor, toMinor } from "./amount.ts";
import type { AnalyticsCollections, RowDocument, SumDocument } from "./mongo-collections.ts";

/** How much of a description rows are ordered by: a page token says where to go on in 512 characters of base64. */
const sortedCharacters = 75;

/** What a projection store needs of analytics: how its rows and their sums change. */
export function mongoRows({ rows, days, months }: AnalyticsCollections): MongoRows<Row> {
  return {
    applyChanges: async (session, userId, generation, changes) => {
      if (changes.length === 0) return;
      const ids = changes.map(({ transactionId }) => rowId(userId, generation, transactionId));
      const stored = await rows.find({ _id: { $in: ids } }, { session }).toArray();
      const before = new Map(stored.map((row) => [row.transactionId, row]));
      const newer = changes.filter(
        ({ transactionId, revision }) => revision > (before.get(transactionId)?.revision ?? 0),
      );
      if (newer.length === 0) return;
      await rows.bulkWrite(
        newer.map((change): AnyBulkWriteOperation<RowDocument> => {
          const { _id, ...replacement } = documentOf(userId, generation, change);
          return { replaceOne: { filter: { _id }, replacement, upsert: true } };
        }),
        { session, ordered: false },
      );
      const replaced: Replacement[] = newer.map(({ transactionId, row }) => ({
        before: rowOf(before.get(transactionId)),
        after: row,
      }));
      const byDay = dayDifferences(replaced);
      await addTo(days, session, userId, generation, byDay);
      await addTo(months, session, userId, generation, monthDifferences(byDay));
    },
    forget: async (session, userId, keep) => {
      const others = keep === undefined ? {} : { generation: { $ne: keep } };
      await rows.deleteMany({ userId, ...others }, { session });
      for (const sums of [days, months]) await sums.deleteMany({ userId, ...others }, { session });
    },
  };
}

function rowId(userId: string, generation: number, transactionId: string): string {
  return `${userId}/${generation}/${transactionId}`;
}

function documentOf(
  userId: string,
  generation: number,
  { transactionId, revision, row }: RowChange<Row>,
): RowDocument {
  const key = { _id: rowId(userId, generation, transactionId), userId, generation, transactionId, revision };
  if (!row) return key;
  const { date, type, flow, category, currency, accountId, verdict, documentIds, state } = row;
  const words = tokens(row.description);
  return {
    ...key,
    row: {
      ...{ date, type, flow, category, currency, accountId, verdict, state, words },
      amount: Decimal128.fromString(toMajor(row.amount, currency)),
      documents: documentIds,
      description: [...words.join(" ")].slice(0, sortedCharacters).join(""),
    },
  };
}

/** A stored row as sums know it. */
function rowOf(stored: RowDocument | undefined): Row | undefined {
  if (!stored?.row) return undefined;
  const { type, flow, verdict, amount, documents, words: _words, ...rest } = stored.row;
  return {
    ...rest,
    transactionId: stored.transactionId,
    type: type as TransactionType,
    flow: flow as Flow,
    verdict: verdict as Verdict,
    amount: toMinor(amount.toString(), rest.currency),
    documentIds: documents,
  };
}

/** Adds differences to sums; a sum without rows is taken away. */
async function addTo(
  sums: Collection<SumDocument>,
  session: ClientSession,
  userId: string,
  generation: number,
  differences: readonly Rollup[],
): Promise<void> {
  if (differences.length === 0) return;
  await sums.bulkWrite(
    differences.map((difference): AnyBulkWriteOperation<SumDocument> => {
      const { date, currency, accountId, category, type, flow, count, unprovenCount } = difference;
      const by = { date, currency, accountId, category, type, flow };
      return {
        updateOne: {
          filter: { _id: [userId, generation, ...Object.values(by)].join("/") },
          update: {
            $setOnInsert: { userId, generation, ...by },
            $inc: {
              count,
              unprovenCount,
              amount: Decimal128.fromString(toMajor(difference.amount, currency)),
              unprovenAmount: Decimal128.fromString(toMajor(difference.unprovenAmount, currency)),
            },
          },
          upsert: true,
        },
      };
    }),
    { session, ordered: false },
  );
  if (differences.every(({ count }) => count > 0)) return;
  const dates = [...new Set(differences.map(({ date }) => date))];
  await sums.deleteMany({ userId, generation, date: { $in: dates }, count: 0 }, { session });
}
