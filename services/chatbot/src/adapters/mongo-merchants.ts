import { minorDigits } from "@finflow/money/currency";
import { formatMinor, parseDecimal } from "@finflow/money/decimal";
import type { GenerationChange, MongoRows } from "@finflow/projection/mongo-projection-store";
import { rowsOf } from "@finflow/projection/mongo-row-filter";
import { type AnyBulkWriteOperation, Decimal128 } from "mongodb";
import type { MerchantTotal } from "../domain/tools.ts";
import { type MerchantLookup, namedRows } from "../merchant-index.ts";
import type { MerchantRow } from "../merchant-row.ts";
import type { ChatbotCollections, MerchantRowDocument } from "./mongo-collections.ts";

/** What a projection store needs of chatbot: how its rows change. */
export function mongoMerchants({ rows }: ChatbotCollections): MongoRows<MerchantRow> {
  return {
    applyChanges: async (session, changes) => {
      if (changes.length === 0) return;
      const documents = changes.map(documentOf);
      const ids = documents.map(({ _id }) => _id);
      const stored = await rows
        .find({ _id: { $in: ids } }, { session, projection: { revision: 1 } })
        .toArray();
      const before = new Map(stored.map(({ _id, revision }) => [_id, revision]));
      const newer = documents.filter(({ _id, revision }) => revision > (before.get(_id) ?? 0));
      if (newer.length === 0) return;
      // Nobody else writes while the user is held: what is not there is inserted, which costs less than an upsert.
      await rows.bulkWrite(
        newer.map((document): AnyBulkWriteOperation<MerchantRowDocument> => {
          const { _id, ...replacement } = document;
          if (!before.has(_id)) return { insertOne: { document } };
          return { replaceOne: { filter: { _id }, replacement } };
        }),
        { session, ordered: false },
      );
    },
    forget: async (session, userId, keep) => {
      const others = keep === undefined ? {} : { generation: { $ne: keep } };
      await rows.deleteMany({ userId, ...others }, { session });
    },
  };
}

function documentOf({
  userId,
  generation,
  transactionId,
  revision,
  row,
}: GenerationChange<MerchantRow>): MerchantRowDocument {
  const _id = `${userId}/${generation}/${transactionId}`;
  const key = { _id, userId, generation, transactionId, revision };
  return row ? { ...key, row: { ...row, amount: Decimal128.fromString(row.amount) } } : key;
}

type Found = {
  _id: { currency: string; merchantKey: string };
  merchant: string;
  total: Decimal128;
  count: number;
  transactionIds: string[];
};

export function merchantLookup({ rows }: ChatbotCollections): MerchantLookup {
  const newestFirst = { "row.date": -1 } as const;
  return {
    topMerchants: async (userId, generation, filter, limit) => {
      const found = await rows
        .aggregate<Found>([
          {
            $match: {
              $and: [
                rowsOf<MerchantRowDocument>(userId, generation, filter),
                { "row.merchantKey": { $ne: "" } },
              ],
            },
          },
          {
            $group: {
              _id: { currency: "$row.currency", merchantKey: "$row.merchantKey" },
              merchant: { $top: { sortBy: newestFirst, output: "$row.merchant" } },
              total: { $sum: "$row.amount" },
              count: { $sum: 1 },
              transactionIds: { $topN: { n: namedRows, sortBy: newestFirst, output: "$transactionId" } },
            },
          },
          { $sort: { "_id.currency": 1, total: -1, "_id.merchantKey": 1 } },
        ])
        .toArray();
      const perCurrency = Map.groupBy(found, ({ _id }) => _id.currency);
      return [...perCurrency.values()].flatMap((each) => each.slice(0, limit).map(totalOf));
    },
    lastRowDate: async (userId, generation) => {
      const [last] = await rows
        .find({ userId, generation, row: { $exists: true } })
        .sort(newestFirst)
        .limit(1)
        .toArray();
      return last?.row?.date;
    },
  };
}

function totalOf({ _id: { currency }, merchant, total, count, transactionIds }: Found): MerchantTotal {
  const digits = minorDigits(currency);
  return {
    ...{ merchant, currency, count, transactionIds },
    total: formatMinor(parseDecimal(total.toString(), digits), digits),
  };
}
