import type { ChosenRow } from "./truth.ts";
import type { CategoryJson, MoneyJson, MonthJson, TotalsJson } from "./wire.ts";

/*
 * What the figures over some rows must be, worked out anew and in the plainest way: sums of integers, by what
 * docs/architecture.md says a figure means. It shares no code with what it checks.
 */

export function summaryOf(rows: readonly ChosenRow[]): TotalsJson[] {
  return byKey(rows, ({ currency }) => currency).map(([currency, own]) => {
    const unproven = own.filter(({ verdict }) => verdict !== "RECONCILED");
    const [month] = byKey(own.filter(isExpense), ({ date }) => date.slice(0, 7))
      .map(([name, spent]) => ({ name, sum: sumOf(spent) }))
      .sort((one, other) => compare(other.sum, one.sum) || compare(one.name, other.name));
    const [top] = categoriesOf(own);
    return {
      currency,
      totalDebit: money(own.filter(isDebit), currency),
      totalCredit: money(own.filter(isCredit), currency),
      transfers: money(
        own.filter((row) => isDebit(row) && row.flow === "TRANSFER"),
        currency,
      ),
      count: own.length,
      unprovenCount: unproven.length,
      unprovenDebit: money(unproven.filter(isDebit), currency),
      unprovenCredit: money(unproven.filter(isCredit), currency),
      ...(month && {
        highestExpenseMonth: {
          month: month.name,
          amount: { currency, amount: decimal(month.sum, currency) },
        },
      }),
      ...(top && { topCategory: { category: top.category, percentage: top.percentage } }),
      expense: money(own.filter(isExpense), currency),
      income: money(
        own.filter((row) => isCredit(row) && row.flow === "INCOME"),
        currency,
      ),
    };
  });
}

/** By currency, then the largest first; equal ones by name. */
export function categoriesOf(rows: readonly ChosenRow[]): CategoryJson[] {
  return byKey(rows.filter(isExpense), ({ currency }) => currency).flatMap(([currency, spent]) => {
    const whole = sumOf(spent);
    return byKey(spent, ({ category }) => category)
      .map(([category, own]) => ({ category, own, sum: sumOf(own) }))
      .sort((one, other) => compare(other.sum, one.sum) || compare(one.category, other.category))
      .map(({ category, own, sum }) => ({
        category,
        currency,
        total: { currency, amount: decimal(sum, currency) },
        // In hundredths of a percent, a half rounded up.
        percentage: whole === 0n ? 0 : Number((sum * 20_000n + whole) / (2n * whole)) / 100,
        count: own.length,
      }));
  });
}

/** By month within each currency, months between the first and the last without rows too. */
export function monthsOf(rows: readonly ChosenRow[]): MonthJson[] {
  return byKey(rows, ({ currency }) => currency).flatMap(([currency, own]) => {
    const months = own.map(({ date }) => date.slice(0, 7)).sort();
    return monthsBetween(months[0] ?? "", months.at(-1) ?? "").map((month) => {
      const within = own.filter(({ date }) => date.startsWith(month));
      return {
        month,
        currency,
        debit: money(within.filter(isDebit), currency),
        credit: money(within.filter(isCredit), currency),
        expense: money(within.filter(isExpense), currency),
        count: within.length,
      };
    });
  });
}

export function sumOf(rows: readonly ChosenRow[]): bigint {
  return rows.reduce((sum, { amount }) => sum + BigInt(amount.replace(".", "")), 0n);
}

export function money(rows: readonly ChosenRow[], currency: string): MoneyJson {
  return { currency, amount: decimal(sumOf(rows), currency) };
}

const isDebit = ({ type }: ChosenRow): boolean => type === "DEBIT";
const isCredit = ({ type }: ChosenRow): boolean => type === "CREDIT";
export const isExpense = (row: ChosenRow): boolean => isDebit(row) && row.flow === "SPENDING";

function decimal(minor: bigint, currency: string): string {
  const digits = digitsOf(currency);
  const text = String(minor).padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function digitsOf(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

function monthsBetween(first: string, last: string): string[] {
  const found: string[] = [];
  for (let month = first; month !== "" && month <= last; month = monthAfter(month)) found.push(month);
  return found;
}

function monthAfter(month: string): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** Groups in the order of their keys. */
function byKey(rows: readonly ChosenRow[], keyOf: (row: ChosenRow) => string): [string, ChosenRow[]][] {
  const groups = Map.groupBy(rows, keyOf);
  return [...groups].sort(([one], [other]) => compare(one, other));
}

function compare<Value extends string | bigint>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
