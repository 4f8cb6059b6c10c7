import { type Box, boxOf, type Word } from "../../pdf/word.ts";
import type { Statement, StatementRow } from "../../statement.ts";
import { isDateLike } from "../recognition/date-like.ts";
import { hasLostMarks } from "./lost-marks.ts";
import { hasLostRow } from "./lost-rows.ts";
import type { PictureWords } from "./page-words.ts";

/** Doubtful words that are decided; with more of them nothing is proven. Each costs two interpretations of the file. */
const mostDoubts = 24;

type Place = { page: number; index: number; text: string };
type Interpret = (pages: readonly PictureWords[]) => Statement | undefined;

/**
 * Decides words that were read in two ways. The surer reading is taken; where the file then does not add up, the other
 * one, if it does with that. Both were seen on the paper: nothing is put there to make a sum come out. Where a word's
 * other reading changes rows and adds up just as well (a date, say), nothing is proven.
 *
 * @param interpret undefined where there is no statement
 */
export function settleDoubts(pages: readonly PictureWords[], interpret: Interpret): Statement | undefined {
  const doubts = pages.flatMap(({ doubts: each }, page) => each.map((doubt) => ({ page, ...doubt })));
  let best = interpret(pages);
  if (doubts.length > mostDoubts) return best && unproven(best);
  const others = new Set<Place>();
  const withOthers = (some: readonly Place[]) =>
    interpret(swapped(pages, others.symmetricDifference(new Set(some))));
  for (const some of [...doubts.map((doubt) => [doubt]), ...alike(doubts, pages)]) {
    if (best?.status === "reconciled") break;
    const found = withOthers(some);
    if (contradictions(found) >= contradictions(best)) continue;
    best = found;
    for (const doubt of some) others.add(doubt);
  }
  if (best?.status !== "reconciled") return best;
  const settled = swapped(pages, others);
  if (hasGuessedDate(best, settled, interpret) || hasLostRow(best, settled) || hasLostMarks(best, settled))
    return unproven(best);
  const rows = rowsOf(best);
  const proven = best;
  const isAmbiguous = doubts.some((doubt) => {
    const found = withOthers([doubt]);
    return found?.status === "reconciled" && rowsOf(found) !== rows && !leavesOrder(found, proven);
  });
  return isAmbiguous ? unproven(best) : best;
}

/**
 * Words that have the same two readings: of balances below one another (`1" 286,67` above `1" 668,36`) one alone makes no
 * chain whole.
 */
function alike(doubts: readonly Place[], pages: readonly PictureWords[]): Place[][] {
  const readings = ({ page, index, text }: Place) => `${pages[page]!.words[index]!.text} ${text}`;
  return [...Map.groupBy(doubts, readings).values()].filter(({ length }) => length > 1);
}

/** Rows whose dates are in order say no more with fewer. */
const fewestInOrder = 5;

/**
 * Whether another reading moves a row out of the order that all rows are in without it, and changes nothing else: "1"
 * for an "11" between the 10th and the 12th. What a sum cannot tell, the neighbours do.
 */
function leavesOrder(other: Statement, { accounts }: Statement): boolean {
  return accounts.every((account, at) => {
    const rows = account.transactions;
    const others = other.accounts[at]?.transactions ?? [];
    if (JSON.stringify(others.map(amountOf)) !== JSON.stringify(rows.map(amountOf))) return false;
    const moved = rows.some(({ date }, index) => date !== others[index]!.date);
    return !moved || (rows.length >= fewestInOrder && isInOrder(rows) && !isInOrder(others));
  });
}

const amountOf = ({ type, amount }: StatementRow): string[] => [type, amount];

function isInOrder(rows: readonly StatementRow[]): boolean {
  const dates = rows.map(({ date }) => date);
  const sorted = dates.toSorted();
  return [sorted, sorted.toReversed()].some((each) => each.join() === dates.join());
}

/** Edges of days under each other differ by less, in points. */
const alignment = 4;

/**
 * No sum tells a wrong day: a row whose date was guessed at is not proven. What is only a scrap of its description
 * stands under no days, and without it the rows are the same.
 */
function hasGuessedDate(statement: Statement, pages: readonly PictureWords[], interpret: Interpret): boolean {
  const rows = statement.accounts.flatMap(({ transactions }) => transactions);
  return pages.some(({ page, words, guesses }, at) =>
    guesses.some((index) => {
      const word = words[index]!;
      if (!rows.some((row) => row.page === page && holds(row.box, boxOf(word)))) return false;
      const days = words.filter((other) => other !== word && isDateLike(other.text) && isUnder(other, word));
      if (days.length > 1) return true;
      const without = interpret(swapped(pages, new Set([{ page: at, index, text: scrap }])));
      return !without || rowsOf(without) !== rowsOf(statement);
    }),
  );
}

/** What is no figure and no date. */
const scrap = "~";

const isUnder = (one: Word, other: Word): boolean =>
  Math.abs(one.x0 - other.x0) < alignment || Math.abs(one.x1 - other.x1) < alignment;

/** Whether the middle of a box is in another. */
function holds([left, top, across, down]: Box, [x, y, width, height]: Box): boolean {
  const [middleX, middleY] = [x + width / 2 - left, y + height / 2 - top];
  return middleX >= 0 && middleX <= across && middleY >= 0 && middleY <= down;
}

/** The pages with the other reading of these words. */
function swapped(pages: readonly PictureWords[], others: ReadonlySet<Place>): PictureWords[] {
  return pages.map((each, page) => {
    const words = [...each.words];
    for (const other of others)
      if (other.page === page) words[other.index] = { ...words[other.index]!, text: other.text };
    return { ...each, words };
  });
}

/** How far from proven: infinitely without a statement, more than anything else while it is not reconciled. */
function contradictions(statement: Statement | undefined): number {
  if (!statement) return Number.POSITIVE_INFINITY;
  if (statement.status === "reconciled") return -1;
  const checks = statement.accounts.flatMap((account) => account.checks);
  return checks.filter(({ difference }) => /[1-9]/.test(difference)).length;
}

function rowsOf({ accounts }: Statement): string {
  return JSON.stringify(
    accounts.map(({ currency, transactions }) => [
      currency,
      transactions.map(({ date, type, amount }) => [date, type, amount]),
    ]),
  );
}

function unproven(statement: Statement): Statement {
  const accounts = statement.accounts.map((account) =>
    account.status === "reconciled" ? { ...account, status: "unverifiable" as const } : account,
  );
  const status = accounts.some((account) => account.status === "discrepant") ? "discrepant" : "unverifiable";
  return { ...statement, accounts, status };
}
