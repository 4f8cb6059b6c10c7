import { type MarkedLine, markLine } from "../../layout/marked-line.ts";
import { lineOfWords } from "../../layout/split-line.ts";

/** Words that start within so many points of one another start at one place. */
const sameStart = 2;
/** Letter heights between the rows and what stands beside them, at least. */
const widestWordGap = 1.2;
/** So many lines of text with its figure, and of them so many in words for a balance or a sum, are no chance. */
const fewestFigures = 3;
const fewestLabels = 2;
const fewestRows = 3;
/** Headings of the rows stand on so many lines, at most. */
const mostHeadings = 4;
/** A figure below its words stands at most so many letter heights lower. */
const widestStep = 2.6;

/** What stands to the right of `left` on the lines from the first to the last one. */
type Beside = { left: number; first: number; last: number };

/**
 * Lines of a page on which a summary stands beside the rows ("Previous balance  80.00" right of a row's amount), read
 * before them: else its figures would be taken for the rows' own.
 *
 * @param lines of one page, from top to bottom
 */
export function withSideSummary(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const rows = lines.flatMap((line, at) => (isRow(line) ? [at] : []));
  if (rows.length < fewestRows) return lines;
  let beside: Beside | null = null;
  for (const left of starts(lines)) {
    beside = bandOf(lines, left);
    if (isSummary(lines, rows, beside)) break;
    beside = null;
  }
  if (!beside) return lines;
  const summary: MarkedLine[] = [];
  const others: MarkedLine[] = [];
  for (const [at, line] of lines.entries()) {
    const cut = at < beside.first || at > beside.last ? line.words.length : cutOf(line, beside.left);
    if (cut < line.words.length) summary.push(partOf(line, cut, line.words.length));
    if (cut > 0) others.push(partOf(line, 0, cut));
  }
  const place = headingsAbove(others, others.findIndex(isRow));
  return [...others.slice(0, place), ...summary, ...others.slice(place)];
}

function isRow({ dates: [date], figures }: MarkedLine): boolean {
  return date !== undefined && date.from <= 1 && figures.some(({ weak, from }) => !weak && from >= date.to);
}

/** Places where the words for balances and sums start, behind a gap, or right of all rows. */
function starts(lines: readonly MarkedLine[]): number[] {
  const right = Math.max(...lines.filter(isRow).map(({ x1 }) => x1));
  const found = lines.flatMap(({ words, labels, size }) =>
    labels.flatMap(({ from }) => {
      const [before, first] = [words[from - 1], words[from]!];
      const left = before ? before.x1 : right;
      return first.x0 - left > widestWordGap * size ? [first.x0] : [];
    }),
  );
  return found.filter((x, at) => found.findIndex((other) => Math.abs(other - x) <= sameStart) === at);
}

/** The lines around the rows on which something starts at the place, as far as no word runs across it. */
function bandOf(lines: readonly MarkedLine[], left: number): Beside {
  const starts = ({ words }: MarkedLine) => words.some(({ x0 }) => Math.abs(x0 - left) <= sameStart);
  const isFree = (line: MarkedLine | undefined) =>
    line === undefined || line.words.every(({ x0, x1 }) => x0 >= left - sameStart || x1 <= left);
  const first = lines.findIndex((line, at) => starts(line) && isFree(line) && isFree(lines[at + 1]));
  let last = first;
  for (let next = first; first >= 0 && next < lines.length && isFree(lines[next]); next++)
    if (starts(lines[next]!)) last = next;
  return { left, first, last };
}

function isSummary(
  lines: readonly MarkedLine[],
  rows: readonly number[],
  { left, first, last }: Beside,
): boolean {
  if (first < 0) return false;
  let [figures, labels, together] = [0, 0, 0];
  let above: { line: MarkedLine; cut: number } | null = null;
  const names = new Set<string>();
  for (const [index, line] of lines.slice(first, last + 1).entries()) {
    const cut = cutOf(line, left);
    if (cut === line.words.length) continue;
    const isBelow: boolean = above !== null && standsBelow(line, cut, above);
    if (isBelow) {
      // A summary names each figure once; headings of columns come again above their rows.
      const name = above!.line.words
        .slice(above!.cut)
        .map(({ text }) => text)
        .join(" ");
      if (names.has(name)) return false;
      names.add(name);
      figures++;
      if (above!.line.labels.some(({ from }) => from >= above!.cut)) labels++;
      // Lines of their own between the rows are beside them as well.
      if (rows.some((at) => at < first + index) && rows.some((at) => at > first + index)) together++;
      above = null;
      continue;
    }
    above = { line, cut };
    const isText = !/\d/.test(line.words[cut]!.text);
    // Rows of another table have their dates there, or right before.
    if (line.dates.some(({ from, to }) => from === cut || to === cut)) return false;
    const hasFigure = line.figures.some(({ weak, from }) => !weak && from > cut);
    if (isText && hasFigure) figures++;
    // A figure alone is of a column.
    else if (!isText) return false;
    if (hasFigure && line.labels.some(({ from, value }) => from >= cut && value !== "carried")) labels++;
    if (rows.includes(first + index)) together++;
  }
  const isWhole = (at: number) => {
    const line = lines[at]!;
    const cut = at < first || at > last ? line.words.length : cutOf(line, left);
    return line.figures.some(({ weak, to }) => !weak && to <= cut);
  };
  const isInside = rows.some((at) => at >= first && at <= last);
  return (
    isInside &&
    together > 0 &&
    figures >= fewestFigures &&
    labels >= fewestLabels &&
    rows.every((at) => isWhole(at) && lines[at]!.words[0]!.x0 < left)
  );
}

/** Whether nothing but a figure stands right of the place, right below text without one. */
function standsBelow(line: MarkedLine, cut: number, above: { line: MarkedLine; cut: number }): boolean {
  const isAlone = line.figures.some(
    ({ weak, from, to }) => !weak && from === cut && to === line.words.length,
  );
  const isText = above.line.words.slice(above.cut).every(({ text }) => !/\d/.test(text));
  return isAlone && isText && line.baseline - above.line.baseline <= widestStep * line.size;
}

/** Where the words right of the place begin. */
function cutOf({ words }: MarkedLine, left: number): number {
  const cut = words.findIndex(({ x0 }) => x0 >= left - sameStart);
  return cut < 0 ? words.length : cut;
}

function partOf(line: MarkedLine, from: number, to: number): MarkedLine {
  if (from === 0 && to === line.words.length) return line;
  return markLine(lineOfWords(line, line.words.slice(from, to)), line.index);
}

/** The place above the headings of the first row. */
function headingsAbove(lines: readonly MarkedLine[], row: number): number {
  let place = row;
  while (place > 0 && row - place < mostHeadings) {
    const { dates, figures } = lines[place - 1]!;
    if (dates.length > 0 || figures.some(({ weak }) => !weak)) break;
    place--;
  }
  return place;
}
