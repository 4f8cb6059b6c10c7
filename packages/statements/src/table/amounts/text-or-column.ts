import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import { isColumn, isPair, isSomeColumns } from "../line/column-edges.ts";
import type { Span } from "../line/span.ts";
import { followsWord } from "../line/words-beside.ts";

/** Among more figures some are in line by chance. */
const mostOfFew = 6;

/** Points by which figures of one column end apart from one another at most, and those of texts hardly as little by chance. */
const exactly = 0.35;

export type Placed = { line: MarkedLine; figure: Figure; embedded: boolean };

/**
 * A place of figures: how many there are, run on into words, begin a text, end one that is read from the right, have no mark
 * of an amount, are of a text; where those of columns begin and end.
 */
export type AmountSpan = Span & {
  count: number;
  embedded: number;
  leading: number;
  ending: number;
  running: number;
  numbers: number;
  inText: number;
  ends: number[];
  begins: number[];
  placed: Placed[];
};

/**
 * Whether a place is of texts alone: some begin with a figure ("USD 5.18 @ 1.0631" behind a date), or most figures are
 * numbers that run on from words ("REF 783489").
 */
export function isOfText(span: AmountSpan, rows: number): boolean {
  const { count, leading, ending, running, numbers, inText } = span;
  if (inText < count) return false;
  // Close before texts that are read from the right amounts still end in one line, wherever they begin.
  const isRagged = ending > 0 && !isColumn({ count, ends: span.begins });
  if (isRagged && (isColumn(span) || isPair(span) || isSomeColumns(span))) return false;
  // Texts that are read from the right end anywhere, and amounts beside them in one line.
  if (isRagged) return true;
  // What begins texts and nothing else does so in half of the rows, too.
  if (leading === count && count * 2 === rows) return true;
  return (leading + ending > 0 || numbers * 2 > count || running === count) && count * 2 < rows;
}

/**
 * Whether the figures of a place are all parts of texts, none in line with another ("FEE 854.10 INCL."), each beside a figure
 * of a column: so few rows have no other places to tell by.
 */
export function isTextBeside(span: AmountSpan, columns: readonly AmountSpan[]): boolean {
  if (span.count < 2 || span.count > mostOfFew || span.inText < span.count) return false;
  if (isInLine(span, exactly)) return false;
  const beside = new Set(columns.flatMap(({ placed }) => placed.map(({ line }) => line)));
  return span.placed.every(({ line }) => beside.has(line));
}

/** Whether two figures of a place begin or end in one line. */
export function isInLine({ placed }: AmountSpan, tolerance = 1): boolean {
  const isClose = (places: number[]) =>
    places.sort((a, b) => a - b).some((place, at) => at > 0 && place - places[at - 1]! < tolerance);
  return isClose(placed.map(({ figure }) => figure.x0)) || isClose(placed.map(({ figure }) => figure.x1));
}

/** Figures that run on from a word and share their edges with no others stand in a text, not in a column. */
export function withoutText(placed: readonly Placed[], rows: number): Placed[] {
  const edges = new Map<number, number>();
  const keys = ({ x0, x1 }: Figure) => [Math.round(x0 / 2), 1_000_000 + Math.round(x1 / 2)];
  for (const { figure } of placed) for (const key of keys(figure)) edges.set(key, (edges.get(key) ?? 0) + 1);
  const aligned = (figure: Figure) =>
    Math.max(
      ...keys(figure).map(
        (key) => (edges.get(key - 1) ?? 0) + (edges.get(key) ?? 0) + (edges.get(key + 1) ?? 0),
      ),
    );
  return placed.filter(
    ({ line, figure }) => !followsWord(line, figure) || aligned(figure) >= Math.max(2, rows / 5),
  );
}
