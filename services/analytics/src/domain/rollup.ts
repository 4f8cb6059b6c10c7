import type { Flow, Row, TransactionType } from "./row.ts";

/** What rows are summed by. `date` is a day, or the first of a month. */
export type RollupKey = {
  date: string;
  currency: string;
  accountId: string;
  category: string;
  type: TransactionType;
  flow: Flow;
};

/** Sums of the rows of one key; amounts in minor units. As a difference they may be negative. */
export type Rollup = RollupKey & {
  count: number;
  amount: bigint;
  unprovenCount: number;
  unprovenAmount: bigint;
};

/** A row's old and new state; either may be absent. */
export type Replacement = { before: Row | undefined; after: Row | undefined };

/**
 * By how much the sums per day change. Keys that do not change are left out. The order is that of the key,
 * so that two transactions which touch the same sums take their locks in the same order.
 */
export function dayDifferences(replacements: readonly Replacement[]): Rollup[] {
  const parts = replacements.flatMap(({ before, after }) => [
    ...(before ? [contribution(before, -1)] : []),
    ...(after ? [contribution(after, 1)] : []),
  ]);
  return merge(parts);
}

/** The same by month. */
export function monthDifferences(days: readonly Rollup[]): Rollup[] {
  return merge(days.map((day) => ({ ...day, date: firstOfMonth(day.date) })));
}

export function firstOfMonth(date: string): string {
  return `${date.slice(0, 7)}-01`;
}

function contribution(row: Row, sign: 1 | -1): Rollup {
  const { date, currency, accountId, category, type, flow } = row;
  const amount = sign === 1 ? row.amount : -row.amount;
  const proven = row.verdict === "RECONCILED";
  return {
    ...{ date, currency, accountId, category, type, flow },
    count: sign,
    amount,
    unprovenCount: proven ? 0 : sign,
    unprovenAmount: proven ? 0n : amount,
  };
}

function merge(parts: readonly Rollup[]): Rollup[] {
  const byKey = new Map<string, Rollup>();
  for (const part of parts) {
    const key = [part.date, part.currency, part.accountId, part.category, part.type, part.flow].join("|");
    const sum = byKey.get(key);
    if (!sum) {
      byKey.set(key, { ...part });
      continue;
    }
    sum.count += part.count;
    sum.amount += part.amount;
    sum.unprovenCount += part.unprovenCount;
    sum.unprovenAmount += part.unprovenAmount;
  }
  return [...byKey.entries()]
    .filter(([, sum]) => sum.count || sum.amount || sum.unprovenCount || sum.unprovenAmount)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum);
}
