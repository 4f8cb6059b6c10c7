import { isCurrency } from "@finflow/money/currency";
import { readAccounts } from "../document/read-accounts.ts";
import {
  type ReadOptions,
  type StatementAccount,
  StatementError,
  type StatementRow,
  type Warning,
} from "../statement.ts";
import { findPhrases } from "../text/phrases.ts";
import { headerPhrases } from "../vocabulary/lexicon.ts";
import { layOut } from "./csv-lines.ts";
import { type CsvRecord, readRecords } from "./csv-records.ts";
import { type CsvColumn, type CsvTable, findTable } from "./csv-table.ts";
import { decodeText, legacyEncodings, unicodeEncoding } from "./decode-text.ts";

type Read = { accounts: StatementAccount[]; warnings: Set<Warning> };

/**
 * Reads a table of transactions: any delimiter, encoding and language, with or without headings. What its columns,
 * dates and decimal marks mean is found as on printed papers, by what adds up. Null where the text is no such table.
 *
 * @throws StatementError damaged, too_large, no_statement_found
 */
export function readCsv(bytes: Uint8Array, options: ReadOptions): Read | null {
  const encoding = unicodeEncoding(bytes);
  const text = encoding ? decodeText(bytes, encoding) : decodeText(bytes, likeliestEncoding(bytes));
  const records = readRecords(text);
  const table = records && findTable(records);
  if (!table) return null;
  const read = readTable(table, table.body, options);
  const split = read.accounts.every(({ status }) => status === "reconciled")
    ? null
    : readSplit(table, options);
  const best = split ?? read;
  if (best.accounts.length === 0) throw new StatementError("no_statement_found");
  return best;
}

function readTable(table: CsvTable, body: readonly CsvRecord[], options: ReadOptions): Read {
  const lines = layOut(table, body);
  const { accounts, warnings } = readAccounts(lines, null, options);
  const records = new Map(body.map((record) => [record.line, record]));
  const texts = table.columns.filter(
    ({ kind, role, account }) => kind === "text" && !account && isDescribing(role),
  );
  const named = texts.filter(({ role }) => role === "description");
  const described = named.length > 0 ? named : texts;
  return {
    accounts: accounts.map((account) => ({
      ...account,
      checks: account.checks.map((check) => ({ ...check, page: null, box: null })),
      transactions: account.transactions.map((row) => withSource(row, records, described)),
    })),
    warnings,
  };
}

function isDescribing(role: CsvColumn["role"]): boolean {
  return role === "description" || role === null;
}

/** The row with the record that it was read from, which its box names. */
function withSource(
  row: StatementRow,
  records: ReadonlyMap<number, CsvRecord>,
  described: readonly CsvColumn[],
): StatementRow {
  const line = row.box[1];
  const record = records.get(line);
  const description = described.map(({ index }) => record?.cells[index] ?? "").filter((cell) => cell !== "");
  return {
    ...row,
    description: description.join(" ").replace(/\s+/g, " ") || row.description,
    page: 1,
    box: [0, 0, 0, 0],
    line,
    raw: record?.raw ?? row.raw,
  };
}

/**
 * Rows of several currencies or accounts in one table, each read as an account of its own. Between columns that could
 * part them arithmetic decides; where nothing is proven either way, a currency does and an account's number, which
 * may be the other party's, does not. A cell that is no currency's code parts its rows from the others' all the same.
 */
function readSplit(table: CsvTable, options: ReadOptions): Read | null {
  for (const column of table.columns) {
    if (column.kind !== "currency" && !column.account) continue;
    const groups = Map.groupBy(table.body, ({ cells }) => cells[column.index] ?? "");
    groups.delete("");
    if (groups.size < 2 || groups.size > 20) continue;
    const read: Read = { accounts: [], warnings: new Set() };
    for (const [name, body] of groups) {
      const known = column.kind === "currency" && isCurrency(name) ? { ...options, currency: name } : options;
      const { accounts, warnings } = readTable(table, body, known);
      for (const account of accounts) read.accounts.push(named(account, column, name));
      for (const warning of warnings) read.warnings.add(warning);
    }
    if (read.accounts.length === 0) continue;
    const isProven = read.accounts.every(({ status }) => status === "reconciled");
    if (isProven || column.kind === "currency") return read;
  }
  return null;
}

function named(account: StatementAccount, column: CsvColumn, name: string): StatementAccount {
  if (column.kind !== "currency") return { ...account, account_number: name };
  return { ...account, currency: isCurrency(name) ? name : null };
}

/** Of the encodings that a text can be in, the one in which most of its beginning is known words. */
function likeliestEncoding(bytes: Uint8Array): string {
  let best: string = legacyEncodings[0];
  let most = 0;
  for (const encoding of legacyEncodings) {
    const text = decodeText(bytes.subarray(0, 8_192), encoding);
    const letters = knownLetters(text);
    if (letters > most) {
      best = encoding;
      most = letters;
    }
  }
  return best;
}

/** Letters of known headings in a text; those that the encoding does not know count against it. */
function knownLetters(text: string): number {
  const cells = text.split(/[;,|\t\r\n"]+/);
  const unknown = text.split("\ufffd").length - 1;
  const known = findPhrases(cells, headerPhrases).reduce((sum, { letters }) => sum + letters, 0);
  return known - unknown;
}
