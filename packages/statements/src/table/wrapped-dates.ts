import type { Line } from "../layout/lines.ts";
import { lineOfWords } from "../layout/split-line.ts";
import type { Word } from "../pdf/words.ts";
import { findDates, type PrintedDate } from "../values/printed-date.ts";

/** A date of a narrow cell goes on this many lines below at most, each at most so many letter heights lower. */
const mostLinesBelow = 3;
const widestStep = 1.7;
/** A date that is broken once may be chance; cells are narrow in all rows. */
const fewest = 2;

type Join = { line: number; below: number; words: number; belowWords: number };

/** Dates that a narrow cell breaks over lines ("20 Feb" above "2024", "16" above "Dec") come to stand on one line. */
export function joinWrappedDates(lines: readonly Line[]): Line[] {
  let joined = lines;
  // The day, the month and the year may stand on three lines.
  for (let pass = 0; pass < 2; pass++) {
    const joins = joinsOf(joined);
    if (joins.length < fewest) break;
    joined = apply(joined, joins);
  }
  return [...joined];
}

function joinsOf(lines: readonly Line[]): Join[] {
  const joins: Join[] = [];
  const used = new Set<number>();
  for (const [at, line] of lines.entries()) {
    const block = firstBlock(line);
    if (used.has(at) || !isOpen(block)) continue;
    for (let below = at + 1; below < Math.min(at + 1 + mostLinesBelow, lines.length); below++) {
      const next = lines[below]!;
      if (!isBelow(next, line)) break;
      const rest = firstBlock(next);
      if (used.has(below) || !isSameCell(block, rest) || !completes(block, rest)) continue;
      joins.push({ line: at, below, words: block.length, belowWords: rest.length });
      used.add(at).add(below);
      break;
    }
  }
  return joins;
}

function isBelow(next: Line, line: Line): boolean {
  return next.page === line.page && next.baseline - line.baseline < widestStep * line.size;
}

/** The words of the first cell, three at most. */
function firstBlock({ words }: Line): Word[] {
  let to = 1;
  while (to < words.length && to < 4 && words[to]!.x0 - words[to - 1]!.x1 < 0.6 * words[to]!.size) to++;
  return words.slice(0, to);
}

const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(" ");

/** Whether a cell is the beginning of a date: a day, or a day and month, with no year. */
function isOpen(block: readonly Word[]): boolean {
  const text = textOf(block);
  return (
    /^\d/.test(text) &&
    text.length <= 14 &&
    (/^\d{1,2}$|[-/.]$/.test(text) || wholeDate(text)?.readings.every(({ year }) => year === null) === true)
  );
}

function isSameCell(block: readonly Word[], rest: readonly Word[]): boolean {
  const [x0, x1] = [block[0]!.x0, block.at(-1)!.x1];
  const [r0, r1] = [rest[0]!.x0, rest.at(-1)!.x1];
  return Math.abs(x0 - r0) < 2 || Math.abs(x1 - r1) < 2 || Math.abs(x0 + x1 - r0 - r1) < 4;
}

function completes(block: readonly Word[], rest: readonly Word[]): boolean {
  const [first, second] = [textOf(block), textOf(rest)];
  if (second.length > 10) return false;
  // "7 Feb" above "10" are two days; a year that stands alone has four digits.
  if (!/^\d{4}\.?$/.test(second) && wholeDate(first) !== null) return false;
  return wholeDate(joinText(first, second)) !== null;
}

function joinText(first: string, second: string): string {
  return /[-/.]$/.test(first) ? first + second : `${first} ${second}`;
}

/** The date that a text is, if it is nothing else. */
function wholeDate(text: string): PrintedDate | null {
  const [date] = findDates(text);
  return date && date.start === 0 && date.end >= text.replace(/\.$/, "").length ? date : null;
}

function apply(lines: readonly Line[], joins: readonly Join[]): Line[] {
  const changed = new Map<number, Word[]>(joins.map(({ line }) => [line, lines[line]!.words]));
  for (const { line, below, words, belowWords } of joins) {
    const above = changed.get(line)!;
    const rest = lines[below]!.words;
    const cell = above.slice(0, words);
    const last = cell.at(-1)!;
    // What is moved takes no width, so that the columns beside it stay where they are.
    const moved = rest.slice(0, belowWords).map((word) => ({ ...word, x0: last.x1, x1: last.x1 }));
    const isCut = /[-/.]$/.test(last.text);
    const joined = isCut ? [...cell.slice(0, -1), withText(last, moved)] : [...cell, ...moved];
    changed.set(line, [...joined, ...above.slice(words)]);
    changed.set(below, rest.slice(belowWords));
  }
  return lines.flatMap((line, at) => {
    const words = changed.get(at);
    if (words === undefined) return [line];
    return words.length === 0 ? [] : [lineOfWords(line, words)];
  });
}

function withText(word: Word, rest: readonly Word[]): Word {
  return { ...word, text: word.text + rest.map(({ text }) => text).join("") };
}
