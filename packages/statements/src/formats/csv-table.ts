import { isCurrency } from "@finflow/money/currency";
import { fold } from "../text/fold.ts";
import { findPhrases } from "../text/phrases.ts";
import { accountPhrases, headerPhrases } from "../vocabulary/lexicon.ts";
import type { ColumnRole } from "../vocabulary/vocabulary.ts";
import { type CsvRecord, isAmountCell, isDateCell } from "./csv-records.ts";

/** What a column holds by its content, with what its heading says. */
export type CsvColumn = {
  index: number;
  kind: "date" | "money" | "currency" | "text";
  role: ColumnRole | null;
  /** Its heading as written; empty where there is none. */
  heading: string;
  /** Whether its heading says that it holds an account's number. */
  account: boolean;
};

export type CsvTable = {
  columns: CsvColumn[];
  before: CsvRecord[];
  header: CsvRecord | null;
  /** Rows and what stands among or below them. */
  body: CsvRecord[];
  /** The column that dates the rows. */
  date: CsvColumn;
};

const moneyRoles: ReadonlySet<ColumnRole | null> = new Set(["debit", "credit", "amount", "balance"]);

/** Finds the table among the records: its headings, if any, and what each column holds; null where there is none. */
export function findTable(records: readonly CsvRecord[]): CsvTable | null {
  const isRow = ({ cells }: CsvRecord) => cells.some((cell) => isDateCell(cell)) && cells.some(isAmountCell);
  const first = records.findIndex(isRow);
  if (first < 0) return null;
  const width = commonWidth(records.filter(isRow));
  const head = headerIndex(records, first, width);
  const header = head === null ? null : records[head]!;
  const body = records.slice(head === null ? first : head + 1);
  const rows = body.filter((record) => isRow(record) && record.cells.length === width);
  if (rows.length === 0 || (header === null && rows.length < 2)) return null;
  const columns = columnsOf(header, rows, width);
  const dates = columns.filter(({ kind }) => kind === "date");
  const date =
    dates.find(({ role }) => role === "date") ?? dates.find(({ role }) => role !== "value_date") ?? dates[0];
  if (!date || !columns.some(({ kind }) => kind === "money")) return null;
  return { columns, before: records.slice(0, head ?? first), header, body, date };
}

function commonWidth(rows: readonly CsvRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]![0];
}

/** The headings: the last record above the rows that is as wide and holds no dates or amounts. */
function headerIndex(records: readonly CsvRecord[], first: number, width: number): number | null {
  for (let at = first - 1; at >= Math.max(0, first - 3); at--) {
    const { cells } = records[at]!;
    const named = cells.filter((cell) => /\p{L}/u.test(cell));
    // A trailing delimiter may stand in the rows alone, or in the headings alone.
    if (Math.abs(cells.length - width) > 1 || cells.some((cell) => isDateCell(cell) || isAmountCell(cell)))
      continue;
    if (named.length * 2 >= width && named.length >= 2) return at;
  }
  return null;
}

function columnsOf(header: CsvRecord | null, rows: readonly CsvRecord[], width: number): CsvColumn[] {
  const columns = Array.from({ length: width }, (_, index) => {
    const heading = header?.cells[index] ?? "";
    const filled = rows.map(({ cells }) => cells[index]!).filter((cell) => cell !== "");
    const most = (test: (cell: string) => boolean) =>
      filled.length > 0 && filled.filter(test).length * 10 >= filled.length * 8;
    const role = roleOf(heading);
    const account = findPhrases([heading], accountPhrases).length > 0;
    const decimals = filled.filter((cell) => /\d[.,]\d{1,3}\D*$/.test(cell)).length * 2 >= filled.length;
    return { index, heading, role, account, filled: filled.length, most, decimals };
  });
  // Integers are amounts where nothing in the file has decimals, and under a heading that says so.
  const hasDecimals = columns.some(({ most, decimals }) => most(isAmountCell) && decimals);
  return columns.map(({ index, heading, role, account, filled, most, decimals }) => {
    const isMoney =
      filled === 0
        ? moneyRoles.has(role)
        : most(isAmountCell) &&
          (moneyRoles.has(role) || (role === null && !account && (decimals || !hasDecimals)));
    const isDate = most((cell) => isDateCell(cell, role === "date" || role === "value_date"));
    const kind = isMoney
      ? "money"
      : isDate
        ? "date"
        : filled > 0 && most(isCurrencyCode)
          ? "currency"
          : "text";
    return { index, kind, role, heading, account };
  });
}

function isCurrencyCode(cell: string): boolean {
  return isCurrency(cell) && cell !== "XXX";
}

/** What a heading says: the longest known words in it, where they are a good part of it. */
export function roleOf(heading: string): ColumnRole | null {
  const words = heading.split(/[\s_]+/);
  const matches = findPhrases(words, headerPhrases).toSorted((a, b) => b.letters - a.letters);
  const letters = fold(words.join(" ")).replace(/ /g, "").length;
  const [longest] = matches;
  if (!longest || longest.letters * 3 < letters) return null;
  return longest.value;
}
