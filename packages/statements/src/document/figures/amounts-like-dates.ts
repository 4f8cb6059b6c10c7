import { type Figure, findFigures } from "../../layout/figures.ts";
import { type DateMark, type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { overlaps } from "../../table/line/span.ts";
import type { LabelKind } from "../../vocabulary/lexicon.ts";

/** Ends of one column differ by less than this, in points. */
const tolerance = 1;
const fewest = 3;

/** A figure stands at most so many letter heights below the words for it. */
const widestStep = 3.5;

/** "13.04" and "121240,48" may be days or amounts: what stands around them tells. */
export function withAmountsLikeDates(lines: readonly MarkedLine[]): MarkedLine[] {
  return withAmountsInColumns(lines.map((line, at) => withAmountsOfSummary(line, lines[at - 1])));
}

/**
 * Below "Opening balance   Money in   Closing balance", with nothing but figures under these words, a day under one of them
 * is an amount: one of the others is none, or has a currency beside it.
 */
function withAmountsOfSummary(line: MarkedLine, above: MarkedLine | undefined): MarkedLine {
  if (line.dates.length === 0 || !above || above.page !== line.page) return line;
  const isHead = above.labels.length > 1 && above.dates.length + above.figures.length === 0;
  if (!isHead || line.baseline - above.baseline > widestStep * line.size) return line;
  const names = above.labels
    .filter(({ value }) => summed.has(value))
    .map(({ from, to }) => ({ x0: above.words[from]!.x0, x1: above.words[to - 1]!.x1 }));
  if (!line.dates.every((date) => names.some((name) => overlaps(name, date)))) return line;
  const read = { ...line, dates: [], figures: findFigures(line.words, new Set(), line.fromRight) };
  const isAmount = ({ from, currency }: Figure) =>
    currency !== null || line.figures.some((figure) => !figure.weak && figure.from === from);
  return plainWords(read).length === 0 && read.figures.some(isAmount) ? read : line;
}

/** What summaries alone are headed with: a column of rows may be headed "Balance" or "Total". */
const summed: ReadonlySet<LabelKind> = new Set([
  "opening",
  "closing",
  "total_debits",
  "total_credits",
  "total_due",
]);

/**
 * "13.04" at the beginning of a line is a date there, or an amount where amounts are the first column, as where one reads
 * from the right: it ends where other amounts do, and more of them than of such dates.
 */
function withAmountsInColumns(lines: readonly MarkedLine[]): MarkedLine[] {
  const beginning = lines.flatMap(({ dates: [first] }) =>
    first?.short && first.from === 0 ? [first.x1] : [],
  );
  if (beginning.length === 0) return [...lines];
  const amounts = lines.flatMap(({ figures }) => figures.flatMap(({ weak, x1 }) => (weak ? [] : [x1])));
  const endsLikeAmounts = remembered((x1) => {
    const endingAt = (ends: readonly number[]) => ends.filter((end) => Math.abs(end - x1) < tolerance).length;
    const others = endingAt(amounts);
    return others >= fewest && others > endingAt(beginning);
  });
  const withYears = lines.filter(({ dates }) => dates.some(({ short }) => !short)).length;
  const isDatedInFull = withYears > beginning.length;
  return lines.map((line) => {
    const [first] = line.dates;
    if (!first?.short || first.from !== 0) return line;
    // Nor does it begin with a day where the paper's days have their years.
    if (line.fromRight && isDatedInFull && hasCents(line, first)) return withoutShortDates(line);
    // Where one reads from the right, a row that has its dates elsewhere begins with an amount.
    if (line.fromRight && line.dates.some(({ short }) => !short)) return withoutShortDates(line);
    return endsLikeAmounts(first.x1) ? withoutShortDates(line) : line;
  });
}

/** "17.03", which may be an amount as well. */
function hasCents({ words }: MarkedLine, { from, to }: DateMark): boolean {
  return to - from === 1 && /^\d{1,2}[.,]\d{2}$/.test(words[from]!.text);
}

/** A column has few ends, and a long paper many rows. */
function remembered(test: (x1: number) => boolean): (x1: number) => boolean {
  const known = new Map<number, boolean>();
  return (x1) => {
    const before = known.get(x1);
    if (before !== undefined) return before;
    const result = test(x1);
    known.set(x1, result);
    return result;
  };
}

function withoutShortDates(line: MarkedLine): MarkedLine {
  const dates = line.dates.filter(({ short }) => !short);
  const taken = new Set(
    dates.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)),
  );
  return { ...line, dates, figures: findFigures(line.words, taken, line.fromRight) };
}
