import type { Figure } from "../../layout/figures.ts";
import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import {
  beginsTextBehindDate,
  endsInText,
  inColumn,
  isAmount,
  isText,
  isUnderHeading,
  isWholeAmount,
  standsApart,
} from "../amounts/amount-or-text.ts";
import { type AmountPlace, type AmountPlaces, amountPlaces } from "../amounts/amount-places.ts";
import { type DatePlaces, datePlaces } from "../dates/date-places.ts";
import { type Header, moneyRoles } from "../headings/header.ts";
import { bandsOf } from "../line/bands.ts";
import { overlaps, type Span } from "../line/span.ts";
import { followsWord } from "../line/words-beside.ts";
import { type RepeatedPlace, repeatedLines } from "./repeated-lines.ts";

/** So many amounts with marks say that a place is one of amounts, whatever heads it. */
const fewestMarked = 3;

/** What holds for a whole document, told before any of its lines is given to a row. */
export type DocumentShape = {
  lines: readonly MarkedLine[];
  dates: DatePlaces;
  places: AmountPlaces;
  /** Lines that pages repeat. */
  repeated: ReadonlyMap<number, RepeatedPlace>;
  bands: Map<number, number>;
};

export function shapeOf(lines: readonly MarkedLine[]): DocumentShape {
  const dates = datePlaces(lines);
  const places = amountPlaces(lines, dates);
  return {
    lines,
    dates,
    places,
    repeated: repeatedLines(lines, dates, places),
    bands: bandsOf(lines),
  };
}

/** The figures of a line that may be amounts, and those of them that stand apart from its text. */
export function amountsIn(
  line: MarkedLine,
  date: DateMark | null,
  header: Header | null,
  { places }: DocumentShape,
): { figures: Figure[]; amounts: Figure[] } {
  const figures = line.figures.filter((figure) => {
    const mayBeHeaded = !figure.weak || !places.hasDecimals;
    // A currency behind the digits stands below the heading too: "99,09 EUR" under "In".
    const whole = { ...figure, x1: Math.max(figure.x1, line.words[figure.to - 1]!.x1) };
    if (!isAmount(line, figure, places) && !(mayBeHeaded && isUnderHeading(whole, header))) return false;
    if (figure.weak && isUnderText(figure, header, places)) return false;
    if (date !== null) return figure.from !== date.to || !beginsTextBehindDate(line, figure, places, header);
    if (endsInText(line, figure, places, header)) return false;
    return (!figure.weak || isWholeAmount(line, figure, places)) && !isText(line, figure, places, header);
  });
  return { figures, amounts: figures.filter((figure) => standsApart(line, figure, places, header)) };
}

/**
 * Whether a figure stands under a heading of what is no amount, and of none beside it: a reference's number. On a ragged
 * page, where amounts begin below the one heading and end below another, headings do not tell.
 */
function isUnderText(figure: Figure, header: Header | null, { spans }: AmountPlaces): boolean {
  const isRagged = (span: AmountPlace) =>
    overlaps(span, figure) && (spansMoney(span, header) || (span.ragged && span.marked >= fewestMarked));
  if (isUnderHeading(figure, header) || spans.some(isRagged)) return false;
  return header?.cells.some(({ role, x0, x1 }) => role !== "other" && overlaps(figure, { x0, x1 })) ?? false;
}

function spansMoney(span: Span, header: Header | null): boolean {
  return (
    header?.cells.some(({ role, x0, x1 }) => moneyRoles.has(role) && span.x0 < x0 && span.x1 > x1) ?? false
  );
}

/**
 * Whether of a page, or of a table beside another, nothing but its repeated head stands above a line with amounts in the
 * rows' columns.
 */
export function leadsPage(
  line: MarkedLine,
  amounts: readonly Figure[],
  header: Header | null,
  shape: DocumentShape,
): boolean {
  // Balances that no dated row prints stand under their heading alone.
  const isPlaced = (figure: Figure) => inColumn(figure, shape.places) || isUnderHeading(figure, header);
  return amounts.every(isPlaced) && isFirstOfPage(line, shape);
}

/** Whether no other amounts stand above a line on its page but those that pages repeat, and those of a torn row's text. */
export function isFirstOfPage(line: MarkedLine, { lines, repeated, places }: DocumentShape): boolean {
  for (let at = line.index - 1; lines[at] && isAbove(lines[at]!, line); at--) {
    const above = lines[at]!;
    const isOther = (figure: Figure) => inColumn(figure, places) || !followsWord(above, figure);
    if (!repeated.has(at) && above.figures.some((figure) => !figure.weak && isOther(figure))) return false;
  }
  return true;
}

/** Whether a line stands on the page after another's, or on the same one in a table beside its own. */
export function isFurtherOn(line: MarkedLine, { page, baseline }: MarkedLine): boolean {
  return line.page === page + 1 || (line.page === page && line.baseline < baseline);
}

/** Whether a line stands higher on the same page; one that is read before and stands lower ends a table beside. */
function isAbove(line: MarkedLine, below: MarkedLine): boolean {
  return line.page === below.page && line.baseline < below.baseline;
}
