import type { MarkedLine } from "../../layout/marked-line.ts";
import { moneyRoles } from "../headings/header.ts";
import { headingsOn } from "../headings/headers.ts";
import { blocksOf } from "../line/word-blocks.ts";
import type { Parting } from "./gutter.ts";
import { datedCuts } from "./repeated-dates.ts";
import { headedCuts } from "./repeated-headings.ts";

/**
 * A line as parts: word ranges of the original line that are read in this order, `shift` points to the left, where
 * the columns of the first table stand.
 */
export type Part = { line: MarkedLine; from: number; to: number; shift: number };

/**
 * Puts tables that stand side by side ("Check number, Date, Amount" three times over) below one another: first all
 * lines of the left one, then those of the next. Everything else stays as it is.
 *
 * @param lines of one page, from top to bottom
 */
export function partSideBySide(lines: readonly MarkedLine[]): Part[] {
  const headed = headedCuts(lines);
  const partings = headed.length > 0 ? headed.map((each) => withTitles(each, lines)) : datedCuts(lines);
  const parts: Part[] = [];
  let at = 0;
  for (const [index, { from, cuts, starts }] of partings.entries()) {
    while (at < from) parts.push(whole(lines[at++]!));
    const columns: Part[][] = Array.from({ length: cuts.length + 1 }, () => []);
    const until = widthEnd(lines, from, partings[index + 1]?.from ?? lines.length, cuts);
    const lastRow = lines.findLastIndex((line, place) => place < until && isRow(line, cuts));
    for (; at < until; at++) {
      const line = lines[at]!;
      if (at > from && endsBand(line, cuts)) break;
      const isBelow = at > Math.max(from, lastRow) && standsBelow(line, lines[at - 1]!);
      if (isBelow && !closesOwn(line, columns, cuts)) break;
      for (const [column, part] of partsOf(line, cuts))
        columns[column]!.push({ ...part, shift: starts[column]! - starts[0]! });
    }
    parts.push(...columns.flat());
  }
  while (at < lines.length) parts.push(whole(lines[at++]!));
  return parts;
}

/** Whether a line has a date that is no balance's day: "New balance on 28.02.2025" below all tables is no row of them. */
function isRow(line: MarkedLine, cuts: readonly number[]): boolean {
  const isBalance = line.labels.some(({ value }) => value === "opening" || value === "closing");
  const begins = () =>
    [...partsOf(line, cuts)].some(([, { from }]) => line.dates.some((date) => date.from === from));
  return line.dates.length > 0 && (!isBalance || begins());
}

/** "Money in" over the one table and "Money out" over the other stand above their headings, each where its table begins. */
function withTitles(parting: Parting, lines: readonly MarkedLine[]): Parting {
  const { from, starts } = parting;
  const above = lines[from - 1];
  if (!above || lines[from]!.baseline - above.baseline > widestStep * above.size) return parting;
  const blocks = blocksOf(above, 1.2);
  const isTitled =
    isTitle({ ...above, labels: [] }) &&
    blocks.length === starts.length &&
    blocks.every(({ x0 }, at) => Math.abs(x0 - starts[at]!) < Math.max(2, padding * above.size));
  return isTitled ? { ...parting, from: from - 1 } : parting;
}

/** What a cell's box keeps free before its words, which a title above the table does not, in letter heights. */
const padding = 0.7;

/** Lines of one table are at most this many letter heights apart. */
const widestStep = 2.6;

/** Where a table over the page's full width begins below, with its title; else where the next ones stand side by side. */
function widthEnd(
  lines: readonly MarkedLine[],
  from: number,
  until: number,
  cuts: readonly number[],
): number {
  const head = lines.findIndex((line, at) => at > from && at < until && headsAcross(line, cuts));
  if (head < 0) return until;
  let first = head;
  while (first - 1 > from && isTitle(lines[first - 1]!)) first--;
  return first;
}

/** Headings of which one is a date's to the left of all cuts, and one is an amount's to the right. */
function headsAcross(line: MarkedLine, cuts: readonly number[]): boolean {
  const cells = headingsOn(line);
  const dates = cells.filter(({ role }) => role === "date" || role === "value_date");
  const amounts = cells.filter(({ role }) => moneyRoles.has(role));
  const isLeft = dates.every(({ x1 }) => cuts.every((cut) => x1 < cut));
  return dates.length > 0 && isLeft && amounts.every(({ x0 }) => cuts.some((cut) => x0 > cut));
}

function isTitle({ dates, figures, labels }: MarkedLine): boolean {
  return dates.length + figures.length + labels.length === 0;
}

function whole(line: MarkedLine): Part {
  return { line, from: 0, to: line.words.length, shift: 0 };
}

/** What runs across a cut, or has its text on one side and its figure on another, belongs to the page's full width. */
function endsBand(line: MarkedLine, cuts: readonly number[]): boolean {
  const { words } = line;
  for (const cut of cuts) {
    if (words.some(({ x0, x1 }) => x0 < cut && x1 > cut)) return true;
    const right = words.findIndex(({ x0 }) => x0 >= cut);
    const left = words[right - 1];
    if (left && right > 0 && words[right]!.x0 - left.x1 < 0.45 * left.size) return true;
  }
  if (line.dates.length > 0 || line.labels.length === 0 || line.figures.every(({ weak }) => weak))
    return false;
  const parts = [...partsOf(line, cuts)].map(([, part]) => part);
  // A sum of the one table may stand beside text of a row of the other.
  const isIn = (part: Part, each: { from: number; to: number }) =>
    each.from >= part.from && each.to <= part.to;
  const labelled = parts.filter((part) => line.labels.some((label) => isIn(part, label)));
  return labelled.some((part) => !line.figures.some((figure) => isIn(part, figure)));
}

/** Whether a line below the last row is no part of the tables any more. */
function standsBelow(line: MarkedLine, above: MarkedLine): boolean {
  const isLabelled = line.labels.length > 0 && !isTransferWithBalance(line);
  return isLabelled || line.baseline - above.baseline > widestStep * line.size;
}

/**
 * Whether a line ends one of the tables with a balance as another one has ended with, in words that stand in it alone: each of
 * them is an account of its own.
 */
function closesOwn(
  line: MarkedLine,
  columns: readonly (readonly Part[])[],
  cuts: readonly number[],
): boolean {
  const [own, ...more] = [...partsOf(line, cuts)];
  const [label] = line.labels;
  if (!own || more.length > 0 || label?.value !== "closing" || line.labels.length > 1) return false;
  const above = columns[own[0]]!.at(-1);
  if (!above || line.baseline - above.line.baseline > widestStep * line.size) return false;
  const closes = (parts: readonly Part[]) =>
    parts.some(({ line: { labels }, from, to }) =>
      labels.some((each) => each.value === "closing" && each.from >= from && each.to <= to),
    );
  return !closes(columns[own[0]]!) && columns.some(closes);
}

/** "Transfer GROCER  12.00  1,512.54": the word for a carried balance may begin a row, which has an amount too. */
function isTransferWithBalance({ labels, figures }: MarkedLine): boolean {
  return labels[0]?.value === "carried" && figures.filter(({ weak }) => !weak).length > 1;
}

function* partsOf(line: MarkedLine, cuts: readonly number[]): Generator<[number, Part]> {
  let from = 0;
  while (from < line.words.length) {
    const column = columnOf(line.words[from]!, cuts);
    let to = from + 1;
    while (to < line.words.length && columnOf(line.words[to]!, cuts) === column) to++;
    yield [column, { line, from, to, shift: 0 }];
    from = to;
  }
}

function columnOf({ x0, x1 }: { x0: number; x1: number }, cuts: readonly number[]): number {
  const middle = (x0 + x1) / 2;
  const at = cuts.findIndex((cut) => middle < cut);
  return at < 0 ? cuts.length : at;
}
