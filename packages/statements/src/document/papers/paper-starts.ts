import type { MarkedLine } from "../../layout/marked-line.ts";
import type { PageWords } from "../../pdf/words.ts";
import { headingsOn } from "../../table/headings/headers.ts";
import { numberOfPage, type PageNumber } from "../../table/line/page-numbers.ts";
import { findPeriods } from "../dates/period.ts";

/** Of more parts than people put together a file is one paper, whose program begins anew with each page. */
const mostPapers = 12;

/** Points by which sheets of one size differ. */
const tolerance = 3;

/**
 * The ways in which the pages of a file may be parted into papers, as in a file that was put together of several: where another
 * program may have gone on, or a page has the number or a period of a first one; and where it is headed as no page before, too.
 * Statements of several accounts look so as well: only reading tells.
 *
 * @param lines those of all pages, or none where what they say is not to part them
 */
export function papersOf<Page extends PageWords>(
  pages: readonly Page[],
  lines: readonly MarkedLine[],
): Page[][][] {
  const said = [...Map.groupBy(lines, (line) => line.page)].map(([page, own]) => saidOn(page, own));
  const first = new Set([...startsByMake(pages), ...startsByText(said, beginsAnew)]);
  const headed = new Set(startsByText(said, isHeadedAnew)).union(first);
  const parted = headed.size > first.size ? [first, headed] : [first];
  return parted.map((starts) => partedAt(pages, starts)).filter(({ length }) => length > 1);
}

function partedAt<Page extends PageWords>(pages: readonly Page[], starts: ReadonlySet<number>): Page[][] {
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

/** What a page says: the number that it has, the periods that it prints, and the headings of its tables. */
type Said = { page: number; number: PageNumber | null; periods: string[]; headings: string[] };

type IsStart = (said: Said, seen: ReadonlySet<string>) => boolean;

const beginsAnew: IsStart = ({ number, periods }, seen) =>
  number?.page === 1 || periods.some((text) => !seen.has(text));

const isHeadedAnew: IsStart = ({ headings }, seen) => headings.some((text) => !seen.has(text));

/** The numbers of the pages that begin a paper by what they say, after what was seen on those before. */
function startsByText(pages: readonly Said[], isStart: IsStart): number[] {
  const seen = new Set<string>();
  let before = null as PageNumber | null;
  const starts: number[] = [];
  for (const said of pages) {
    const { number, periods, headings } = said;
    const goesOn = before !== null && number?.page === before.page + 1 && number.pages === before.pages;
    if (!goesOn && isStart(said, seen)) starts.push(said.page);
    for (const text of [...periods, ...headings]) seen.add(text);
    before = number;
  }
  return starts;
}

const noRows: ReadonlySet<number> = new Set();

function saidOn(page: number, lines: readonly MarkedLine[]): Said {
  const periods = findPeriods(lines, noRows).flatMap(({ marks: [first], labelled }) =>
    labelled && first ? lines.filter(({ dates }) => dates.includes(first)) : [],
  );
  return {
    page,
    number: numberOfPage(lines),
    periods: periods.map(({ text }) => text),
    headings: lines.filter((line) => headingsOn(line).length > 0).map(({ text }) => text),
  };
}
