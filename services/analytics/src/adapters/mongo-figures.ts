import type { Decimal128, Document, Filter as MongoFilter } from "mongodb";
import { cover, type Span } from "../domain/cover.ts";
import type { Group } from "../domain/figures.ts";
import { type Filter, needsRows } from "../domain/filter.ts";
import type { Flow, TransactionType } from "../domain/row.ts";
import type { ReadModel } from "../read-model.ts";
import { toMinor } from "./amount.ts";
import type { AnalyticsCollections, SumDocument } from "./mongo-collections.ts";
import { rowsOf } from "./mongo-rows.ts";

type Found = {
  _id: { month: string; currency: string; category: string; type: string; flow: string };
  count: number;
  amount: Decimal128;
  unprovenCount: number;
  unprovenAmount: Decimal128;
};

/**
 * What the rows of a filter sum up to. From the sums per month and day wherever they can answer, whose number
 * does not grow with that of the rows; else from the rows.
 */
export function groups({ rows, days, months }: AnalyticsCollections): ReadModel["groups"] {
  return async (userId, generation, filter) => {
    if (needsRows(filter)) {
      const unproven = { $ne: ["$row.verdict", "RECONCILED"] };
      const counted = grouped("$row.", {
        count: { $sum: 1 },
        amount: { $sum: "$row.amount" },
        unprovenCount: { $sum: { $cond: [unproven, 1, 0] } },
        unprovenAmount: { $sum: { $cond: [unproven, "$row.amount", 0] } },
      });
      const matching = { $match: rowsOf(userId, generation, filter) };
      return (await rows.aggregate<Found>([matching, counted]).toArray()).map(groupOf);
    }
    const summed = grouped("$", {
      count: { $sum: "$count" },
      amount: { $sum: "$amount" },
      unprovenCount: { $sum: "$unprovenCount" },
      unprovenAmount: { $sum: "$unprovenAmount" },
    });
    const { months: whole, days: edges } = cover(filter);
    const within = (span: Span) => ({ $match: sumsOf(userId, generation, filter, span) });
    const found = await Promise.all([
      ...(whole ? [months.aggregate<Found>([within(whole), summed]).toArray()] : []),
      ...edges.map((span) => days.aggregate<Found>([within(span), summed]).toArray()),
    ]);
    return merged(found.flat().map(groupOf));
  };
}

function grouped(prefix: string, sums: Document): Document {
  const by = Object.fromEntries(
    ["currency", "category", "type", "flow"].map((name) => [name, `${prefix}${name}`]),
  );
  return { $group: { _id: { month: { $substrBytes: [`${prefix}date`, 0, 7] }, ...by }, ...sums } };
}

function sumsOf(
  userId: string,
  generation: number,
  filter: Filter,
  { from, to }: Span,
): MongoFilter<SumDocument> {
  const any = (name: string, values: readonly string[]) =>
    values.length > 0 ? { [name]: { $in: values } } : {};
  const date = { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lte: to }) };
  return {
    userId,
    generation,
    ...(Object.keys(date).length > 0 && { date }),
    ...any("currency", filter.currency),
    ...any("accountId", filter.account),
    ...any("category", filter.category),
    ...any("type", filter.type),
    ...any("flow", filter.flow),
  };
}

function groupOf({ _id, count, amount, unprovenCount, unprovenAmount }: Found): Group {
  const { type, flow } = _id;
  return {
    ..._id,
    type: type as TransactionType,
    flow: flow as Flow,
    ...{ count, unprovenCount },
    amount: toMinor(amount.toString(), _id.currency),
    unprovenAmount: toMinor(unprovenAmount.toString(), _id.currency),
  };
}

/** A month of which both ends are days comes in two parts. */
function merged(parts: readonly Group[]): Group[] {
  const whole = new Map<string, Group>();
  for (const part of parts) {
    const key = [part.month, part.currency, part.category, part.type, part.flow].join("/");
    const sum = whole.get(key);
    if (!sum) {
      whole.set(key, { ...part });
      continue;
    }
    sum.count += part.count;
    sum.amount += part.amount;
    sum.unprovenCount += part.unprovenCount;
    sum.unprovenAmount += part.unprovenAmount;
  }
  return [...whole.values()];
}
