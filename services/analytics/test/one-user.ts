import { randomUUIDv7 } from "node:crypto";
import { Decimal128, type MongoClient } from "mongodb";
import { analyticsCollections, prepareAnalytics } from "../src/adapters/mongo-collections.ts";
import { rowDocument } from "../src/adapters/mongo-projection.ts";
import { mongoAnalyticsStore } from "../src/adapters/mongo-store.ts";
import type { Row } from "../src/domain/row.ts";
import { everything } from "./rows.ts";

const categories = ["food", "transport", "shopping", "bills", "entertainment", "other"];
const [months, days] = [24, 6];
const words = ["bakery", "station", "market", "water", "cinema", "salary"];
const state = new Uint8Array(300).fill(7);

/**
 * Row number `at` of somebody: on six days of each of 24 months, in six categories, in turn. From about a thousand rows
 * on there are sums of every day and category, and more rows are more in each of these, not more sums.
 */
function rowAt(at: number, accountId: string): Row {
  const [month, turn] = [at % months, Math.floor(at / months)];
  const [category, day] = [turn % categories.length, Math.floor(turn / categories.length) % days];
  const two = (number: number) => String(number).padStart(2, "0");
  const isIncome = category === 5;
  return {
    transactionId: randomUUIDv7(),
    date: `${2024 + Math.floor(month / 12)}-${two(1 + (month % 12))}-${two(3 + 4 * day)}`,
    type: isIncome ? "CREDIT" : "DEBIT",
    flow: isIncome ? "INCOME" : "SPENDING",
    ...{ category: categories[category]!, currency: "GBP", accountId, verdict: "RECONCILED", state },
    amount: BigInt(100 + ((at * 7_919) % 90_000)),
    description: `${words[category]} ${at} card 4417`,
    documentIds: [accountId],
  };
}

/**
 * A user with so many rows in a database of their own, as projecting their statements would leave them, but quicker:
 * indexes come after rows, and sums are summed by the database.
 */
export async function storeOneUser(client: MongoClient, database: string, userId: string, count: number) {
  const db = client.db(database);
  const { rows } = analyticsCollections(db);
  const together = 5_000;
  for (let from = 0; from < count; from += together) {
    const part = Array.from({ length: Math.min(together, count - from) }, (_, at) => {
      const row = rowAt(from + at, userId);
      return rowDocument({ transactionId: row.transactionId, revision: 1, row, userId, generation: 1 });
    });
    await rows.insertMany(part, { ordered: false, writeConcern: { w: 1, journal: false } });
  }
  const { date: _, ...by } = Object.fromEntries(
    ["date", "currency", "accountId", "category", "type", "flow"].map((name) => [name, `$row.${name}`]),
  );
  const dates = { days: "$row.date", months: { $concat: [{ $substrBytes: ["$row.date", 0, 8] }, "01"] } };
  const none = Decimal128.fromString("0");
  for (const [name, date] of Object.entries(dates))
    await rows
      .aggregate([
        { $group: { _id: { date, ...by }, count: { $sum: 1 }, amount: { $sum: "$row.amount" } } },
        {
          $replaceWith: {
            $mergeObjects: [
              "$_id",
              { userId, generation: 1, count: "$count", amount: "$amount" },
              {
                unprovenCount: 0,
                unprovenAmount: none,
                _id: { $concat: ["$_id.date", "/", "$_id.category"] },
              },
            ],
          },
        },
        { $out: name },
      ])
      .toArray();
  await prepareAnalytics(db);
}

/** What people read, of a user of `storeOneUser`. Searching, which reads all rows, is not among them. */
export function readsOf(client: MongoClient, database: string, userId: string) {
  const { figures } = mongoAnalyticsStore(client, database);
  const middle = { ...everything, from: "2024-03-15", to: "2025-10-15" };
  const page = (
    field: "date" | "amount" | "description",
    more: { filter?: object; after?: { value: string; transactionId: string } } = {},
  ) =>
    figures.rows(
      userId,
      1,
      { ...everything, ...more.filter },
      {
        ...{ order: { field, descending: true }, size: 50, after: more.after, skip: 0 },
      },
    );
  return {
    "figures of all time": () => figures.groups(userId, 1, everything),
    "figures from one middle of a month to another": () => figures.groups(userId, 1, middle),
    "figures of a category": () => figures.groups(userId, 1, { ...everything, category: ["food"] }),
    "the newest 50 rows": () => page("date"),
    "the 50 largest": () => page("amount"),
    "50 rows by description": () => page("description"),
    "50 rows from the middle on": () =>
      page("date", { after: { value: "2025-01-03", transactionId: "ffffffff" } }),
    "the newest 50 of a category": () => page("date", { filter: { category: ["food"] } }),
  };
}
