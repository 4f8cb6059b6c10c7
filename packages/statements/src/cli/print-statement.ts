import type { Statement, StatementAccount, Warning } from "../statement.ts";
import { formatAmount } from "./amounts.ts";
import { harmless } from "./harmless.ts";
import { verdictLine } from "./verdict-line.ts";

/** Longer descriptions are cut: one hostile row must not make every line a page wide. JSON has them whole. */
const WIDEST_DESCRIPTION = 72;

const NOTES: Record<Warning, string> = {
  year_assumed: "no year is printed; the latest that fits was assumed",
  currency_assumed: "no currency code is printed; it was assumed",
  currency_unknown: "no currency is printed",
  some_pages_without_text: "some pages have no text that can be read",
  read_by_ocr: "read from a picture (OCR): letters of descriptions can be wrong",
};

/** The statement for people: rows in columns, and a line of verdict under each account. */
export function printStatement(statement: Statement): string {
  const accounts = statement.accounts.map(printAccount).join("\n");
  const notes = statement.warnings.map((warning) => `note: ${NOTES[warning]}\n`).join("");
  return accounts + notes;
}

/** JSON that no terminal takes for commands: what could be one is written as its escape, the same to a parser. */
export function printJson(statement: Statement): string {
  const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${JSON.stringify(statement, null, 2).replace(/[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, escaped)}\n`;
}

function printAccount(account: StatementAccount): string {
  const { institution, account_number, currency, period } = account;
  const named = [institution, account_number, currency, period && `${period.from} to ${period.to}`];
  const heading = named
    .filter((part) => part !== null)
    .map(harmless)
    .join("  ");
  const rows = account.transactions.map((row) => [
    row.date,
    shortened(harmless(row.description)),
    `${row.type === "DEBIT" ? "\u2212" : "+"}${formatAmount(row.amount)}`,
    row.balance === null ? "" : formatAmount(row.balance),
  ]);
  const lines = [...aligned(rows), verdictLine(account)];
  return `${[...(heading ? [heading] : []), ...lines].join("\n")}\n`;
}

/** Dates and descriptions to the left, amounts and balances to the right. */
function aligned(rows: string[][]): string[] {
  const widths = [0, 1, 2, 3].map((column) =>
    rows.reduce((most, row) => Math.max(most, width(row[column]!)), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = " ".repeat(widths[column]! - width(cell));
        return column < 2 ? cell + space : space + cell;
      })
      .join("  ")
      .trimEnd(),
  );
}

function shortened(text: string): string {
  const chars = [...text];
  return chars.length <= WIDEST_DESCRIPTION
    ? text
    : `${chars.slice(0, WIDEST_DESCRIPTION - 1).join("")}\u2026`;
}

const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;

/** Columns that a terminal gives to a text: none to an accent of its own, two to East Asian letters. */
function width(text: string): number {
  let columns = 0;
  for (const char of text) columns += /\p{M}/u.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return columns;
}
