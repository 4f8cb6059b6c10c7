import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { isRightBelow } from "../draft/row-shape.ts";
import { type Header, moneyRoles } from "../headings/header.ts";
import { overlaps } from "../line/span.ts";
import { beginsText, standsWhereTextBegins } from "../line/text-starts.ts";
import { endsText, followsWord, isEmbedded, runsOn, widestSpace } from "../line/words-beside.ts";
import { type AmountPlaces, isInCents } from "./amount-places.ts";

/** Longer numbers without decimals are names of something, where amounts have some. */
const mostWhole = 9;

/** A balance may be printed without its cents, and so may the sums beside it, but hardly as many. */
const fewestPoints = 3;

/** So many amounts of one place show that it is ragged. */
const fewestRagged = 6;

/** A column stands at least so many letter heights from the text before it. */
const columnGap = 1.5;

/** Words of a sentence; texts of rows have fewer on one line. */
const fewestOfSentence = 12;

export function inColumn(figure: Figure, { spans }: AmountPlaces): boolean {
  return spans.some((span) => overlaps(span, figure));
}

/** The only amount of the line right above another, in the columns of amounts. */
export function amountAbove(above: MarkedLine, row: MarkedLine, places: AmountPlaces): Figure | null {
  if (above.index !== row.index - 1 || !isRightBelow(row, above)) return null;
  // A summary may stand there too, of which one figure happens to lie above a column.
  const amounts = above.figures.filter((figure) => inColumn(figure, places) || !figure.weak);
  return amounts.length === 1 && inColumn(amounts[0]!, places) ? amounts[0]! : null;
}

/** Whether figures stand in more than one column, as an amount and its balance do and "Page 1 / 1" does not. */
export function isSpread(figures: readonly Figure[], { spans }: AmountPlaces): boolean {
  if (figures.some(({ weak }) => !weak)) return figures.length > 1;
  return new Set(figures.map((figure) => spans.findIndex((span) => overlaps(span, figure)))).size > 1;
}

/** Whether figures stand in a sentence, each between words of it: "you pay only 25.00 each month". */
export function isInSentence(line: MarkedLine, figures: readonly Figure[]): boolean {
  return (
    plainWords(line).length >= fewestOfSentence &&
    figures.every((figure) => isEmbedded(line, figure) && followsWord(line, figure))
  );
}

export function isUnderHeading(figure: Figure, header: Header | null): boolean {
  return header?.cells.some((cell) => moneyRoles.has(cell.role) && overlaps(cell, figure)) ?? false;
}

/** Whether an integer counts as an amount in a line without a date: beside another amount, or where all are such. */
export function isWholeAmount(line: MarkedLine, figure: Figure, places: AmountPlaces): boolean {
  if (!places.hasDecimals) return true;
  const isBeside = line.figures.some((other) => other !== figure && inColumn(other, places));
  return isBeside && inColumn(figure, places);
}

/** "Opening 4,102  Earned 220  Closing 4,322": a line of numbers none of which has the cents that amounts print. */
export function arePoints({ figures }: MarkedLine, { hasCents }: AmountPlaces): boolean {
  return hasCents && figures.length >= fewestPoints && !figures.some(isInCents);
}

/** Whether a figure may be an amount at all: it stands in a column of amounts, or has decimals and ends its text. */
export function isAmount(line: MarkedLine, figure: Figure, places: AmountPlaces): boolean {
  const { hasDecimals } = places;
  // "Customer 68123456789" beside a day.
  if (hasDecimals && figure.weak && figure.readings.every(({ whole }) => whole.length > mostWhole))
    return false;
  // "4821 Debit Card Purchase" begins a text, though it stands below the balances of another table.
  if (hasDecimals && figure.weak && isEmbedded(line, figure)) return false;
  if (inColumn(figure, places) || isBesideBalance(line, figure, places)) return true;
  return !figure.weak && (!isEmbedded(line, figure) || endsBeforeLabel(line, figure));
}

/**
 * "Transfer GROCER      257   2.540.908" where amounts are integers: a small one that stands apart, before a figure in a
 * column, though no row with a date has one there.
 */
function isBesideBalance(line: MarkedLine, figure: Figure, places: AmountPlaces): boolean {
  if (places.hasDecimals || !figure.weak || figure.readings.some(({ whole }) => whole.length > 3))
    return false;
  const [first, next] = [line.words[figure.from]!, line.figures[line.figures.indexOf(figure) + 1]];
  const before = line.words[figure.from - 1];
  const isApart = before !== undefined && first.x0 - before.x1 > columnGap * first.size;
  return isApart && next?.from === figure.to && !next.weak && inColumn(next, places);
}

/** "Opening balance 1,200.00 Closing balance 900.00": the next label begins right behind the figure. */
function endsBeforeLabel({ labels }: MarkedLine, { to }: Figure): boolean {
  return labels.length > 1 && labels[0]!.from < to && labels.some(({ from }) => from === to);
}

/**
 * Whether a figure of a row's line stands apart from the row's text. One that runs on from a word counts only in a
 * column of amounts, or under a heading of one.
 *
 * @param header the headings of the table that the line stands in
 */
export function standsApart(
  line: MarkedLine,
  figure: Figure,
  { spans, hasDecimals, hasCents, hasThousands, starts }: AmountPlaces,
  header: Header | null,
): boolean {
  const isOther =
    (figure.weak && hasDecimals) || (hasCents && !isInCents(figure)) || (hasThousands && isUnmarked(figure));
  if (isOther && (runsOn(line, figure.from, /[\p{L}\p{N}/%@#]/u) || endsText(line, figure, starts)))
    return false;
  if (spans.length === 0 || !(followsWord(line, figure) || endsText(line, figure, starts))) return true;
  // A currency behind the digits stands below the heading too.
  const whole = { ...figure, x1: Math.max(figure.x1, line.words[figure.to - 1]!.x1) };
  const under = spans.filter((span) => overlaps(span, figure));
  // On a ragged page a place says nothing, but the blank before an amount does: "NO 570 1103 55", "ITEM 6,677".
  const isRagged = under.length > 0 && under.every(({ ragged, marked }) => ragged && marked >= fewestRagged);
  if (isRagged && followsClosely(line, figure)) return false;
  return isUnderHeading(whole, header) || under.length > 0;
}

/** Whether nothing but the blank of a text stands before a figure, nor behind what looks like its currency: "PLN  234,155.00 Rp". */
function followsClosely(line: MarkedLine, figure: Figure): boolean {
  const before = line.words.findLast(({ x1 }) => x1 <= figure.x0);
  const isClose = before !== undefined && figure.x0 - before.x1 < widestSpace * line.size;
  return isClose && followsWord(line, figure, widestSpace);
}

function isUnmarked({ weak, readings }: Figure): boolean {
  return weak && readings.every(({ whole }) => whole.length > 3);
}

/**
 * Whether a figure runs on from a word and ends elsewhere than the amounts of its column do: "invoice of 14.10. for 123.56"
 * below a row. A sign may stand behind that end.
 */
export function endsInText(
  line: MarkedLine,
  figure: Figure,
  { flush }: AmountPlaces,
  header: Header | null,
): boolean {
  if (!followsWord(line, figure)) return false;
  const headings = header?.cells.filter((cell) => moneyRoles.has(cell.role) && overlaps(cell, figure)) ?? [];
  const under = flush.filter((column) => [figure, ...headings].some((each) => overlaps(column, each)));
  return (
    under.length > 0 && under.every(({ end }) => figure.x1 < end - 1.5 || figure.x1 > end + 1.5 * line.size)
  );
}

/** Whether a figure begins a line of text, outside of all columns of amounts: "USD 815.51 @ 1.0910" below a row. */
export function isText(
  line: MarkedLine,
  figure: Figure,
  { spans, starts, hasThousands }: AmountPlaces,
  header: Header | null,
): boolean {
  if (spans.length === 0) return false;
  const isAlone = line.words.length === figure.to - figure.from;
  if (hasThousands && isUnmarked(figure) && isAlone) return true;
  if (isUnderHeading(figure, header)) return false;
  // "70770" alone below a row, where amounts of its size have marks: on a ragged page it may stand where some do.
  if (hasThousands && isUnmarked(figure) && beginsText(line, figure, starts)) return true;
  const heading = header?.cells.find(({ role }) => role === "description");
  const left = heading ? [...starts.left, heading.x0] : starts.left;
  const isLeft = figure.from === 0 && spans.every(({ x0 }) => figure.x1 <= x0);
  // Where tables stand a little to the side of one another the columns of the one reach into the texts of the other.
  const isHeaded = figure.from === 0 && heading !== undefined && Math.abs(heading.x0 - line.x0) < 1;
  return (
    isLeft ||
    (beginsText(line, figure, { ...starts, left }) &&
      (isHeaded || !spans.some((span) => overlaps(span, figure))))
  );
}

/** Whether a figure right behind its row's date begins the text there, outside of all columns of amounts. */
export function beginsTextBehindDate(
  line: MarkedLine,
  figure: Figure,
  { spans, starts }: AmountPlaces,
  header: Header | null,
): boolean {
  if (isUnderHeading(figure, header) || !standsWhereTextBegins(line, figure, starts)) return false;
  const isPlaced = (other: Figure) => spans.some((span) => overlaps(span, other));
  return !isPlaced(figure) && line.figures.some(isPlaced);
}
