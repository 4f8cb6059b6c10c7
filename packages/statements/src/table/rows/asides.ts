import type { MarkedLine } from "../../layout/marked-line.ts";
import type { LabelKind } from "../../vocabulary/lexicon.ts";
import { dayBalances } from "../dates/day-balances.ts";
import type { Draft, Entry } from "../draft/drafts.ts";
import { textLeft } from "../draft/row-shape.ts";
import { type Header, moneyRoles } from "../headings/header.ts";
import { isAsideTitle, isBalance, isSum } from "../labels/labels.ts";
import { formOf } from "../line/date-form.ts";
import { overlaps } from "../line/span.ts";
import { isAccountTable } from "./account-table.ts";

/** A list has at least so many lines, and what stands so many times further below them than they from one another is none of it. */
const fewestListed = 2;
const widerGap = 1.2;

/** Dates of one column begin at most this far from one another. */
const widestShift = 4;

/** Entries in a row that stand in one table, with the lines above it that belong to no row. */
type Block = {
  from: number;
  to: number;
  drafts: Draft[];
  titles: readonly MarkedLine[];
  /** Where the last balance above it is printed, if there is no first one since. */
  closed: number;
};

/**
 * The entries without tables that are none of the account's rows: payments to come, points, plans, rates, balances by
 * day. Null where there are none. Words tell them, or their place: below the closing balance, under a title of
 * their own, with figures at other places than the rows' or without headings of amounts.
 */
export function withoutAsides(entries: readonly Entry[]): Entry[] | null {
  const blocks = blocksOf(entries);
  const main = blocks
    .toSorted((a, b) => b.drafts.length - a.drafts.length || Number(isHeaded(b)) - Number(isHeaded(a)))
    .find(({ titles }) => !titles.some(isAsideTitle));
  const headed = blocks.flatMap(({ drafts }) => drafts.filter(({ header }) => header !== null)).length;
  const isBeside = (block: Block) => main && (isAside(block, main) || isSummary(block, main, headed));
  const asides = blocks.filter((block) => block !== main && isBeside(block));
  if (asides.length === 0) return null;
  return entries.flatMap((entry, at) => {
    const aside = asides.find(({ from, to }) => at >= from && at <= to);
    return aside ? [...dayBalancesIn(entry), ...rowLeftOut(entry, aside, main!)] : [entry];
  });
}

/** Whether all that looks like rows stands below titles of something else: then the account may have none. */
export function areAllAsides(entries: readonly Entry[]): boolean {
  const blocks = blocksOf(entries).filter(({ drafts }) => drafts.length > 0);
  return blocks.length > 0 && blocks.every(({ titles }) => titles.some(isAsideTitle));
}

/**
 * What has an amount and a balance in the rows' own columns may be one of them, though a title parts them. A table that is headed
 * as an account's, and by no words for something else, is one whose rows are not read here.
 */
function rowLeftOut(entry: Entry, aside: Block, { drafts }: Block): Entry[] {
  if (entry.type !== "draft") return [];
  const { dated, label, figures, lines } = entry.draft;
  const isLikeRow = dated && label === null && figures.length > 1 && sharesColumns([entry.draft], drafts);
  const isUnread = () => !aside.titles.some(isAsideTitle) && isAccountTable(aside.drafts);
  const left = isLikeRow ? "beside" : isUnread() ? "unread" : null;
  return left ? [{ type: "line", line: lines[0]!, stray: false, text: false, left }] : [];
}

function dayBalancesIn(entry: Entry): Entry[] {
  if (entry.type !== "draft") return [];
  return dayBalances(entry.draft).map((label) => ({ type: "label", label }));
}

function blocksOf(entries: readonly Entry[]): Block[] {
  const blocks: Block[] = [];
  let titles: MarkedLine[] = [];
  let firstTitle = -1;
  let closed = -1;
  const pass = (kind: LabelKind | null, at: number) => {
    if (kind === "opening") closed = -1;
    if (kind === "closing" && blocks.length > 0) closed = at;
  };
  for (const [at, entry] of entries.entries()) {
    if (entry.type === "line") {
      if (titles.length === 0) firstTitle = at;
      titles.push(entry.line);
      continue;
    }
    const last = blocks.at(-1);
    if (entry.type === "label") {
      // What is summed up below a title of something else is none of the account's sums.
      const { kind } = entry.label;
      // "Standing orders 870.00" is a part of what the sum below it is of.
      const title = titles.findLast((line) => isAsideTitle(line) && line.figures.every(({ weak }) => weak));
      if (title && !isBalance(kind)) blocks.push({ from: at, to: at, drafts: [], titles: [title], closed });
      else if (titles.length === 0 && isSum(kind) && last?.titles.some(isAsideTitle)) last.to = at;
      else titles = [];
      pass(kind, at);
      continue;
    }
    if (last && last.drafts.length > 0 && !isNewTable(last, entry.draft, titles)) {
      last.drafts.push(entry.draft);
      last.to = at;
    } else {
      const own = goesOnBeside(last, entry.draft, titles) ? last!.titles : titlesOf(entry.draft, titles);
      const from =
        titles.length === 0 || own.length === 0
          ? at
          : own.length === titles.length
            ? firstTitle
            : at - own.length;
      blocks.push({ from, to: at, drafts: [entry.draft], titles: own, closed });
    }
    pass(entry.draft.label, at);
    titles = [];
  }
  return blocks;
}

/** Whether a list goes on in its next column: right below its last line the same headings stand again, and no title. */
function goesOnBeside(
  list: Block | undefined,
  { header, lines }: Draft,
  titles: readonly MarkedLine[],
): boolean {
  const above = list?.drafts.at(-1);
  if (
    !above?.header ||
    !header ||
    above.header === header ||
    titles.length > 0 ||
    above.lines[0]!.page !== lines[0]!.page
  )
    return false;
  const texts = ({ cells }: Header) => cells.map(({ text }) => text).join("|");
  return list!.titles.some(isAsideTitle) && texts(above.header) === texts(header);
}

/** What stands above the headings of a table is none of its titles where it has rows of its own, but for what stands below these. */
function titlesOf({ header, lines }: Draft, titles: readonly MarkedLine[]): readonly MarkedLine[] {
  if (!header) return titlesBelowLists(titles, lines[0]!);
  const isRow = ({ index, dates, figures }: MarkedLine) =>
    index < header.first && (dates.length > 0 || figures.some(({ weak }) => !weak));
  const last = titles.findLastIndex(isRow);
  if (last < 0) return titles;
  return titles.slice(last + 1).some(isAsideTitle)
    ? titles.slice(last + 1)
    : titles.filter(({ index }) => index > header.first);
}

/** Below a title of something else and its list of amounts without dates ("A (5) 68.86") rows are none of that list. */
function titlesBelowLists(titles: readonly MarkedLine[], row: MarkedLine): readonly MarkedLine[] {
  const title = titles.findLastIndex(isAsideTitle);
  const listed = titles.findLastIndex(({ figures }) => figures.some(({ weak }) => !weak));
  const [first, last] = [titles[title + 1], titles[listed]];
  if (title < 0 || listed < title + fewestListed || !first || !last || last.page !== row.page) return titles;
  const step = (last.baseline - first.baseline) / (listed - title - 1);
  return row.baseline - last.baseline > widerGap * step ? titles.slice(listed + 1) : titles;
}

/** Whether another heading or a line that is no row stands between a table and a row. */
function isNewTable(block: Block, below: Draft, titles: readonly MarkedLine[]): boolean {
  const above = block.drafts.at(-1)!;
  const page = below.lines[0]!.page;
  // Where neither has headings only the places of amounts part the rows from what stands above them.
  const isOther = () =>
    !sharesColumns([below], block.drafts) || looksOther(below, above) || isUnlike(below, block.drafts);
  if (block.titles.some(isAsideTitle) && isOther()) return true;
  if (above.signature !== below.signature || titles.some(isAsideTitle)) return true;
  if (above.label === "closing" && titles.length > 0) return true;
  if (above.lines[0]!.page !== page) return false;
  return above.header !== below.header || titles.some((line) => line.page === page);
}

/** Whether a row prints its day in another form than the one above it, or at another place. */
function looksOther(row: Draft, above: Draft): boolean {
  const [form, other] = [row, above].map(({ lines, date, dated }) => dated && formOf(lines[0]!, date));
  return form !== other || Math.abs(row.date.x0 - above.date.x0) > widestShift;
}

/** Whether a row stands further below a list than its lines from one another, with more or fewer figures than each of them. */
function isUnlike(row: Draft, list: readonly Draft[]): boolean {
  const [before, last] = list.slice(-2).map(({ lines }) => lines[0]!);
  const [first] = row.lines;
  if (!before || !last || !first || before.page !== last.page || last.page !== first.page) return false;
  const isApart = first.baseline - last.baseline > widerGap * (last.baseline - before.baseline);
  return isApart && list.every(({ figures }) => figures.length !== row.figures.length);
}

function isAside(block: Block, main: Block): boolean {
  if (block.titles.some(isAsideTitle)) return true;
  if (block.drafts.length === 0) return false;
  const header = block.drafts[0]!.header;
  const isOther =
    header !== null && header !== main.drafts[0]!.header && header !== main.drafts.at(-1)!.header;
  if (isOther && header.cells.every(({ role }) => !isAmountRole(role))) return true;
  // The account's own last balance stands below the beginning of its rows: one above them is that of a summary.
  if (block.closed < main.from || block.titles.length === 0 || block.drafts.length >= main.drafts.length)
    return false;
  // What begins with a balance of its own is another account.
  if (block.drafts.some(({ label }) => label === "opening")) return false;
  return (
    !isOther ||
    header.cells.every(({ role }) => role !== "balance") ||
    !sharesColumns(block.drafts, main.drafts)
  );
}

function isHeaded({ drafts: [first] }: Block): boolean {
  return first !== undefined && first.header !== null;
}

/** A few lines (`headed`: rows under headings) above the headings of all rows, among others with amounts: a summary in columns of its own. */
function isSummary({ from, drafts, titles }: Block, main: Block, headed: number): boolean {
  if (main.drafts[0]!.header === null || from > main.from || drafts.length * 2 > headed) return false;
  if (drafts.some(({ header, label }) => header !== null || label !== null)) return false;
  return titles.some(({ figures }) => figures.some(({ weak }) => !weak));
}

function isAmountRole(role: string): boolean {
  return role !== "balance" && moneyRoles.has(role as "debit");
}

/** Whether a line below a row begins left of its text, as none of that does, and says that something else follows. */
export function isTitleBelow(line: MarkedLine, row: Draft | null): boolean {
  return row !== null && isAsideTitle(line) && line.x0 < textLeft(row);
}

function sharesColumns(drafts: readonly Draft[], others: readonly Draft[]): boolean {
  const spans = others.flatMap(({ figures }) => figures.map(({ figure }) => figure));
  return drafts.every(({ figures }) =>
    figures.every(({ figure }) => spans.some((span) => overlaps(span, figure))),
  );
}
