import type { Figure } from "../../layout/figures.ts";
import { type DateMark, type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { isRightToLeft } from "../../pdf/printed-text.ts";
import { fold } from "../../text/fold.ts";
import type { Side } from "../../vocabulary/lexicon.ts";
import type { Draft, Entry } from "../draft/drafts.ts";
import { isInText, isRightBelow } from "../draft/row-shape.ts";
import type { LabelledFigure } from "../labels/labelled-figures.ts";

/** A heading has at most this many words, and stands at most so many letter heights above its first row. */
const mostWords = 8;
const widestStep = 4;
/** Lines of its text that a row may have above its date. */
const mostLeads = 3;

/** The part of a statement under the heading that was passed last: "Deposits", "Fees", a card holder's name. */
export class OpenSection {
  /** The side of its rows, as the heading says; null where its words are not known. */
  side: Side | null = null;
  /** Counts the headings of sections. */
  part = 0;
  #heading: MarkedLine | null = null;
  /** Whether rows stand below the heading. */
  #hasRows = false;

  enter(side: Side | null, heading: MarkedLine): void {
    if (!side) return;
    this.side = side;
    this.part++;
    this.#heading = heading;
    this.#hasRows = false;
  }

  /** Rows of another account stand in no section of the one before. */
  leave(): void {
    if (!this.#heading) return;
    this.side = null;
    this.part++;
    this.#heading = null;
  }

  /**
   * A line of unknown words right above a row heads a section of its own, of unknown side, where it looks like the
   * heading before it: else it may be anything that stands at the top of a page. What a summary says heads no rows
   * ("Payments and credits 80.00") where a line in bolder or larger type does.
   */
  #pass(line: MarkedLine, row: MarkedLine): boolean {
    if (line === this.#heading || !couldHead(line, row)) return false;
    const headsNone =
      this.#heading?.figures.some(({ weak }) => !weak) && !this.#hasRows && standsOut(line, row);
    if (this.#heading && !headsNone && !looksLike(line, this.#heading)) return false;
    this.side = null;
    this.part++;
    this.#heading = line;
    this.#hasRows = false;
    return true;
  }

  /** Whether a line is text of the row above it, or of the first row of its section, right below it. */
  isTextOf(line: MarkedLine, above: Draft | null, below: MarkedLine | undefined): boolean {
    return this.#isText(line, above) || this.#leadsFirstRow(line, below);
  }

  /** Whether a line stands in the text of rows, and not where the heading before it does: "Purchase CINEMA" above its row. */
  #isText(line: MarkedLine, row: Draft | null): boolean {
    const heading = this.#heading;
    if (!heading || !row || line.x0 <= row.date.x1 || !isInText(row, line)) return false;
    const apart = [line.x0 - heading.x0, line.x1 - heading.x1, line.x0 + line.x1 - heading.x0 - heading.x1];
    return apart.every((each) => Math.abs(each) > 2);
  }

  /**
   * Whether a line right below the heading begins where the text of the row below it does, behind its date: it is the first
   * line of that text ("Purchase CINEMA"), and heads nothing.
   */
  #leadsFirstRow(line: MarkedLine, below: MarkedLine | undefined): boolean {
    const [date] = below?.dates ?? [];
    const text = date && below!.words[date.to];
    if (!this.#heading || this.#hasRows || !text || date.from > 0 || below!.page !== line.page) return false;
    return line.x0 > date.x1 && Math.abs(text.x0 - line.x0) < 1 && line.x0 - this.#heading.x0 > line.size;
  }

  /**
   * Looks for such a line above a row, also above text of the row that stands over its date and amount.
   *
   * @param date the row's, which it may have from a row above it
   */
  passAbove(
    entries: readonly Entry[],
    row: MarkedLine,
    repeated: ReadonlyMap<number, unknown>,
    date: DateMark,
  ): void {
    const isDated = row.dates.includes(date);
    const first = isDated ? row : { ...row, x0: Math.min(row.x0, date.x0), x1: Math.max(row.x1, date.x1) };
    this.#passAbove(entries, first, repeated);
    this.#hasRows = true;
  }

  #passAbove(entries: readonly Entry[], row: MarkedLine, repeated: ReadonlyMap<number, unknown>): void {
    let below = row;
    for (let up = 1; up <= mostLeads + 1; up++) {
      const entry = entries.at(-up);
      if (entry?.type !== "line" || repeated.has(entry.line.index)) return;
      if (this.#pass(entry.line, below === row ? row : { ...row, baseline: below.baseline })) {
        if (standsOut(entry.line, row)) entry.text = false;
        return;
      }
      // What stands at the left and heads nothing ends the search; text further in belongs to the row.
      if (!entry.text || entry.line.x0 <= row.x0 + row.size || !isRightBelow(below, entry.line)) return;
      below = entry.line;
    }
  }

  /**
   * A section's name again, with a figure and perhaps the word for a sum: the sum of its rows. Not to be asked of what
   * completes a row that waits for its amount, whose text may be the name.
   */
  sumIn(line: MarkedLine, amounts: readonly Figure[]): LabelledFigure | null {
    const [figure, ...more] = amounts;
    if (!figure || more.length > 0 || !this.#heading) return null;
    const name = wordsOf(this.#heading, false);
    if (wordsOf(line, false) !== name && wordsOf(line, true) !== name) return null;
    return { kind: sumKinds[this.side ?? "none"], figure, all: [figure], line, date: null };
  }
}

const sumKinds = { debit: "total_debits", credit: "total_credits", none: "total" } as const;

function couldHead(line: MarkedLine, row: MarkedLine): boolean {
  if (line.dates.length > 0 || line.labels.length > 0 || line.words.length > mostWords) return false;
  if (line.figures.some(({ weak }) => !weak) || plainWords(line).length === 0) return false;
  if (line.page !== row.page || row.baseline - line.baseline > widestStep * row.size) return false;
  const isRight = isRightToLeft(line.text) && line.x1 >= row.x1 - row.size;
  // A row's number may stand before its date, and a heading above the latter.
  const left = row.dates[0]?.from === 1 ? row.dates[0].x0 : row.x0;
  return isRight || line.x0 <= left + row.size;
}

/** Whether a line is printed in other type than a row, and no smaller. */
function standsOut({ words: [first] }: MarkedLine, { words: [text] }: MarkedLine): boolean {
  return first!.size > 1.05 * text!.size || (first!.font !== text!.font && first!.size > 0.95 * text!.size);
}

function looksLike(line: MarkedLine, heading: MarkedLine): boolean {
  const [a, b] = [line.words[0]!, heading.words[0]!];
  const isAligned = Math.abs(line.x0 - heading.x0) < 2 || Math.abs(line.x1 - heading.x1) < 2;
  return isAligned && a.font === b.font && Math.abs(a.size - b.size) < 0.05 * b.size;
}

/** A line's words without its figures, folded; `plain` also without the word for a sum. */
function wordsOf(line: MarkedLine, plain: boolean): string {
  const isLeftOut = (at: number) =>
    line.figures.some(({ from, to, weak }) => !weak && at >= from && at < to) ||
    (plain && line.labels.some(({ value, from, to }) => value === "total" && at >= from && at < to));
  return fold(
    line.words
      .filter((_, at) => !isLeftOut(at))
      .map(({ text }) => text)
      .join(" "),
  );
}
