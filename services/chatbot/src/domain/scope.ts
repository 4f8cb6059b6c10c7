import { join } from "./join.ts";
import type { Measure, Plan, Scope } from "./plan.ts";
import type { RowFilter } from "./tools.ts";

/** The rows that a plan is about. */
export function filterOf({ measure, scope }: Pick<Plan, "measure" | "scope">): RowFilter {
  const { categories, words, account, period, minAmount, maxAmount, currency } = scope;
  return {
    ...sides[measure],
    ...(categories && { category: categories }),
    ...(words && { search: words }),
    ...(account && { account: [account.id] }),
    ...(period?.from && { from: period.from }),
    ...(period?.to && { to: period.to }),
    ...(minAmount && { minAmount }),
    ...(maxAmount && { maxAmount }),
    ...(currency && { currency: [currency] }),
  };
}

const sides: Record<Measure, RowFilter> = {
  expense: { type: ["DEBIT"], flow: ["SPENDING"] },
  income: { type: ["CREDIT"], flow: ["INCOME"] },
  debit: { type: ["DEBIT"] },
  credit: { type: ["CREDIT"] },
  transfer: { type: ["DEBIT"], flow: ["TRANSFER"] },
  any: {},
};

/** Which side of an account a measure is on. */
export function sideOf(measure: Measure): "debit" | "credit" {
  return measure === "income" || measure === "credit" ? "credit" : "debit";
}

/** What a measure is called as a thing: "spending on food at tesco in June 2025". */
export const nounOf: Record<Measure, string> = {
  expense: "spending",
  income: "income",
  debit: "debits",
  credit: "credits",
  transfer: "transfers",
  any: "transactions",
};

/** What a measure's rows are called, one and several: "your largest expense", "22 transactions among your debits". */
export const rowsOf: Record<Measure, readonly [one: string, several: string]> = {
  expense: ["expense", "expenses"],
  income: ["income", "income"],
  debit: ["debit", "debits"],
  credit: ["credit", "credits"],
  transfer: ["transfer", "transfers"],
  any: ["transaction", "transactions"],
};

/** The restrictions in words, to stand after a noun; empty for everything stored. */
export function describeScope(scope: Scope): string {
  const { categories, words, account, period, minAmount, maxAmount, currency } = scope;
  const parts = [
    categories && `on ${join(categories)}`,
    words && `matching “${words}”`,
    account && `in ${account.label}`,
    minAmount && (maxAmount ? `from ${minAmount} to ${maxAmount}` : `of at least ${minAmount}`),
    maxAmount && !minAmount && `of at most ${maxAmount}`,
    currency && `in ${currency}`,
    period && describePeriod(period),
  ];
  return parts.filter(Boolean).join(" ");
}

const monthNames =
  "January February March April May June July August September October November December".split(" ");

function describePeriod({ from, to }: NonNullable<Scope["period"]>): string {
  if (from === undefined) return to === undefined ? "" : `up to ${to}`;
  if (to === undefined) return `since ${from}`;
  if (from === to) return `on ${from}`;
  const [year, month] = from.split("-");
  if (from.endsWith("-01-01") && to === `${year}-12-31`) return `in ${year}`;
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const wholeMonth = from.endsWith("-01") && to === `${year}-${month}-${lastDay}`;
  return wholeMonth ? `in ${monthNames[Number(month) - 1]} ${year}` : `from ${from} to ${to}`;
}
