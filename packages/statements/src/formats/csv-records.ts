import { type CsvError, parse } from "csv-parse/sync";
import { StatementError } from "../statement.ts";
import { findDates } from "../values/printed-date.ts";
import { maxCellCharacters, maxTableColumns, maxTableRows } from "./limits.ts";

/** A record of a table as written. */
export type CsvRecord = {
  cells: string[];
  /** The line of the file where it begins, from 1. */
  line: number;
  raw: string;
};

const delimiters = [";", ",", "\t", "|"] as const;

/** How much of a file tells what parts its cells. */
const sampled = 32_768;

/**
 * The records of a table, or null where no character parts the text into cells that hold a date and an amount.
 * Quoted cells may hold delimiters and line breaks.
 *
 * @throws StatementError damaged (a quote is not closed), too_large
 */
export function readRecords(text: string): CsvRecord[] | null {
  const { delimiter, body, skipped } = delimiterOf(text);
  if (delimiter === null) return null;
  const records = parseRecords(body, delimiter);
  if (records.length > maxTableRows) throw new StatementError("too_large");
  return records.map((record) => ({ ...record, line: record.line + skipped }));
}

/** Spreadsheets may say it themselves in a first line: "sep=;". */
function delimiterOf(text: string): { delimiter: string | null; body: string; skipped: number } {
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const skipped = said ? 1 : 0;
  let best: string | null = null;
  let most = 0;
  for (const delimiter of said ? [said[1]!] : delimiters) {
    const rows = countRows(body, delimiter);
    if (rows > most) {
      best = delimiter;
      most = rows;
    }
  }
  return { delimiter: best, body, skipped };
}

/** Records of the beginning that have both a cell that is a date and one that is an amount. */
function countRows(text: string, delimiter: string): number {
  const end = text.length > sampled ? text.lastIndexOf("\n", sampled) : text.length;
  if (end <= 0) return 0;
  try {
    const records = parseRecords(text.slice(0, end), delimiter);
    return records.filter(({ cells }) => cells.some((cell) => isDateCell(cell)) && cells.some(isAmountCell))
      .length;
  } catch (error) {
    // The beginning may end inside of quotes; then what parts the cells is told by counting plainly.
    if (!(error instanceof StatementError)) throw error;
    const records = text.slice(0, end).split("\n");
    const cells = (record: string) => record.split(delimiter).map((cell) => cell.replace(/^"|"\r?$/g, ""));
    return records.filter(
      (record) => cells(record).some((cell) => isDateCell(cell)) && cells(record).some(isAmountCell),
    ).length;
  }
}

/** Whether a cell is a date, or a date and a time of day. "25.10" is one only where `short` ones are meant. */
export function isDateCell(cell: string, short = false): boolean {
  const text = cell.trim();
  if (text.length > 40 || !/\d/.test(text)) return false;
  const [date] = findDates(text);
  return date !== undefined && date.start === 0 && (short || !date.short) && isTime(text.slice(date.end));
}

function isTime(text: string): boolean {
  return text === "" || /^[T\s,]+[\d:.,+\-Zz ]*(?:[AaPp]\.?[Mm]\.?)?$/.test(text);
}

/** Whether a cell can be an amount: digits with signs, marks of thousands and decimals, and a currency or side. */
export function isAmountCell(cell: string): boolean {
  const text = cell.trim();
  return (
    text.length > 0 &&
    text.length <= 40 &&
    /\d/.test(text) &&
    /^\D{0,6}[\d.,'’\s\u00a0]+\D{0,6}$/.test(text) &&
    !isDateCell(text)
  );
}

type Parsed = { record: string[]; raw: string; info: { lines: number } };

function parseRecords(text: string, delimiter: string): CsvRecord[] {
  let parsed: Parsed[];
  try {
    parsed = parse(text, {
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      // One more than is allowed, so that there being more can be told.
      to: maxTableRows + 1,
    }) as unknown as Parsed[];
  } catch (error) {
    throw new StatementError("damaged", { cause: error as CsvError });
  }
  return parsed.map(({ record, raw, info }) => {
    if (record.length > maxTableColumns) throw new StatementError("too_large");
    const written = raw.replace(/^[\r\n]+|[\r\n]+$/g, "");
    // The parser counts the lines up to the end of a record.
    const line = info.lines - (written.match(/\n/g)?.length ?? 0);
    return { cells: record.map((cell) => cell.trim().slice(0, maxCellCharacters)), line, raw: written };
  });
}
