import type { Figure } from "../layout/figures.ts";
import { type MarkedLine, plainWords } from "../layout/marked-line.ts";
import { isRightToLeft } from "../pdf/printed-text.ts";
import type { DatePlaces } from "./date-places.ts";
import { type Header, moneyRoles } from "./headers.ts";
import { isRightBelow } from "./row-shape.ts";
import { overlaps, type Span } from "./span.ts";
import { startDate } from "./start-date.ts";
import { beginsText, standsWhereTextBegins, type TextStarts, textStarts } from "./text-starts.ts";
import { amountTest } from "./whole-amounts.ts";

export type AmountPlaces = {
  spans: Span[];
  /** Whether most rows print decimals, so that an integer alone (a page number, say) makes no row. */
  hasDecimals: boolean;
  /** Whether these are cents, so that a figure of a text without them ("ITEM 1,604") is no amount. */
  hasCents: boolean;
  starts: TextStarts;
};

/**
 * A place of figures: how many there are, run on into words, begin a text, have no mark of an amount, are of a text; where
 * those of columns end.
 */
type AmountSpan = Span & {
  count: number;
  embedded: number;
  leading: number;
  numbers: number;
  inText: number;
  ends: number[];
};

type Placed = { line: MarkedLine; figure: Figure; embedded: boolean };

/**
 * Where amounts stand in lines that begin with a date: there an integer without decimals is an amount too. A place
 * where figures run on into words, and not in most lines, is inside of descriptions ("2.50 kg"), unless they end in
 * one line from top to bottom and no word leads to them: then it is a column, close before the one of the text.
 */
export function amountPlaces(lines: readonly MarkedLine[], dates: DatePlaces): AmountPlaces {
  const byDay = dates.days.rows;
  const dated = byDay.length > 0 ? byDay : amountLines(lines, dates);
  const strong = dated.filter(hasMarkedAmount);
  // "345.998" may be thousands: then smaller amounts are integers without any mark.
  const isWhole = strong.length > 0 && strong.every(({ figures }) => figures.every(hasNoDecimals));
  const hasDecimals = strong.length * 2 >= dated.length && !isWhole;
  const figures = strong.flatMap((line) => line.figures.filter(({ weak }) => !weak));
  const hasCents = hasDecimals && figures.filter(isInCents).length * 10 >= figures.length * 8;
  const placed = dated.flatMap((line) => {
    const trailing = new Set(hasDecimals ? [] : trailingFigures(line));
    return line.figures
      .filter((figure) => !figure.weak || trailing.has(figure))
      .map((figure) => ({ line, figure, embedded: isEmbedded(line, figure) }));
  });
  const starts = textStarts(lines, dated);
  const spans: AmountSpan[] = [];
  // A line of text with a figure looks like a row that prints no date.
  const apart = placed.filter(
    ({ line, figure }) => line.dates[0]?.from === 0 || !beginsText(line, figure, starts),
  );
  const meant = withoutText(hasCents ? apart.filter(({ figure }) => isInCents(figure)) : apart, dated.length);
  for (const { line, figure, embedded } of meant.sort((a, b) => a.figure.x0 - b.figure.x0)) {
    const { x0, x1 } = figure;
    const runsOn = followsWord(line, figure);
    const leads = standsWhereTextBegins(line, figure, starts);
    let span = spans.at(-1);
    if (span && x0 < span.x1) span.x1 = Math.max(span.x1, x1);
    else {
      span = { x0, x1, count: 0, embedded: 0, leading: 0, numbers: 0, inText: 0, ends: [] };
      spans.push(span);
    }
    span.count++;
    span.embedded += Number(embedded);
    span.leading += Number(leads);
    span.numbers += Number(figure.weak);
    span.inText += Number(leads || embedded || runsOn);
    if (!runsOn) span.ends.push(x1);
  }
  const kept = spans.filter(
    (span) =>
      !isOfText(span, dated.length) &&
      (span.embedded * 2 <= span.count || span.count * 2 > dated.length || isColumn(span)),
  );
  return { spans: kept, hasDecimals, hasCents, starts };
}

/** Whether an amount with decimals or thousands stands in a line, not just a sum in its text: "VAT 20% 90.31   9185   761464". */
function hasMarkedAmount(line: MarkedLine): boolean {
  const marked = line.figures.filter(({ weak }) => !weak);
  if (!line.figures.at(-1)?.weak) return marked.length > 0;
  return marked.some((figure) => !followsWord(line, figure) && !isEmbedded(line, figure));
}

/** The lines of a document's rows that hold their amounts: those of their dates, else the fullest further down. */
function amountLines(lines: readonly MarkedLine[], dates: DatePlaces): MarkedLine[] {
  const isAmountLine = amountTest(lines);
  // Where amounts are integers without marks one that ends its line in a column of its own counts.
  const amountsOf = (line: MarkedLine) => strongOf(line) || Number(isAmountLine(line));
  const starts = lines.map((line) => startDate(line, null, dates) !== null);
  return lines.flatMap((line, at) => {
    if (!starts[at]) return [];
    let fullest = line;
    // Where one reads from the right a row's number stands behind its date.
    const trailing = trailingFigures(line).filter(({ from }) => line.dates.every(({ to }) => to !== from));
    if (trailing.length === 0 && strongOf(line) === 0)
      for (let next = at + 1; !starts[next] && lines[next]; next++) {
        if (!isRightBelow(lines[next]!, lines[next - 1]!)) break;
        if (amountsOf(lines[next]!) >= Math.max(amountsOf(fullest), 1)) fullest = lines[next]!;
      }
    return [fullest];
  });
}

function strongOf({ figures }: MarkedLine): number {
  return figures.filter(({ weak }) => !weak).length;
}

/** Whether a figure may have two decimals. */
function isInCents({ readings }: Figure): boolean {
  return readings.some(({ fraction }) => fraction.length === 2);
}

function hasNoDecimals({ weak, readings }: Figure): boolean {
  return weak || readings.some(({ fraction }) => fraction === "");
}

/**
 * Whether a place is of texts alone: some begin with a figure ("USD 5.18 @ 1.0631" behind a date), or most figures are
 * numbers that run on from words ("REF 783489").
 */
function isOfText({ count, leading, numbers, inText }: AmountSpan, rows: number): boolean {
  return (leading > 0 || numbers * 2 > count) && inText === count && count * 2 < rows;
}

/** Three figures and nine in ten end in one line, a point to either side. */
function isColumn({ count, ends }: { count: number; ends: readonly number[] }): boolean {
  const sorted = ends.toSorted((a, b) => a - b);
  let most = 0;
  let from = 0;
  let to = 0;
  for (const end of sorted) {
    while (sorted[from]! < end - 1) from++;
    while (to < sorted.length && sorted[to]! <= end + 1) to++;
    most = Math.max(most, to - from);
  }
  return most >= 3 && most * 10 >= count * 9;
}

/** Figures that run on from a word and share their edges with no others stand in a text, not in a column. */
function withoutText(placed: readonly Placed[], rows: number): Placed[] {
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

export function isUnderHeading(figure: Figure, header: Header | null): boolean {
  return header?.cells.some((cell) => moneyRoles.has(cell.role) && overlaps(cell, figure)) ?? false;
}

/** Whether an integer counts as an amount in a line without a date: beside another amount, or where all are such. */
export function isWholeAmount(line: MarkedLine, figure: Figure, places: AmountPlaces): boolean {
  if (!places.hasDecimals) return true;
  const isBeside = line.figures.some((other) => other !== figure && inColumn(other, places));
  return isBeside && inColumn(figure, places);
}

/** Whether a figure may be an amount at all: it stands in a column of amounts, or has decimals and ends its text. */
export function isAmount(line: MarkedLine, figure: Figure, { spans, hasDecimals }: AmountPlaces): boolean {
  // "4821 Debit Card Purchase" begins a text, though it stands below the balances of another table.
  if (hasDecimals && figure.weak && isEmbedded(line, figure)) return false;
  if (spans.some((span) => overlaps(span, figure))) return true;
  return !figure.weak && (!isEmbedded(line, figure) || endsBeforeLabel(line, figure));
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
  { spans, hasDecimals, hasCents }: AmountPlaces,
  header: Header | null,
): boolean {
  const isOther = (figure.weak && hasDecimals) || (hasCents && !isInCents(figure));
  if (isOther && (runsOn(line, figure, /[\p{L}\p{N}/%@#]/u) || endsText(line, figure))) return false;
  if (spans.length === 0 || !followsWord(line, figure)) return true;
  return isUnderHeading(figure, header) || spans.some((span) => overlaps(span, figure));
}

/** Whether a figure begins a line of text, outside of all columns of amounts: "USD 815.51 @ 1.0910" below a row. */
export function isText(
  line: MarkedLine,
  figure: Figure,
  { spans, starts }: AmountPlaces,
  header: Header | null,
): boolean {
  if (spans.length === 0 || isUnderHeading(figure, header)) return false;
  const heading = header?.cells.find(({ role }) => role === "description");
  const left = heading ? [...starts.left, heading.x0] : starts.left;
  const isLeft = figure.from === 0 && spans.every(({ x0 }) => figure.x1 <= x0);
  return (
    isLeft || (beginsText(line, figure, { ...starts, left }) && !spans.some((span) => overlaps(span, figure)))
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

/** Whether a figure runs on into a word: "2.50 kg". */
export function isEmbedded(line: MarkedLine, figure: Figure): boolean {
  const [last, next] = [line.words[figure.to - 1]!, line.words[figure.to]];
  // What is read from the right runs on to the left: there the figure stands behind the word.
  if (next && isRightToLeft(next.text)) return false;
  return next !== undefined && next.x0 - last.x1 < 0.8 * next.size && /\p{L}/u.test(next.text);
}

/** Whether a figure ends a text that is read from the right. */
function endsText(line: MarkedLine, figure: Figure): boolean {
  const [last, next] = [line.words[figure.to - 1]!, line.words[figure.to]];
  return next !== undefined && isRightToLeft(next.text) && next.x0 - last.x1 < 0.8 * next.size;
}

/** Whether a figure runs on from a word, or from numbers that do: "part 1,200.00", "VAT 20% 700.05", "NO 355 7713 90". */
function followsWord(line: MarkedLine, figure: Figure): boolean {
  let first = figure.from;
  while (isBareNumber(line, first - 1) && !isApart(line, first)) first--;
  return runsOn(line, { ...figure, from: first }, /[\p{L}/%@#]/u);
}

/** Whether a word is a number without the marks of an amount, and no part of a date. */
function isBareNumber({ words, dates }: MarkedLine, at: number): boolean {
  const word = words[at];
  return (
    word !== undefined && /^\d+$/.test(word.text) && dates.every(({ from, to }) => at < from || at >= to)
  );
}

function isApart({ words }: MarkedLine, at: number): boolean {
  return words[at]!.x0 - words[at - 1]!.x1 >= 0.8 * words[at]!.size;
}

function runsOn(line: MarkedLine, figure: Figure, text: RegExp): boolean {
  const [before, first] = [line.words[figure.from - 1], line.words[figure.from]!];
  return before !== undefined && first.x0 - before.x1 < 0.8 * first.size && text.test(before.text);
}

function trailingFigures(line: MarkedLine): Figure[] {
  const lastWord = plainWords(line).at(-1) ?? -1;
  return line.figures.filter(({ from }) => from > lastWord);
}
