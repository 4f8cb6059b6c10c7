import { matches, queryTokens, tokens } from "@finflow/search-tokens/tokens";

/** A row as a person would write it on a list; amounts in minor units. */
export type PlainRow = {
  transactionId: string;
  accountId: string;
  documentIds: string[];
  date: string;
  description: string;
  type: "DEBIT" | "CREDIT";
  flow: "SPENDING" | "INCOME" | "TRANSFER";
  category: string;
  verdict: "RECONCILED" | "DISCREPANT" | "UNVERIFIABLE";
  currency: string;
  minor: bigint;
};

export type PlainFilter = {
  category: string[];
  type: string[];
  flow: string[];
  verdict: string[];
  currency: string[];
  account: string[];
  document: string[];
  from: string;
  to: string;
  minAmount: string;
  maxAmount: string;
  search: string;
};

export const digitsOf: Record<string, number> = { GBP: 2, JPY: 0, KWD: 3, CLF: 4 };

/** "12.50" of pounds is 125000n, and of every currency: what two amounts are compared by. */
function tenThousandths(decimal: string): bigint {
  const [whole = "", decimals = ""] = decimal.split(".");
  return BigInt(whole) * 10_000n + BigInt(decimals.padEnd(4, "0"));
}

export function decimal(minor: bigint, currency: string): string {
  const digits = digitsOf[currency]!;
  const text = String(minor).padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export function keep(rows: readonly PlainRow[], filter: PlainFilter): PlainRow[] {
  const within = (values: readonly string[], value: string) => values.length === 0 || values.includes(value);
  return rows.filter((row) => {
    const amount = tenThousandths(decimal(row.minor, row.currency));
    return (
      within(filter.category, row.category) &&
      within(filter.type, row.type) &&
      within(filter.flow, row.flow) &&
      within(filter.verdict, row.verdict) &&
      within(filter.currency, row.currency) &&
      within(filter.account, row.accountId) &&
      (filter.document.length === 0 || filter.document.some((id) => row.documentIds.includes(id))) &&
      (filter.from === "" || row.date >= filter.from) &&
      (filter.to === "" || row.date <= filter.to) &&
      (filter.minAmount === "" || amount >= tenThousandths(filter.minAmount)) &&
      (filter.maxAmount === "" || amount <= tenThousandths(filter.maxAmount)) &&
      matches(tokens(row.description), queryTokens(filter.search))
    );
  });
}

const isDebit = (row: PlainRow) => row.type === "DEBIT";
const isExpense = (row: PlainRow) => isDebit(row) && row.flow === "SPENDING";

function sum(rows: readonly PlainRow[]): string {
  const currency = rows[0]?.currency ?? "GBP";
  return decimal(
    rows.reduce((total, { minor }) => total + minor, 0n),
    currency,
  );
}

/** Two decimals, halves up; the parts here are never negative. */
function percent(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 20_000n + whole) / (whole * 2n)) / 100;
}

function byKey(rows: readonly PlainRow[], key: (row: PlainRow) => string): [string, PlainRow[]][] {
  return [...Map.groupBy(rows, key)].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Largest first, equal ones by name. */
function ranked(groups: [string, PlainRow[]][]): { key: string; rows: PlainRow[]; minor: bigint }[] {
  return groups
    .map(([key, rows]) => ({ key, rows, minor: rows.reduce((total, row) => total + row.minor, 0n) }))
    .sort((a, b) => (a.minor === b.minor ? 0 : a.minor > b.minor ? -1 : 1));
}

export function plainSummary(rows: readonly PlainRow[]) {
  return byKey(rows, ({ currency }) => currency).map(([currency, own]) => {
    const money = (which: (row: PlainRow) => boolean) =>
      sum([{ ...own[0]!, minor: 0n }, ...own.filter(which)]);
    const unproven = (row: PlainRow) => row.verdict !== "RECONCILED";
    const spent = own.filter(isExpense);
    const [month] = ranked(byKey(spent, ({ date }) => date.slice(0, 7)));
    const [top] = plainCategories(own);
    return {
      ...{ currency, count: own.length },
      totalDebit: money(isDebit),
      totalCredit: money((row) => !isDebit(row)),
      transfers: money((row) => isDebit(row) && row.flow === "TRANSFER"),
      expense: money(isExpense),
      income: money((row) => !isDebit(row) && row.flow === "INCOME"),
      unprovenCount: own.filter(unproven).length,
      unprovenDebit: money((row) => isDebit(row) && unproven(row)),
      unprovenCredit: money((row) => !isDebit(row) && unproven(row)),
      highestExpenseMonth: month && `${month.key} ${decimal(month.minor, currency)}`,
      topCategory: top && `${top.category} ${top.percentage}`,
    };
  });
}

export function plainCategories(rows: readonly PlainRow[]) {
  return byKey(rows.filter(isExpense), ({ currency }) => currency).flatMap(([currency, own]) => {
    const whole = own.reduce((total, { minor }) => total + minor, 0n);
    return ranked(byKey(own, ({ category }) => category)).map(({ key, rows: of, minor }) => ({
      ...{ currency, category: key, count: of.length },
      total: decimal(minor, currency),
      percentage: percent(minor, whole),
    }));
  });
}

/** Months without rows between a currency's first and last are not here: the test fills nothing in. */
export function plainMonths(rows: readonly PlainRow[]) {
  return byKey(rows, ({ date, currency }) => `${date.slice(0, 7)} ${currency}`).map(([key, own]) => {
    const money = (which: (row: PlainRow) => boolean) =>
      sum([{ ...own[0]!, minor: 0n }, ...own.filter(which)]);
    return {
      ...{ month: key.slice(0, 7), currency: key.slice(8), count: own.length },
      debit: money(isDebit),
      credit: money((row) => !isDebit(row)),
      expense: money(isExpense),
    };
  });
}

/** The ids in the order of a list; equal ones in the order of their ids, in the same direction. */
export function plainOrder(rows: readonly PlainRow[], orderBy: string): string[] {
  const [field = "date", direction] = orderBy.split(" ");
  const key = (row: PlainRow): string =>
    field === "amount"
      ? String(tenThousandths(decimal(row.minor, row.currency))).padStart(30, "0")
      : field === "description"
        ? [...tokens(row.description).join(" ")].slice(0, 75).join("")
        : row.date;
  const bytes = (text: string) => Buffer.from(text);
  const ordered = rows
    .map((row) => ({ key: bytes(key(row)), id: row.transactionId }))
    .sort((a, b) => Buffer.compare(a.key, b.key) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  return direction === "desc" ? ordered.reverse() : ordered;
}
