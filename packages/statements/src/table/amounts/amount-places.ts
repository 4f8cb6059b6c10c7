import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import { asideRows } from "../dates/aside-rows.ts";
import type { DatePlaces } from "../dates/date-places.ts";
import { startDate } from "../dates/start-date.ts";
import { isRightBelow } from "../draft/row-shape.ts";
import { isColumn } from "../line/column-edges.ts";
import { overlaps, type Span } from "../line/span.ts";
import { beginsText, standsWhereTextBegins, type TextStarts, textStarts } from "../line/text-starts.ts";
import { amountTest } from "../line/whole-amounts.ts";
import { endsText, followsWord, isEmbedded, trailingFigures } from "../line/words-beside.ts";
import { type AmountSpan, isInLine, isOfText, isTextBeside, withoutText } from "./text-or-column.ts";

/**
 * Where amounts stand. `marked`: how many have decimals or marks of thousands; `ragged`: they neither begin nor end in one line,
 * and a blank that is wider than those of texts is before nearly all of them.
 */
export type AmountPlace = Span & { marked: number; ragged: boolean };

export type AmountPlaces = {
  spans: AmountPlace[];
  /** Columns whose amounts end in one line, from top to bottom. */
  flush: (Span & { end: number })[];
  /** Whether most rows print decimals, so that an integer alone (a page number, say) makes no row. */
  hasDecimals: boolean;
  /** Whether these are cents, so that a figure of a text without them ("ITEM 1,604") is no amount. */
  hasCents: boolean;
  /** Whether amounts have marks of thousands and no decimals, so that a longer integer without them ("REF 879448") is none. */
  hasThousands: boolean;
  starts: TextStarts;
};

/** So many lines below the last row with a date may be rows of its day. */
const fewestShown = 3;

/**
 * Where amounts stand in lines that begin with a date: there an integer without decimals is an amount too. A place
 * where figures run on into words, and not in most lines, is inside of descriptions ("2.50 kg"), unless they end in
 * one line from top to bottom and no word leads to them: then it is a column, close before the one of the text.
 */
export function amountPlaces(lines: readonly MarkedLine[], dates: DatePlaces): AmountPlaces {
  const byDay = dates.days.rows;
  const dated = withoutAsideRows(lines, byDay.length > 0 ? byDay : amountLines(lines, dates));
  const strong = dated.filter(hasMarkedAmount);
  // "345.998" may be thousands: then smaller amounts are integers without any mark.
  const starts = textStarts(lines, dated);
  const isWhole = strong.length > 0 && strong.every((line) => ofColumns(line, starts).every(hasNoDecimals));
  const isPrinted = dated.length > 0 ? strong.length * 2 >= dated.length : lines.some(hasFraction);
  const hasDecimals = isPrinted && !isWhole;
  const hasThousands = !hasDecimals && strong.length * 2 >= dated.length && strong.length > 0;
  // Where no row tells, all that the paper prints does.
  const figures = (dated.length > 0 ? strong : lines).flatMap((line) =>
    line.figures.filter(({ weak }) => !weak),
  );
  const hasCents = hasDecimals && figures.filter(isInCents).length * 10 >= figures.length * 8;
  const placed = dated.flatMap((line) => {
    const trailing = hasDecimals ? [] : trailingFigures(line);
    return line.figures
      .filter((figure) => !figure.weak || trailing.includes(figure))
      .map((figure) => ({ line, figure, embedded: isEmbedded(line, figure) }));
  });
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
      span = {
        x0,
        x1,
        count: 0,
        embedded: 0,
        leading: 0,
        numbers: 0,
        inText: 0,
        ending: 0,
        running: 0,
        ends: [],
        begins: [],
        placed: [],
      };
      spans.push(span);
    }
    span.count++;
    span.embedded += Number(embedded);
    span.leading += Number(leads);
    span.numbers += Number(figure.weak);
    const ends = endsText(line, figure, starts);
    span.ending += Number(ends);
    span.running += Number(runsOn);
    span.inText += Number(leads || embedded || runsOn || ends);
    if (!runsOn) span.ends.push(x1);
    span.begins.push(x0);
    span.placed.push({ line, figure, embedded });
  }
  for (const span of spans) if (span.ending > 0 && span.count < 3) takeUndated(span, lines, dated, starts);
  const columns = spans.filter((span) => span.inText === 0 || (span.inText < span.count && isInLine(span)));
  // Rows that all fill two columns have their amounts and balances there.
  const areFull = spans.filter(({ count, inText }) => count >= dated.length && inText < count).length > 1;
  const isBeside = ({ count, inText }: AmountSpan) => areFull && inText === count && count < dated.length;
  const kept = spans.filter(
    (span) =>
      !isOfText(span, dated.length) &&
      !isTextBeside(span, columns) &&
      !isBeside(span) &&
      (span.embedded * 2 <= span.count || span.count * 2 > dated.length || isColumn(span)),
  );
  const flush = kept.flatMap((span) =>
    isColumn(span) ? [{ x0: span.x0, x1: span.x1, end: endOf(span) }] : [],
  );
  const places = kept.map((span) => ({
    x0: span.x0,
    x1: span.x1,
    marked: span.count - span.numbers,
    ragged: !isColumn(span) && !isColumn({ ...span, ends: span.begins }) && span.running * 5 < span.count,
  }));
  return { spans: places, flush, hasDecimals, hasCents, hasThousands, starts };
}

/** Whether an amount with decimals or thousands stands in a line, not just a sum in its text: "VAT 20% 90.31   9185   761464". */
function hasMarkedAmount(line: MarkedLine): boolean {
  const marked = line.figures.filter(({ weak }) => !weak);
  if (!line.figures.at(-1)?.weak) return marked.length > 0;
  return marked.some((figure) => !followsWord(line, figure) && !isEmbedded(line, figure));
}

/** The figures of a line but those of its text ("518.21 GBP   655   2.578.101"), where it has others with marks. */
function ofColumns(line: MarkedLine, starts: TextStarts): Figure[] {
  const own = line.figures.filter(
    (figure) =>
      !followsWord(line, figure) && !isEmbedded(line, figure) && !standsWhereTextBegins(line, figure, starts),
  );
  return own.some(({ weak }) => !weak) ? own : line.figures;
}

/** Figures of a few lines under a title of something else say nothing of where the rows have theirs. */
function withoutAsideRows(lines: readonly MarkedLine[], rows: readonly MarkedLine[]): readonly MarkedLine[] {
  const asides = asideRows(lines);
  const own = rows.filter(({ index }) => !asides.has(index));
  return own.length * 2 >= rows.length ? own : rows;
}

function hasFraction({ figures }: MarkedLine): boolean {
  return figures.some(({ weak, readings }) => !weak && readings.some(({ fraction }) => fraction !== ""));
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
    // "PAGO LUZ 2024": a number that runs on from a word is no amount where one stands below.
    const isTrailing = (figure: Figure) =>
      line.dates.every(({ to }) => to !== figure.from) && !followsWord(line, figure);
    if (strongOf(line) === 0 && !trailingFigures(line).some(isTrailing))
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
export function isInCents({ readings }: Figure): boolean {
  return readings.some(({ fraction }) => fraction.length === 2);
}

function hasNoDecimals({ weak, readings }: Figure): boolean {
  return weak || readings.some(({ fraction }) => fraction === "");
}

/** Where a few rows with dates have an amount close before their text, those without a date show whether it is a column. */
function takeUndated(
  span: AmountSpan,
  lines: readonly MarkedLine[],
  dated: readonly MarkedLine[],
  starts: TextStarts,
): void {
  const own = new Set(dated);
  const [first, last] = [dated[0]!.index, dated.at(-1)!.index];
  for (const line of lines) {
    if (own.has(line) || line.index < first || line.index > last + fewestShown) continue;
    for (const figure of line.figures) {
      if (figure.weak || !overlaps(span, figure) || !endsText(line, figure, starts)) continue;
      for (const key of ["count", "ending", "inText"] as const) span[key]++;
      span.ends.push(figure.x1);
      span.begins.push(figure.x0);
      span.placed.push({ line, figure, embedded: false });
    }
  }
}

/** Where the figures of a column end, but for a few. */
function endOf({ ends }: { ends: readonly number[] }): number {
  return ends.toSorted((a, b) => a - b)[ends.length >> 1]!;
}
