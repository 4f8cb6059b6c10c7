import { printDate } from "./civil-date.ts";
import type { Column, Field } from "./layouts.ts";
import { printAmount } from "./printed-amount.ts";
import { bottom, lineHeight, rule, type Sheet, wrap, writeCell } from "./sheet.ts";
import type { AccountSpec } from "./statement-spec.ts";
import type { PrintedAccount, PrintedRow } from "./truth.ts";

type Cells = Partial<Record<Field, string>>;

/** The rows under their headings, over as many pages as they need; `newPage` writes the head of the next. */
export function writeTable(sheet: Sheet, account: AccountSpec, printed: PrintedAccount, newPage: () => void) {
  const { layout } = sheet;
  const amount = (minor: bigint) => printAmount(minor, account.currency, layout.numbers);
  const balanceRow = (label: string, balance: bigint) =>
    writeRow(sheet, { description: label, balance: printBalance(sheet, balance, amount) }, true);
  const ordered = layout.newestFirst ? printed.rows.toReversed() : printed.rows;

  writeHeadings(sheet);
  if (layout.balanceRows) balanceRow(layout.labels.opening, printed.opening);
  let balance = printed.opening;
  let onPage = 0;
  let lastDate = "";
  for (const row of ordered) {
    const lines = wrap(sheet, descriptionColumn(sheet), row.description);
    // Room for the balance carried forward, or the closing one, stays below the last row.
    const height = (lines.length + 2) * lineHeight;
    if (onPage === layout.rowsPerPage || sheet.y + height > bottom) {
      if (layout.carriedForward) balanceRow("Balance carried forward", balance);
      newPage();
      writeHeadings(sheet);
      if (layout.carriedForward) balanceRow("Balance brought forward", balance);
      onPage = 0;
      lastDate = "";
    }
    const date = layout.dateOncePerDay && row.date === lastDate ? "" : printDate(row.date, layout.dates);
    writeRow(sheet, { date, ...rowCells(sheet, row, amount), description: lines[0] });
    for (const description of lines.slice(1)) writeRow(sheet, { description });
    balance = row.after;
    lastDate = row.date;
    onPage++;
  }
  if (layout.balanceRows) balanceRow(layout.labels.closing, printed.closing);
  rule(sheet);
  sheet.y += 6;
  if (layout.totals) writeTotals(sheet, printed, amount);
}

function rowCells(sheet: Sheet, row: PrintedRow, amount: (minor: bigint) => string): Cells {
  const magnitude = amount(row.amount < 0n ? -row.amount : row.amount);
  const credit = row.amount > 0n;
  const { side } = sheet.layout;
  const cells: Cells = row.balance === null ? {} : { balance: printBalance(sheet, row.balance, amount) };
  switch (side) {
    case "columns":
      return { ...cells, [credit ? "credit" : "debit"]: magnitude };
    case "minus":
      return { ...cells, amount: amount(row.amount) };
    case "marks":
      return { ...cells, amount: `${magnitude} ${credit ? "CR" : "DR"}`, reference: reference(row) };
    case "card":
      return { ...cells, amount: credit ? `${magnitude} CR` : magnitude };
  }
}

/** Layouts that mark the side of an amount mark that of a balance too. */
function printBalance(sheet: Sheet, balance: bigint, amount: (minor: bigint) => string): string {
  if (sheet.layout.side !== "marks") return amount(balance);
  return `${amount(balance < 0n ? -balance : balance)} ${balance < 0n ? "DR" : "CR"}`;
}

/** A number that looks like a bank's and depends on the row alone. */
function reference(row: PrintedRow): string {
  let hash = 7;
  for (const letter of row.date + row.description + row.amount) {
    hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_000;
  }
  return `S${String(hash).padStart(6, "0")}`;
}

function writeTotals(sheet: Sheet, printed: PrintedAccount, amount: (minor: bigint) => string) {
  const { labels } = sheet.layout;
  writeRow(sheet, { description: labels.paidOut, debit: amount(printed.debits) }, true);
  writeRow(sheet, { description: labels.paidIn, credit: amount(printed.credits) }, true);
}

function writeHeadings(sheet: Sheet) {
  for (const column of sheet.layout.columns) writeCell(sheet, column, column.title, true);
  sheet.y += lineHeight;
  rule(sheet);
  sheet.y += 5;
}

function writeRow(sheet: Sheet, cells: Cells, bold = false) {
  for (const column of sheet.layout.columns) {
    const text = cells[column.field];
    if (text) writeCell(sheet, column, text, bold);
  }
  sheet.y += lineHeight;
}

function descriptionColumn(sheet: Sheet): Column {
  return sheet.layout.columns.find(({ field }) => field === "description")!;
}
