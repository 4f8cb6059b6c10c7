import { findFigures } from "../layout/figures.ts";
import { type DateMark, type MarkedLine, markLine } from "../layout/marked-line.ts";
import type { Word } from "../pdf/word.ts";
import { findPhrases } from "../text/phrases.ts";
import { findDates } from "../values/printed-date.ts";
import { labelPhrases } from "../vocabulary/lexicon.ts";
import type { ColumnRole } from "../vocabulary/vocabulary.ts";
import type { CsvRecord } from "./csv-records.ts";
import type { CsvColumn, CsvTable } from "./csv-table.ts";

/**
 * Lays a table out as the lines of a page, so that the search for its meaning is that of printed papers. Letters are
 * of one width, each column has a place of its own, and its cells are marked for what the column holds: a figure in
 * a description is none. A word's box says only the record that it comes from.
 */
const letter = 6;
const size = 10;
const space = 0.3 * size;
/** Between columns, and between lines: far enough that no two cells or rows are taken for one. */
const gutter = 6 * size;
const rowStep = 4 * size;
const lineStep = 1.5 * size;
/** What headings are called where their own words were understood, whatever the language. */
const headings: Record<ColumnRole, string> = {
  date: "Date",
  value_date: "Value date",
  description: "Description",
  reference: "Reference",
  type: "Type",
  debit: "Debit",
  credit: "Credit",
  amount: "Amount",
  balance: "Balance",
  other: "Rate",
};
const widestCell = 60;
/** What is looked for on each page is looked for among its lines. */
const linesPerPage = 100;
/** Of a text only its first words are laid out: what labels it stands there, and its row has the whole of it. */
const wordsPerCell = 8;

/** @param body the rows of the table to lay out, with what stands between them */
export function layOut(table: CsvTable, body: readonly CsvRecord[]): MarkedLine[] {
  const sheet = new Sheet(table, body);
  for (const record of table.before) sheet.addPlain(record);
  if (table.header) sheet.addHeader(table.header);
  for (const record of body) sheet.add(record);
  return sheet.lines;
}

/** The page that is being filled; it lives as long as `layOut` runs. */
class Sheet {
  readonly lines: MarkedLine[] = [];
  readonly table: CsvTable;
  /** Columns in the order of the page: what dates the rows first, texts, then figures. */
  readonly order: CsvColumn[];
  readonly places = new Map<number, number>();
  baseline = 0;

  constructor(table: CsvTable, body: readonly CsvRecord[]) {
    this.table = table;
    const rank = (column: CsvColumn) =>
      column === table.date ? 0 : column.kind === "date" ? 1 : column.kind === "money" ? 3 : 2;
    this.order = table.columns.toSorted((a, b) => rank(a) - rank(b) || a.index - b.index);
    let x = 0;
    for (const column of this.order) {
      this.places.set(column.index, x);
      const longest = body.reduce((most, { cells }) => Math.max(most, cells[column.index]?.length ?? 0), 12);
      x += Math.min(longest, widestCell) * letter + gutter;
    }
  }

  /** A record outside of the table: its cells in a line. */
  addPlain(record: CsvRecord): void {
    this.baseline += lineStep;
    const words: Word[] = [];
    let x = 0;
    for (const cell of record.cells) {
      words.push(...this.wordsOf(cell, x, record));
      x = Math.max(x, words.at(-1)?.x1 ?? 0) + 1.5 * size;
    }
    if (words.length > 0) this.lines.push(markLine(this.lineOf(words), this.lines.length));
  }

  addHeader(record: CsvRecord): void {
    this.baseline += rowStep;
    const words = this.order.flatMap(({ kind, role, index }) => {
      const said = role && (kind === "money" || kind === "date" || role !== "other") ? headings[role] : null;
      return said === null ? [] : this.wordsOf(said, this.places.get(index)!, record);
    });
    if (words.length > 0) this.lines.push(markLine(this.lineOf(words), this.lines.length));
  }

  add(record: CsvRecord): void {
    if (Math.abs(record.cells.length - this.table.columns.length) > 1) {
      this.addPlain(record);
      return;
    }
    this.baseline += rowStep;
    const words: Word[] = [];
    const dates: DateMark[] = [];
    const figures: MarkedLine["figures"] = [];
    for (const { index, kind } of this.order) {
      const cell = record.cells[index] ?? "";
      const most = kind === "text" ? wordsPerCell : undefined;
      const own = this.wordsOf(cell, this.places.get(index)!, record, most);
      if (own.length === 0) continue;
      const from = words.length;
      words.push(...own);
      if (kind === "date") dates.push(...dateIn(cell, own, from));
      if (kind === "money") figures.push(...figureIn(own, from));
    }
    if (words.length === 0) return;
    const texts = words.map(({ text }) => text);
    this.lines.push({
      ...this.lineOf(words),
      index: this.lines.length,
      text: texts.join(" "),
      dates,
      figures,
      labels: findPhrases(texts, labelPhrases),
    });
  }

  lineOf(words: Word[]) {
    const [{ x0, baseline }] = words as [Word];
    const x1 = words.reduce((most, word) => Math.max(most, word.x1), 0);
    const page = 1 + Math.floor(this.lines.length / linesPerPage);
    return { page, words, x0, x1, baseline, size, fromRight: false };
  }

  wordsOf(cell: string, left: number, record: CsvRecord, most = Number.POSITIVE_INFINITY): Word[] {
    const words: Word[] = [];
    let x = left;
    for (const text of cell.split(/\s+/)) {
      if (text === "") continue;
      if (words.length === most) break;
      const x1 = x + text.length * letter;
      const { baseline } = this;
      const box = [0, record.line, 0, 0] as const;
      words.push({ text, x0: x, x1, baseline, size, font: "", box });
      x = x1 + space;
    }
    return words;
  }
}

function dateIn(cell: string, words: readonly Word[], from: number): DateMark[] {
  const [date] = findDates(cell);
  if (!date || date.start > 0) return [];
  const { x0 } = words[0]!;
  const { x1 } = words.at(-1)!;
  return [{ from, to: from + words.length, x0, x1, readings: date.readings, short: date.short }];
}

/** The figure that a cell is; none where there is more in it. */
function figureIn(words: readonly Word[], from: number): MarkedLine["figures"] {
  const [figure, another] = findFigures(words, new Set());
  if (!figure || another || figure.to - figure.from < words.length) return [];
  return [{ ...figure, from, to: from + words.length, weak: false }];
}
