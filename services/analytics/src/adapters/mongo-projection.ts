import type { GenerationChange, MongoRows } from "@finflow/projection/mongo-projection-store";
import { tokens } from "@finflow/search-tokens/tokens";
import { type AnyBulkWriteOperation, type ClientSession, type Collection, Decimal128 } from "mongodb";
import {
  dayDifferences,
  monthDifferences,
  type Replacement,
  type Rollup,
  type RollupKey,
} from "../domain/rollup.ts";
import type { Flow, Row, TransactionType, Verdict } from "../domain/row.ts";
import { toMajor, toMinor } from "./amount.ts";
import type { AnalyticsCollections, RowDocument, SumDocument } from "./mongo-collections.ts";

/** How much of a description rows are ordered by: a page token says where to go on in 512 characters of base64. */
const sortedCharacters = 75;

/** What a projection store needs of analytics: how its rows and their sums change. */
export function mongoRows({ rows, days, months }: AnalyticsCollections): MongoRows<Row> {
  return {
    applyChanges: async (session, changes) => {
      if (changes.length === 0) return;
      const stored = await rows.find({ _id: { $in: changes.map(rowId) } }, { session }).toArray();
      const before = new Map(stored.map((row) => [row._id, row]));
      const newer = changes.filter((change) => change.revision > (before.get(rowId(change))?.revision ?? 0));
      if (newer.length === 0) return;
      // Nobody else writes while the user is held: what is not there is inserted, which costs less than an upsert.
      await rows.bulkWrite(
        newer.map((change): AnyBulkWriteOperation<RowDocument> => {
          const document = rowDocument(change);
          if (!before.has(document._id)) return { insertOne: { document } };
          const { _id, ...replacement } = document;
          return { replaceOne: { filter: { _id }, replacement } };
        }),
        { session, ordered: false },
      );
      const differences = [
        ...Map.groupBy(newer, ({ userId, generation }) => `${userId}/${generation}`).values(),
      ].map((ofOne) => {
        const { userId, generation } = ofOne[0]!;
        const replaced: Replacement[] = ofOne.map((change) => ({
          before: rowOf(before.get(rowId(change))),
          after: change.row,
        }));
        return { userId, generation, byDay: dayDifferences(replaced) };
      });
      await addTo(
        days,
        session,
        differences.map(({ byDay, ...of }) => ({ ...of, sums: byDay })),
      );
      await addTo(
        months,
        session,
        differences.map(({ byDay, ...of }) => ({ ...of, sums: monthDifferences(byDay) })),
      );
    },
    forget: async (session, userId, keep) => {
      const others = keep === undefined ? {} : { generation: { $ne: keep } };
      await rows.deleteMany({ userId, ...others }, { session });
      for (const sums of [days, months]) await sums.deleteMany({ userId, ...others }, { session });
    },
  };
}

function rowId({
  userId,
  generation,
  transactionId,
}: Omit<GenerationChange<Row>, "row" | "revision">): string {
  return `${userId}/${generation}/${transactionId}`;
}

/** A row change as it is stored. */
export function rowDocument(change: GenerationChange<Row>): RowDocument {
  const { userId, generation, transactionId, revision, row } = change;
  const key = { _id: rowId(change), userId, generation, transactionId, revision };
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

/** Differences of the sums of one generation of one user. */
type Differences = { userId: string; generation: number; sums: readonly Rollup[] };

/** Adds differences to sums of users who are held; a sum without rows is taken away. */
async function addTo(
  collection: Collection<SumDocument>,
  session: ClientSession,
  differences: readonly Differences[],
): Promise<void> {
  const changed = differences.flatMap((each) =>
    each.sums.map((sum) => ({ ...each, sum, _id: sumId(each, sum) })),
  );
  if (changed.length === 0) return;
  const stored = await collection
    .find({ _id: { $in: changed.map(({ _id }) => _id) } }, { session, projection: { count: 1 } })
    .toArray();
  const before = new Map(stored.map(({ _id, count }) => [_id, count]));
  await collection.bulkWrite(
    changed.map(({ _id, userId, generation, sum }): AnyBulkWriteOperation<SumDocument> => {
      const counted = before.get(_id);
      const figures = figuresOf(sum);
      if (counted === undefined)
        return { insertOne: { document: { _id, userId, generation, ...keyOf(sum), ...figures } } };
      if (counted + sum.count === 0) return { deleteOne: { filter: { _id } } };
      return { updateOne: { filter: { _id }, update: { $inc: figures } } };
    }),
    { session, ordered: false },
  );
}

function sumId({ userId, generation }: Omit<Differences, "sums">, sum: RollupKey): string {
  return [userId, generation, ...Object.values(keyOf(sum))].join("/");
}

function keyOf({ date, currency, accountId, category, type, flow }: RollupKey): RollupKey {
  return { date, currency, accountId, category, type, flow };
}

function figuresOf({ currency, count, unprovenCount, amount, unprovenAmount }: Rollup) {
  const decimal = (minor: bigint) => Decimal128.fromString(toMajor(minor, currency));
  return { count, unprovenCount, amount: decimal(amount), unprovenAmount: decimal(unprovenAmount) };
}
