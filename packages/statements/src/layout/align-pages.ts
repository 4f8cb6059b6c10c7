import { movedTo, type Word } from "../pdf/word.ts";
import type { Line } from "./lines.ts";
import {
  type Edge,
  fewestAlike,
  leastShift,
  mostShift,
  shiftOf,
  shiftOfRows,
  sideEdges,
  tolerance,
} from "./page-edges.ts";

/** A page's lines, from top to bottom. */
type PageLines = { width: number; lines: Line[] };

/**
 * Pages printed for both sides of a sheet stand further in on one side. Here each page is moved so that its columns
 * stand where those of the fullest page do; boxes stay where the words are. A page that does not fit clearly better
 * so stays as it is.
 *
 * @returns the lines of all pages
 */
export function alignPages(pages: readonly PageLines[]): Line[] {
  const counts = pages.map(({ lines }) => lines.reduce((sum, { words }) => sum + words.length, 0));
  const base = pages[counts.indexOf(Math.max(...counts))];
  if (!base) return [];
  const onBase = placesOf(base);
  return pages.flatMap((page) => {
    if (page === base || page.width !== base.width) return page.lines;
    // Words are whole in lines: letters that are drawn one by one stand at edges of anything.
    const words = page.lines.flatMap((line) => line.words);
    // Of a page with few rows one column's edge may stand on another's, but the words of its headings do not.
    const shift =
      shiftOfRepeated(repeatedWords(page.lines, words, onBase)) ||
      shiftOf(words, onBase.edges) ||
      shiftOfRows(page.lines, onBase.edges);
    return shift === 0 ? page.lines : page.lines.map((line) => moved(line, shift));
  });
}

/** The edges of a page's columns, the words and lines that it prints once, and the words that end lines. */
type Places = {
  edges: Edge[];
  words: ReadonlyMap<string, Word>;
  lines: ReadonlyMap<string, Line>;
  ends: ReadonlySet<string>;
};

function placesOf({ lines }: PageLines): Places {
  const words = lines.flatMap((line) => line.words);
  return {
    edges: [...sideEdges(words, "left"), ...sideEdges(words, "right")],
    words: onceEach(
      words.filter(({ text }) => !/\d/.test(text)),
      ({ text }) => text,
    ),
    lines: new Map([...headingsOf(lines), ...onceEach(lines, textOf)]),
    ends: new Set(lines.map(endOf)),
  };
}

/** The words that a page and the base print once each, and those of lines that both do. Most words and nearly all lines stand on one of them alone. */
function repeatedWords(
  lines: readonly Line[],
  words: readonly Word[],
  base: Places,
): (readonly [Word, Word])[] {
  // A day or an amount may stand in one table here and in another there.
  const once = onceEach(
    words.filter(({ text }) => !/^\d/.test(text) && base.words.has(text)),
    ({ text }) => text,
  );
  const onceLines = onceEach(
    lines.filter((line) => base.ends.has(endOf(line))),
    textOf,
  );
  return [...pairs(once, base.words), ...pairs(onceLines, base.lines).flatMap(wordPairs)];
}

/** Words in a line of headings, at least. */
const fewestHeadings = 3;

/** The last of the lines of words alone that begin at one place again and again: the headings of several accounts' tables. */
function headingsOf(lines: readonly Line[]): Map<string, Line> {
  const last = new Map<string, Line>();
  const apart = new Set<string>();
  for (const line of lines) {
    if (line.words.length < fewestHeadings || line.words.some(({ text }) => /\d/.test(text))) continue;
    const text = textOf(line);
    const above = last.get(text);
    if (above && Math.abs(above.x0 - line.x0) >= tolerance) apart.add(text);
    last.set(text, line);
  }
  for (const text of apart) last.delete(text);
  return last;
}

function endOf({ words }: Line): string {
  return words.at(-1)!.text;
}

function moved(line: Line, shift: number): Line {
  const words = line.words.map((word) => movedTo(word, word.x0 + shift, word.x1 + shift));
  return { ...line, words, x0: line.x0 + shift, x1: line.x1 + shift };
}

/**
 * A last page may have too few rows to make edges: there the words that both pages print once, and those of whole lines
 * such as headings, tell how far it stands from the other.
 */
function shiftOfRepeated(repeated: readonly (readonly [Word, Word])[]): number {
  const shifts = [...new Map(repeated)].map(([word, other]) => other.x0 - word.x0);
  const agreeing = (shift: number) => shifts.filter((each) => Math.abs(each - shift) < tolerance).length;
  // Most pages stand where the base does.
  if (shifts.every((shift) => Math.abs(shift) < leastShift)) return 0;
  const counted = shifts.map((shift) => ({ shift, agree: agreeing(shift) }));
  const [best] = counted.toSorted((a, b) => b.agree - a.agree);
  const length = Math.abs(best!.shift);
  if (length < leastShift || length > mostShift || best!.agree <= fewestAlike) return 0;
  const others = counted.filter(({ shift }) => Math.abs(shift - best!.shift) >= tolerance);
  // What stands at the middle of each page, or in letters of another size, moves by some other length.
  return others.every(({ agree }) => agree * 2 < best!.agree) ? best!.shift : 0;
}

/** What a page prints once, by its text. */
function onceEach<Printed>(
  all: readonly Printed[],
  textOf: (printed: Printed) => string,
): Map<string, Printed> {
  const once = new Map<string, Printed>();
  const again = new Set<string>();
  for (const each of all) {
    const text = textOf(each);
    if (once.has(text)) again.add(text);
    else once.set(text, each);
  }
  for (const text of again) once.delete(text);
  return once;
}

function pairs<Printed>(
  once: ReadonlyMap<string, Printed>,
  base: ReadonlyMap<string, Printed>,
): (readonly [Printed, Printed])[] {
  return [...once].flatMap(([text, each]) => {
    const other = base.get(text);
    return other ? [[each, other] as const] : [];
  });
}

function wordPairs([line, other]: readonly [Line, Line]): (readonly [Word, Word])[] {
  return line.words.map((word, at) => [word, other.words[at]!] as const);
}

function textOf({ words }: Line): string {
  return words.map(({ text }) => text).join("\t");
}
