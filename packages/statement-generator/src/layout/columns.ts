import { printMagnitude, printSigned } from "../printing/amount.ts";
import { printDate } from "../printing/date-style.ts";
import type { AccountSpec, PrintedRow, StatementSpec } from "../statement-spec.ts";
import type { Measure } from "./page.ts";
import type { Wording } from "./wording.ts";

export type ColumnKey =
  | "serial"
  | "date"
  | "valueDate"
  | "description"
  | "reference"
  | "type"
  | "debit"
  | "credit"
  | "gross"
  | "fee"
  | "amount"
  | "mark"
  | "balance"
  | "available";

export type Column = { key: ColumnKey; heading: string[]; right: boolean; x: number; width: number };

export type Cells = Partial<Record<ColumnKey, string>>;

export function columnKeys(
  { dimensions, country }: StatementSpec,
  printed: AccountSpec["printed"],
): ColumnKey[] {
  const extra = dimensions.extraColumns;
  const keys: ColumnKey[] = [];
  if (extra === "serial number") keys.push("serial");
  keys.push("date");
  if (extra.includes("value date")) keys.push("valueDate");
  if (dimensions.columns === "amount and type") keys.push("description", "type", "amount");
  else {
    keys.push("description");
    if (extra.includes("reference")) keys.push("reference");
    if (dimensions.columns === "debit, credit") keys.push("debit", "credit");
    else if (dimensions.columns === "credit, debit") keys.push("credit", "debit");
    else if (dimensions.columns === "amount and mark apart") keys.push("amount", "mark");
    else if (dimensions.columns === "gross, fee, net") keys.push("gross", "fee", "amount");
    else keys.push("amount");
  }
  if (printed.rows.some(({ balance }) => balance !== null)) keys.push("balance");
  if (extra === "second balance") keys.push("available");
  if (dimensions.datesPrinted.startsWith("day headings")) keys.splice(keys.indexOf("date"), 1);
  // Pages in Arabic and Hebrew are read from the right.
  return country.words.script === "rtl" && dimensions.rules !== "ragged"
    ? keys.reverse()
    : inOrder(keys, dimensions.columnOrder);
}

export function headingOf(
  key: ColumnKey,
  { dimensions }: StatementSpec,
  wording: Wording,
  swapped: boolean,
): string {
  if (key === "serial") return "No.";
  if (key === "mark") return "";
  if (key === "gross" || key === "fee" || key === "available")
    return { gross: "Gross", fee: "Fee", available: "Available balance" }[key];
  if (key === "amount" && dimensions.columns === "gross, fee, net") return "Net";
  if (key === "debit") return swapped ? wording.credit : wording.debit;
  if (key === "credit") return swapped ? wording.debit : wording.credit;
  if (key === "type" && dimensions.columns === "amount and type") return wording.type;
  return wording[key as keyof Wording];
}

/** What each column prints in a row. */
export function cellsOf(
  row: PrintedRow,
  index: number,
  { spec, account, wording }: { spec: StatementSpec; account: AccountSpec; wording: Wording },
): Cells {
  const { dimensions } = spec;
  const { amounts, printed } = account;
  const date = printDate(row.date, spec.date, spec.country.words);
  const cells: Cells = {
    serial: String(index + 1),
    date: dimensions.extraColumns === "time" ? `${date} ${row.time}` : date,
    valueDate: printDate(row.valueDate, spec.date, spec.country.words),
    description: row.text[0]!,
    reference: row.reference,
  };
  const magnitude = printMagnitude(row.amount, amounts);
  const out = row.amount < 0n;
  switch (dimensions.columns) {
    case "debit, credit":
    case "credit, debit":
      cells[out ? "debit" : "credit"] = magnitude;
      cells[out ? "credit" : "debit"] = emptyCell(dimensions, amounts);
      break;
    case "amount and type":
      cells.type = out !== printed.swapped ? wording.debitSide : wording.creditSide;
      cells.amount = magnitude;
      break;
    case "amount and mark apart":
      cells.mark = out !== printed.swapped ? amounts.sides[1] : amounts.sides[0];
      cells.amount = magnitude;
      break;
    case "amount without side":
      cells.amount = magnitude;
      break;
    case "gross, fee, net": {
      // A fee is taken from what comes in; the balance goes by what is left.
      const fee = out ? 0n : row.amount / 31n;
      cells.gross = printSigned(row.amount + fee, amounts);
      cells.fee = printSigned(-fee, amounts);
      cells.amount = printSigned(row.amount, amounts);
      break;
    }
    default:
      cells.amount = signedAmount(row, account, dimensions.sections.startsWith("in"));
  }
  if (row.balance !== null) {
    cells.balance = printBalance(row.balance, account);
    cells.available = printBalance(row.balance + 500n * 10n ** BigInt(account.digits), account);
  }
  return cells;
}

function emptyCell({ emptyCells }: StatementSpec["dimensions"], amounts: AccountSpec["amounts"]): string {
  if (emptyCells === "zeros") return printMagnitude(0n, amounts);
  return emptyCells === "dashes" ? "-" : "";
}

/** Most banks end with the balance; some begin with the figures. */
function inOrder(keys: readonly ColumnKey[], order: StatementSpec["dimensions"]["columnOrder"]): ColumnKey[] {
  if (order === "usual") return [...keys];
  const figures = keys.filter((key) => ["debit", "credit", "gross", "fee", "amount", "mark"].includes(key));
  if (order === "amounts first") {
    const rest = keys.filter((key) => !figures.includes(key));
    const at = rest.indexOf("description");
    return [...rest.slice(0, at), ...figures, ...rest.slice(at)];
  }
  const rest: ColumnKey[] = keys.filter((key) => key !== "balance");
  rest.splice(rest.indexOf(figures[0]!), 0, "balance");
  return rest;
}

function signedAmount({ amount }: PrintedRow, { amounts, printed }: AccountSpec, sectioned: boolean): string {
  if (sectioned) return printMagnitude(amount, amounts);
  // On a card what is spent is printed plainly, and what is paid is taken off.
  if (printed.direction === -1 && amounts.sign !== "CR only") return printSigned(-amount, amounts);
  return printSigned(amount, amounts);
}

/** A balance shows a side where the paper's amounts do, and where it is overdrawn. */
export function printBalance(balance: bigint, { amounts, printed }: AccountSpec): string {
  if (printed.direction === -1) {
    if (amounts.sign === "CR only") return printSigned(-balance, { ...amounts, sign: "CR only" }).trim();
    return printSigned(balance, amounts);
  }
  if (amounts.sign === "CR only") return printSigned(balance, { ...amounts, sign: "minus before" });
  if (amounts.sign === "plus and minus") return printSigned(balance, { ...amounts, sign: "minus before" });
  return printSigned(balance, amounts);
}

/** Places columns over a width: each as wide as what it holds, the description what is left. */
export function placeColumns(
  columns: Column[],
  cells: readonly Cells[],
  { measure, size, left, width }: { measure: Measure; size: number; left: number; width: number },
): boolean {
  const gap = 9;
  let used = 0;
  for (const column of columns) {
    if (column.key === "description") continue;
    const texts = [...cells.map((cell) => cell[column.key] ?? ""), ...column.heading];
    column.width = Math.max(16, ...texts.map((text) => measure(text, "regular", size))) + gap;
    used += column.width;
  }
  const description = columns.find(({ key }) => key === "description")!;
  description.width = width - used;
  let x = left;
  for (const column of columns) {
    column.x = x;
    x += column.width;
  }
  return description.width >= 110;
}
