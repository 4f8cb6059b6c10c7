import type { MarkedLine } from "../../layout/marked-line.ts";
import { isRightToLeft } from "../../pdf/printed-text.ts";
import { isSummary } from "../labels/labelled-figures.ts";
import { countsRows } from "../labels/labels.ts";
import { blocksOf } from "../line/word-blocks.ts";
import { completedBy } from "./completed-headings.ts";
import { type Header, type HeaderCell, moneyRoles, rolesOf, rowRoles, signatureOf } from "./header.ts";
import { isSection, singleLine, stackedNear } from "./heading-cells.ts";
import { withPaymentsIn } from "./payments.ts";

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

/** "Money out" above "Payment GREEN GROCER" heads a section: headings of a table have money beside others in one line. */
function namesSection([first, ...lower]: readonly MarkedLine[]): boolean {
  return lower.length > 0 && isSection(first!) && blocksOf(first!, 1.2).length === 1 && lower.every(isOneRun);
}

function isOneRun(line: MarkedLine): boolean {
  return blocksOf(line, 1.2).length === 1;
}
