import type { Figure } from "../layout/figures.ts";
import { type DateMark, type MarkedLine, plainWords } from "../layout/marked-line.ts";
import type { LabelKind, Side } from "../vocabulary/lexicon.ts";
import { type AmountPlaces, amountPlaces, isEmbedded, overlaps } from "./amount-places.ts";
import { type Header, signatureOf } from "./headers.ts";
import { type LabelledFigure, labelled, labelOf, sectionOf } from "./labels.ts";
import { repeatedLines } from "./repeated-lines.ts";
import { startDate } from "./start-date.ts";

/**
 * What may be a row: the line where it begins and those that continue it. Nothing is decided yet about what its
 * figures mean, or whether it is a transaction at all.
 */
export type Draft = {
  lines: MarkedLine[];
  /** The first date of its first line; of an earlier row where it prints none. */
  date: DateMark;
  dated: boolean;
  figures: { figure: Figure; line: MarkedLine }[];
  /** What its text says that it is, when that is no transaction. */
  label: LabelKind | null;
  header: Header | null;
  signature: string;
  /** The side that the heading of its section names. */
  section: Side | null;
  /** Text of dated lines without an amount that stood directly above. */
  before: MarkedLine[];
};

/** A document in reading order. `stray` lines hold amounts in the table's columns and were given to no row. */
export type Entry =
  | { type: "draft"; draft: Draft }
  | { type: "label"; label: LabelledFigure }
  | { type: "line"; line: MarkedLine; stray: boolean };

export function toEntries(lines: readonly MarkedLine[], headers: ReadonlyMap<number, Header>): Entry[] {
  const builder = new Builder(lines);
  for (let at = 0; at < lines.length; at++) {
    const header = headers.get(at);
    if (header) {
      builder.head(header);
      at = header.last;
    } else builder.add(at);
  }
  return joinSplitRows(builder.entries);
}

const mostLinesOfRow = 12;
/** Baselines of one table's lines are at most this many letter heights apart. */
const widestStep = 2.6;

/** Goes down the document once and keeps where in a table it is. */
class Builder {
  readonly entries: Entry[] = [];
  readonly lines: readonly MarkedLine[];
  readonly places: AmountPlaces;
  readonly repeated: Set<number>;
  header: Header | null = null;
  section: Side | null = null;
  /** The row that text below would continue. */
  current: Draft | null = null;
  /** The last row, and the last line that belonged to its table. */
  lastRow: Draft | null = null;
  lastLine: MarkedLine | null = null;

  constructor(lines: readonly MarkedLine[]) {
    this.lines = lines;
    this.places = amountPlaces(lines);
    this.repeated = repeatedLines(lines);
  }

  head(header: Header): void {
    this.header = header;
    this.current = null;
    const last = this.lines[header.last]!;
    if (this.lastLine) this.lastLine = last;
  }

  add(at: number): void {
    const line = this.lines[at]!;
    const date = startDate(line, this.header);
    const amounts = line.figures.filter(
      (figure) => this.isAmount(line, figure) && (date !== null || !figure.weak || !this.places.hasDecimals),
    );
    const inTable = this.followsRow(line, amounts);
    const label = labelOf(line, date !== null, inTable);
    if (date) {
      this.open(line, date, true, amounts, label);
      return;
    }
    if (label) {
      for (const each of labelled(line, this.lines[at + 1], amounts))
        this.entries.push({ type: "label", label: each });
      this.section = sectionOf(line) ?? this.section;
      this.current = null;
      if (inTable) this.lastLine = line;
      return;
    }
    const side = amounts.length === 0 || this.current === null ? sectionOf(line) : null;
    if (side) this.section = side;
    if (side || this.repeated.has(at)) {
      if (side) this.current = null;
      this.entries.push({ type: "line", line, stray: false });
      return;
    }
    const current = this.current;
    const isText = current !== null && continues(current, line, amounts.length > 0);
    if (isText && (amounts.length === 0 || current.figures.length === 0)) {
      current.lines.push(line);
      current.figures.push(...amounts.map((figure) => ({ figure, line })));
      this.lastLine = line;
    } else if (inTable) this.open(line, this.lastRow!.date, false, amounts, null);
    else {
      this.entries.push({ type: "line", line, stray: this.lastRow !== null && amounts.length > 1 });
      if (amounts.length > 0) this.current = null;
    }
  }

  open(line: MarkedLine, date: DateMark, dated: boolean, amounts: Figure[], label: LabelKind | null): void {
    if (this.lastRow === null) this.takeLineAbove(line, date);
    const draft = this.newDraft(line, date, dated, amounts, label);
    this.entries.push({ type: "draft", draft });
    this.current = draft;
    this.lastRow = draft;
    this.lastLine = line;
  }

  newDraft(
    line: MarkedLine,
    date: DateMark,
    dated: boolean,
    amounts: Figure[],
    label: LabelKind | null,
  ): Draft {
    const { header, section } = this;
    const figures = amounts.map((figure) => ({ figure, line }));
    const signature = signatureOf(header);
    return { lines: [line], date, dated, figures, label, header, signature, section, before: [] };
  }

  /** A balance without words that anyone knows stands above the first row, in its columns. */
  takeLineAbove(row: MarkedLine, date: DateMark): void {
    const above = this.entries.at(-1);
    if (above?.type !== "line" || above.line.index !== row.index - 1 || above.line.page !== row.page) return;
    const { line } = above;
    const amounts = line.figures.filter((figure) => this.places.spans.some((span) => overlaps(span, figure)));
    if (
      amounts.length !== 1 ||
      row.baseline - line.baseline > widestStep * row.size ||
      this.header?.last === line.index
    )
      return;
    this.entries.pop();
    this.entries.push({ type: "draft", draft: this.newDraft(line, date, false, amounts, null) });
  }

  isAmount(line: MarkedLine, figure: Figure): boolean {
    return (
      this.places.spans.some((span) => overlaps(span, figure)) || (!figure.weak && !isEmbedded(line, figure))
    );
  }

  /** Whether a line with amounts stands in the table right below its last line, under the rows' own columns. */
  followsRow(line: MarkedLine, amounts: readonly Figure[]): boolean {
    const { lastRow, lastLine } = this;
    if (!lastRow || !lastLine || amounts.length === 0 || lastLine.page !== line.page) return false;
    if (line.baseline - lastLine.baseline > widestStep * Math.max(line.size, lastLine.size)) return false;
    return line.x0 >= textLeft(lastRow) - 0.5 * line.size || startsBehindDate(lastRow, line);
  }
}

function startsBehindDate(row: Draft, line: MarkedLine): boolean {
  return row.dated && line.x0 >= row.date.x1 - 1;
}

/** Where the text of a row begins: behind its date. */
function textLeft(row: Draft): number {
  const start = row.lines[0]!;
  const left = row.dated ? Math.max(row.date.x1 - 1, 0) : start.x0 - 1;
  return (
    plainWords(start)
      .map((index) => start.words[index]!.x0)
      .find((x0) => x0 >= left) ?? left
  );
}

/** Whether a line belongs to the row above it: close below, and not to the left of its text. */
function continues(row: Draft, line: MarkedLine, hasAmounts: boolean): boolean {
  const last = row.lines.at(-1)!;
  if (last.page !== line.page || row.lines.length > mostLinesOfRow) return false;
  if (line.baseline - last.baseline > widestStep * Math.max(line.size, last.size)) return false;
  return line.x0 >= textLeft(row) - 0.5 * line.size || (hasAmounts && startsBehindDate(row, line));
}

/** A dated line without any figure is the first line of the row below when both have the same date. */
function joinSplitRows(entries: readonly Entry[]): Entry[] {
  const kept: Entry[] = [];
  let waiting: Draft | null = null;
  for (const entry of entries) {
    if (entry.type === "draft") {
      const { draft } = entry;
      if (waiting && sameDate(waiting.date, draft.date))
        draft.before.unshift(...waiting.before, ...waiting.lines);
      waiting = null;
      if (draft.figures.length === 0 && !draft.label) {
        waiting = draft;
        continue;
      }
    }
    kept.push(entry);
  }
  return kept;
}

export function sameDate(a: DateMark, b: DateMark): boolean {
  return JSON.stringify(a.readings) === JSON.stringify(b.readings);
}
