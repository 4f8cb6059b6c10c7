import type { MarkedLine } from "../../layout/marked-line.ts";
import { isRightToLeft } from "../../pdf/printed-text.ts";
import { fold } from "../../text/fold.ts";
import { findPhrases } from "../../text/phrases.ts";
import { headerPhrases, sectionPhrases } from "../../vocabulary/lexicon.ts";
import { isSummary } from "../labels/labelled-figures.ts";
import { countsRows } from "../labels/labels.ts";
import { type Block, blocksOf } from "../line/word-blocks.ts";
import { isLabelled } from "../line/words-beside.ts";
import { withClipped } from "./clipped-headings.ts";
import { completedBy, inReadingOrder, withoutPrepositions } from "./completed-headings.ts";
import { type Header, type HeaderCell, moneyRoles, rolesOf, rowRoles, signatureOf } from "./header.ts";
import { withOwnMoney } from "./own-money.ts";
import { partedSides } from "./parted-sides.ts";
import { withPaymentsIn } from "./payments.ts";
import { partSharedWord } from "./shared-word.ts";

/** Headings stand on up to this many lines above one another, in letter heights from the first to the last. */
const tallest = 4.2;
const mostLines = 7;

/** The headers of a document, by the index of their first line. */
export function findHeaders(lines: readonly MarkedLine[]): Map<number, Header> {
  const headers = new Map<number, Header>();
  for (let at = 0; at < lines.length; at++) {
    const upper = headerAt(lines, at);
    if (!upper || isSummary(lines[upper.last]!, lines[upper.last + 1])) continue;
    const header = withOneDate(withLower(lines, upper));
    // "Saldo Awal | Total Debet" over "Opening balance | Total debit" head a summary in two languages.
    if (isSummary(lines[header.last]!, lines[header.last + 1])) continue;
    headers.set(at, header);
    at = header.last;
  }
  return withRest(lines, headers);
}

/** Headings over two lines of which the first says enough: the rest stands right below it each time. */
function withRest(lines: readonly MarkedLine[], headers: ReadonlyMap<number, Header>): Map<number, Header> {
  const restOf = ({ last }: Header) => {
    const [above, below] = [lines[last]!, lines[last + 1]];
    const isNear = below?.page === above.page && below.baseline - above.baseline <= 2 * below.size;
    const isBare = isNear && below.dates.length + below.figures.length === 0;
    return isBare && !isSection(below) ? below.text : "";
  };
  const same = new Set<string>();
  for (const [signature, alike] of Map.groupBy(headers.values(), signatureOf)) {
    const rests = new Set(alike.map(restOf));
    if (rests.size === 1 && !rests.has("") && alike.length > 1) same.add(signature);
  }
  return new Map(
    [...headers].map(([at, header]) => [
      at,
      same.has(signatureOf(header)) ? { ...header, last: header.last + 1 } : header,
    ]),
  );
}

function headerAt(lines: readonly MarkedLine[], at: number): Header | null {
  let best = null as Header | null;
  const stack: MarkedLine[] = [];
  for (let next = at; next < Math.min(at + mostLines, lines.length); next++) {
    const line = lines[next]!;
    const above = stack.at(-1);
    if (!couldHead(line)) break;
    if (above && (line.page !== above.page || line.baseline - above.baseline > 2 * line.size)) break;
    if (line.baseline - lines[at]!.baseline > tallest * line.size) break;
    stack.push(line);
    const whole = best?.last === next - 1 ? completedBy(best.cells, line) : null;
    if (best && whole) {
      best = { ...best, last: next, cells: whole };
      continue;
    }
    const cells = stack.length === 1 ? singleLine(line) : stackedNear(stack);
    if (!isTableHead(cells) || namesSection(stack)) continue;
    if (!best || saysMore(cells, best.cells)) best = { first: at, last: next, page: line.page, cells };
  }
  return best && isTitled(lines, best) ? null : best;
}

/** "Debit | Paid" over "Amount | in" are as many headings as "Debit | Paid" alone, but of two sides. */
function saysMore(cells: readonly HeaderCell[], than: readonly HeaderCell[]): boolean {
  const more = cells.length - than.length;
  return more > 0 || (more === 0 && rolesOf(cells).size > rolesOf(than).size);
}

/**
 * Headings right below headings are of the same table: "Date | Date | Amount" over "Slip | Booking | in EUR", or
 * another language. Those that say more count, the upper ones where both say as much.
 */
function withLower(lines: readonly MarkedLine[], upper: Header): Header {
  const lower = headerAt(lines, upper.last + 1);
  const [above, below] = [lines[upper.last]!, lines[upper.last + 1]];
  if (!lower || !below || below.page !== above.page) return upper;
  if (below.baseline - above.baseline > 2 * below.size) return upper;
  return {
    ...(lower.cells.length > upper.cells.length ? lower : upper),
    first: upper.first,
    last: lower.last,
  };
}

/** Of two columns headed by dates the one that is read first books the row; the other may be any other day. */
function withOneDate(header: Header): Header {
  const dates = header.cells.filter(({ role }) => role === "date");
  const isFromRight = header.cells.some(({ text }) => isRightToLeft(text));
  const booking = isFromRight ? dates.toSorted((a, b) => b.x0 - a.x0)[0] : dates[0];
  const cells = header.cells.map((cell) =>
    cell.role === "date" && cell !== booking ? { ...cell, role: "value_date" as const } : cell,
  );
  return { ...header, cells: withPaymentsIn(cells) };
}

/** Whether the first line is a title above the headings: one run of words, without which they say as much. */
function isTitled(lines: readonly MarkedLine[], { first, last, cells }: Header): boolean {
  if (first === last) return false;
  const isLeft = lines[first]!.x0 <= lines[first + 1]!.x0 + 2;
  for (let at = first; at < last && blocksOf(lines[at]!, 1.2).length === 1; at++) {
    // Below one title another one may stand; "Date" over "Paid" alone is the upper half of a heading.
    const below = headerAt(lines, at + 1);
    if (below && rolesOf(cells).has("date") && !rolesOf(below.cells).has("date")) return false;
    // The name of a section may stand over the middle of its table.
    if (below) return isLeft || below.cells.length >= cells.length || isSection(lines[at]!);
  }
  return false;
}

function couldHead(line: MarkedLine): boolean {
  if (line.dates.length > 0 || line.figures.some(({ weak }) => !weak) || line.words.length > 30) return false;
  if (countsRows(line)) return false;
  const numbers = line.words.filter(({ text }) => /\d{2}/.test(text)).length;
  // What is mostly numbers is an account's, above the table.
  return numbers * 2 <= line.words.length;
}

function isTableHead(cells: readonly HeaderCell[]): boolean {
  const money = new Set(cells.filter(({ role }) => moneyRoles.has(role)).map(({ role }) => role)).size;
  const others = cells.filter(({ role }) => rowRoles.has(role)).length;
  return money >= 1 && others >= 1 && money + others >= 2;
}

/** The headings of a table that stand on one line; none where they do not. */
export function headingsOn(line: MarkedLine): readonly HeaderCell[] {
  const cells = couldHead(line) ? singleLine(line) : [];
  return isTableHead(cells) ? cells : [];
}

function singleLine(line: MarkedLine): HeaderCell[] {
  const blocks = blocksOf(line, 1.2);
  if (blocks.length === 1 && (isSection(line) || isLabelled(line))) return [];
  // "Date  Value Dt  Details" in one run: where each part is a heading by itself, words of two parts are none.
  const parts = blocksOf(line, 0.8);
  const headings = parts.map((part) => cellsOf(line, part));
  const isEach = headings.every(
    (cells, at) => cells.length === 1 && cells[0]!.letters === lettersOf(line, parts[at]!),
  );
  if (isEach) return headings.flat();
  const letters = blocks.reduce((sum, block) => sum + lettersOf(line, block), 0);
  const found = [headings.flat(), blocks.flatMap((block) => cellsOf(line, block))] as const;
  // "Credits  Debits" are no more letters as one heading, of both sides, than as two.
  const [apart, together] = found.map((some) => some.reduce((sum, { text }) => sum + bare(text), 0)) as [
    number,
    number,
  ];
  // "Date   Effective Date": words that stand together, unless those of two parts explain more.
  const cells = apart >= together ? found[0] : found[1];
  const explained = cells.reduce((sum, cell) => sum + cell.letters, 0);
  // A sentence may hold such words too, but not mostly.
  return explained < 0.5 * letters ? [] : withOwnMoney(withClipped(cells, line), line);
}

function bare(text: string): number {
  return fold(text).replaceAll(" ", "").length;
}

/** A heading, with how many of its letters are known. */
type FoundCell = HeaderCell & { letters: number };

function cellsOf(line: MarkedLine, { from, to }: Block): FoundCell[] {
  const texts = line.words.slice(from, to).map(({ text }) => text);
  const cells = withoutPrepositions(texts, findPhrases(texts, headerPhrases))
    .map((match) => ({ ...match, from: from + match.from, to: from + match.to }))
    .flatMap((match) => partedSides(line, match) ?? [match])
    .map((match) => ({
      role: match.value,
      x0: line.words[match.from]!.x0,
      x1: line.words[match.to - 1]!.x1,
      text: texts.slice(match.from - from, match.to - from).join(" "),
      letters: match.letters,
    }));
  return partSharedWord(cells);
}

function lettersOf(line: MarkedLine, { from, to }: Block): number {
  return fold(
    line.words
      .slice(from, to)
      .map(({ text }) => text)
      .join(" "),
  ).length;
}

/** "Withdrawal details" heads a section, though both of its words head columns too. */
function isSection(line: MarkedLine): boolean {
  const texts = line.words.map(({ text }) => text);
  return findPhrases(texts, sectionPhrases).some(({ from, to }) => from === 0 && to === texts.length);
}

/** "Money out" above "Payment GREEN GROCER" heads a section: headings of a table have money beside others in one line. */
function namesSection([first, ...lower]: readonly MarkedLine[]): boolean {
  return lower.length > 0 && isSection(first!) && blocksOf(first!, 1.2).length === 1 && lower.every(isOneRun);
}

function isOneRun(line: MarkedLine): boolean {
  return blocksOf(line, 1.2).length === 1;
}

/** Gaps between headings of several lines, in letter heights; narrow columns leave hardly more than a blank's. */
const widerThanBlank = 0.6;
const narrowest = 0.42;

/** Headings of narrow columns ("Deposits/ Withdrawals/" over "Additions Subtractions") are apart where they name more sides so. */
function stackedNear(lines: readonly MarkedLine[]): HeaderCell[] {
  const [wide, narrow] = [stacked(lines, widerThanBlank), stacked(lines, narrowest)];
  const sides = (cells: readonly HeaderCell[]) =>
    new Set(cells.map(({ role }) => role).filter((role) => moneyRoles.has(role))).size;
  return sides(narrow) > sides(wide) ? narrow : wide;
}

/** Words above one another form a cell: "Money" over "out". */
function stacked(lines: readonly MarkedLine[], gap: number): HeaderCell[] {
  const blocks = lines.flatMap((line) => blocksOf(line, gap)).sort((a, b) => a.x0 - b.x0);
  const columns: { x0: number; x1: number }[] = [];
  for (const block of blocks) {
    const last = columns.at(-1);
    if (last && block.x0 < last.x1 - 1) last.x1 = Math.max(last.x1, block.x1);
    else columns.push({ x0: block.x0, x1: block.x1 });
  }
  let explained = 0;
  let letters = 0;
  const cells: HeaderCell[] = [];
  for (const { x0, x1 } of columns) {
    const text = inReadingOrder(lines, x0, x1);
    const matches = findPhrases(text.split(" "), headerPhrases);
    letters += fold(text).length;
    explained += matches.reduce((sum, match) => sum + match.letters, 0);
    const longest = matches.toSorted((a, b) => b.letters - a.letters)[0];
    if (longest) cells.push({ role: longest.value, x0, x1, text });
  }
  return explained < 0.5 * letters ? [] : cells;
}
