import type { MarkedLine } from "../../layout/marked-line.ts";
import type { PageWords } from "../../pdf/words.ts";
import { headingsOn } from "../../table/headings/headers.ts";
import { isAsideTitle } from "../../table/labels/labels.ts";
import { numberOfPage, type PageNumber } from "../../table/line/page-numbers.ts";
import { findPeriods } from "../dates/period.ts";

/** Of more parts than people put together a file is one paper, whose program begins anew with each page. */
const mostPapers = 12;

/** So many lines with a day, a text and an amount may be rows, where none was read on their page. */
const fewestUnread = 5;

/** Points by which sheets of one size differ. */
const tolerance = 3;

/**
 * The ways in which the pages of a file may be parted into papers, as in a file that was put together of several: where another
 * program may have gone on, or a page has the number or a period of a first one; and where it is headed as no page before, too.
 * Statements of several accounts look so as well: only reading tells.
 *
 * @param lines those of all pages, or none where what they say is not to part them
 * @param filled the pages that have rows
 */
export function papersOf<Page extends PageWords>(
  pages: readonly Page[],
  lines: readonly MarkedLine[],
  filled: ReadonlySet<number>,
): Page[][][] {
  const said = [...Map.groupBy(lines, (line) => line.page)].map(([page, own]) => saidOn(page, own));
  const first = new Set([...startsByMake(pages), ...startsByText(said, beginsAnew)]);
  const headed = new Set([...startsByText(said, isHeadedAnew), ...startsOfUnread(lines, filled)]).union(
    first,
  );
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

/**
 * Where pages begin that may have rows of which none was read: in columns of their own, since the list of something else may go on
 * from the page before, and without a title of something else.
 */
function startsOfUnread(lines: readonly MarkedLine[], filled: ReadonlySet<number>): number[] {
  const isTitle = (line: MarkedLine) => line.figures.every(({ weak }) => weak) && isAsideTitle(line);
  let before = null as Place | null;
  const starts: number[] = [];
  for (const [page, own] of Map.groupBy(lines, (line) => line.page)) {
    const places = own.flatMap((line) => placeOfRow(line) ?? []);
    const [first] = places;
    const isUnread = !filled.has(page) && places.length >= fewestUnread && !own.some(isTitle);
    if (isUnread && !(before && areAlike(before, first!))) starts.push(page);
    before = places.at(-1) ?? before;
  }
  return starts;
}

/** Where a row's day begins and its amount ends. */
type Place = { date: number; amount: number };

/** The place of a line that begins with its only day, and has a text and an amount. */
function placeOfRow({ dates: [date, ...more], figures, words }: MarkedLine): Place | null {
  const amount = figures.find(({ weak }) => !weak);
  if (date?.from !== 0 || more.length > 0 || !amount) return null;
  const isText = words.slice(date.to, amount.from).some(({ text }) => /\p{L}{2}/u.test(text));
  return isText ? { date: date.x0, amount: amount.x1 } : null;
}

function areAlike(one: Place, other: Place): boolean {
  return Math.abs(one.date - other.date) < tolerance && Math.abs(one.amount - other.amount) < tolerance;
}
