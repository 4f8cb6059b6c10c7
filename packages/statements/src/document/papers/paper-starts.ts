import type { MarkedLine } from "../../layout/marked-line.ts";
import type { PageWords } from "../../pdf/words.ts";
import { headingsOn } from "../../table/headings/headers.ts";
import { numberOfPage } from "../../table/line/page-numbers.ts";
import { findPeriods } from "../dates/period.ts";

/** Of more parts than people put together a file is one paper, whose program begins anew with each page. */
const mostPapers = 12;

/** Points by which sheets of one size differ. */
const tolerance = 3;

/**
 * The pages of a file parted into papers, as in a file that was put together of several: where another program may have gone
 * on, or where a page says what the first page of a statement says. Statements of several accounts look so too: only
 * reading tells.
 *
 * @param lines those of all pages, or none where what they say is not to part them
 */
export function papersOf<Page extends PageWords>(
  pages: readonly Page[],
  lines: readonly MarkedLine[],
): Page[][] {
  const starts = new Set([...startsByMake(pages), ...startsByText(lines)]);
  const papers: Page[][] = [];
  for (const page of pages) {
    const last = papers.at(-1);
    if (last && !starts.has(page.page)) last.push(page);
    else papers.push([page]);
  }
  return papers;
}

/** Where no font of the pages before is used again, or the sheet has another size: the numbers of such pages. */
function startsByMake(pages: readonly PageWords[]): number[] {
  const papers: { fonts: Set<string>; first: PageWords }[] = [];
  for (const page of pages) {
    const fonts = fontsOf(page);
    const last = papers.at(-1);
    const isOfFonts =
      last && (fonts.size === 0 || last.fonts.size === 0 || !fonts.isDisjointFrom(last.fonts));
    const goesOn = isOfFonts && (fonts.size === 0 || isOfSize(page, last.first));
    if (goesOn) for (const font of fonts) last.fonts.add(font);
    else papers.push({ fonts, first: page });
  }
  return papers.length > mostPapers ? [] : papers.map(({ first }) => first.page);
}

/** Most words have the font of the one before. */
function fontsOf({ words }: PageWords): Set<string> {
  const fonts = new Set<string>();
  let last: string | undefined;
  for (const { font } of words) {
    if (font !== last) fonts.add(font);
    last = font;
  }
  return fonts;
}

/** Whether two sheets are of one size, upright or on their side. */
function isOfSize(one: PageWords, other: PageWords): boolean {
  const sides = ({ width, height }: PageWords) => [width, height].sort((a, b) => a - b);
  const [a, b] = [sides(one), sides(other)];
  return a.every((side, at) => Math.abs(side - b[at]!) < tolerance);
}

/** Pages that are numbered anew, or with headings or a period that no page before has: their numbers. */
function startsByText(lines: readonly MarkedLine[]): number[] {
  const seen = new Set<string>();
  let before = null as { page: number; pages: number } | null;
  const starts: number[] = [];
  for (const [page, own] of Map.groupBy(lines, (line) => line.page)) {
    const number = numberOfPage(own);
    const goesOn = before !== null && number?.page === before.page + 1 && number.pages === before.pages;
    const said = [...own.filter((line) => headingsOn(line).length > 0), ...periodsOf(own)].map(
      ({ text }) => text,
    );
    if (!goesOn && (number?.page === 1 || said.some((text) => !seen.has(text)))) starts.push(page);
    for (const text of said) seen.add(text);
    before = number;
  }
  return starts;
}

const noRows: ReadonlySet<number> = new Set();

function periodsOf(lines: readonly MarkedLine[]): MarkedLine[] {
  return findPeriods(lines, noRows).flatMap(({ marks, labelled }) =>
    labelled ? lines.filter(({ dates }) => dates.includes(marks[0]!)) : [],
  );
}
