import { AnalyticsError } from "./analytics-error.ts";
import { isCivilDate } from "./civil-date.ts";
import type { Flow, TransactionType, Verdict } from "./row.ts";

/** Which rows a figure is of: values of one field mean any of them, fields together all of them. */
export type Filter = {
  category: string[];
  type: TransactionType[];
  flow: Flow[];
  /** YYYY-MM-DD, inclusive; absent means from the first. */
  from: string | undefined;
  to: string | undefined;
  /** Decimal strings of major units, inclusive. */
  minAmount: string | undefined;
  maxAmount: string | undefined;
  currency: string[];
  account: string[];
  document: string[];
  verdict: Verdict[];
  /** Words of @finflow/search-tokens' queryTokens. */
  search: string[];
};

/**
 * Whether sums per day and month cannot answer: they know neither words, amounts, documents nor verdicts.
 * Figures over these are counted from rows and take time in proportion to them.
 */
export function needsRows(filter: Filter): boolean {
  return (
    filter.search.length > 0 ||
    filter.document.length > 0 ||
    filter.verdict.length > 0 ||
    filter.minAmount !== undefined ||
    filter.maxAmount !== undefined
  );
}

/** @throws AnalyticsError naming the field: the contract checks the form, this what the calendar allows. */
export function checkFilter(filter: Filter): void {
  for (const field of ["from", "to"] as const) {
    const date = filter[field];
    if (date !== undefined && !isCivilDate(date)) {
      throw new AnalyticsError("bad_filter", { field, problem: "must be a date that exists, YYYY-MM-DD" });
    }
  }
  if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to) {
    throw new AnalyticsError("bad_filter", { field: "to", problem: "must not be before from" });
  }
}
