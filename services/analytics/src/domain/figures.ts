import { percentage } from "@finflow/money/percentage";
import { monthsBetween } from "./civil-date.ts";
import type { Flow, TransactionType } from "./row.ts";

/** Sums of the rows that a filter leaves, by month and by what figures tell apart. Minor units. */
export type Group = {
  /** YYYY-MM. */
  month: string;
  currency: string;
  category: string;
  type: TransactionType;
  flow: Flow;
  count: number;
  amount: bigint;
  unprovenCount: number;
  unprovenAmount: bigint;
};

export type CurrencyTotals = {
  currency: string;
  totalDebit: bigint;
  totalCredit: bigint;
  transfers: bigint;
  expense: bigint;
  income: bigint;
  count: number;
  unprovenCount: number;
  unprovenDebit: bigint;
  unprovenCredit: bigint;
  highestExpenseMonth: { month: string; amount: bigint } | undefined;
  topCategory: { category: string; percentage: number } | undefined;
};

export type CategoryTotal = {
  category: string;
  currency: string;
  total: bigint;
  percentage: number;
  count: number;
};

export type MonthTotal = {
  month: string;
  currency: string;
  debit: bigint;
  credit: bigint;
  expense: bigint;
  count: number;
};

/** One entry per currency, in alphabetical order. */
export function summarise(groups: readonly Group[]): CurrencyTotals[] {
  return byCurrency(groups).map(([currency, own]) => {
    const expense = own.filter(isExpense);
    const months = sumBy(expense, (group) => group.month).sort(
      (a, b) => order(b.amount, a.amount) || order(a.key, b.key),
    );
    const [top] = categoriesOf(currency, expense);
    return {
      currency,
      totalDebit: sum(own.filter((group) => group.type === "DEBIT")),
      totalCredit: sum(own.filter((group) => group.type === "CREDIT")),
      transfers: sum(own.filter((group) => group.type === "DEBIT" && group.flow === "TRANSFER")),
      expense: sum(expense),
      income: sum(own.filter((group) => group.type === "CREDIT" && group.flow === "INCOME")),
      count: count(own),
      unprovenCount: own.reduce((total, group) => total + group.unprovenCount, 0),
      unprovenDebit: unproven(own.filter((group) => group.type === "DEBIT")),
      unprovenCredit: unproven(own.filter((group) => group.type === "CREDIT")),
      highestExpenseMonth: months[0] && { month: months[0].key, amount: months[0].amount },
      topCategory: top && { category: top.category, percentage: top.percentage },
    };
  });
}

/** Expense per category: by currency, then the largest first, then by name. */
export function categories(groups: readonly Group[]): CategoryTotal[] {
  return byCurrency(groups.filter(isExpense)).flatMap(([currency, own]) => categoriesOf(currency, own));
}

/** By month, then currency. Months without rows between a currency's first and last are there, with zeros. */
export function months(groups: readonly Group[]): MonthTotal[] {
  return byCurrency(groups)
    .flatMap(([currency, own]) => {
      const present = own.map((group) => group.month).sort();
      return monthsBetween(present[0]!, present.at(-1)!).map((month) => {
        const rows = own.filter((group) => group.month === month);
        return {
          month,
          currency,
          debit: sum(rows.filter((group) => group.type === "DEBIT")),
          credit: sum(rows.filter((group) => group.type === "CREDIT")),
          expense: sum(rows.filter(isExpense)),
          count: count(rows),
        };
      });
    })
    .sort((a, b) => order(a.month, b.month) || order(a.currency, b.currency));
}

/** What counts as spending: debits that are neither income nor between the person's own accounts. */
function isExpense(group: Group): boolean {
  return group.type === "DEBIT" && group.flow === "SPENDING";
}

function categoriesOf(currency: string, expense: readonly Group[]): CategoryTotal[] {
  const whole = sum(expense);
  return sumBy(expense, (group) => group.category)
    .sort((a, b) => order(b.amount, a.amount) || order(a.key, b.key))
    .map(({ key, amount, count }) => ({
      category: key,
      currency,
      total: amount,
      percentage: percentage(amount, whole),
      count,
    }));
}

function byCurrency(groups: readonly Group[]): [string, Group[]][] {
  return [...Map.groupBy(groups, (group) => group.currency)].sort(([a], [b]) => order(a, b));
}

function sumBy(groups: readonly Group[], keyOf: (group: Group) => string) {
  return [...Map.groupBy(groups, keyOf)].map(([key, own]) => ({
    key,
    amount: sum(own),
    count: count(own),
  }));
}

function sum(groups: readonly Group[]): bigint {
  return groups.reduce((total, group) => total + group.amount, 0n);
}

function unproven(groups: readonly Group[]): bigint {
  return groups.reduce((total, group) => total + group.unprovenAmount, 0n);
}

function count(groups: readonly Group[]): number {
  return groups.reduce((total, group) => total + group.count, 0);
}

function order<T extends string | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
