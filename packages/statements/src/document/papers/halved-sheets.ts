import { movedTo, type Word } from "../../pdf/word.ts";
import type { PageWords } from "../../pdf/words.ts";
import { type Statement, type StatementAccount, StatementError } from "../../statement.ts";

/** How much wider than tall a sheet is on which two pages stand side by side. */
const leastWidth = 1.2;

/** Of fewer words a half of a sheet may be the end of a page's lines. */
const fewestWords = 12;

/** Points by which words that begin at one place of their pages differ. */
const tolerance = 2;

/**
 * The pages of sheets that have two pages side by side each, one below the other and numbered on; null where a sheet is none
 * of these: where something stands in its middle, or no sheet's lines begin at the same place of both halves.
 */
function halvesOf(sheets: readonly PageWords[]): PageWords[] | null {
  if (!sheets.every(({ width, height }) => width > leastWidth * height)) return null;
  const halves: PageWords[] = [];
  let isTwice = false;
  for (const { page, width, height, words } of sheets) {
    const middle = width / 2;
    if (words.some(({ x0, x1 }) => x0 < middle && x1 > middle)) return null;
    const left = words.filter(({ x0 }) => x0 < middle);
    const right = words
      .filter(({ x0 }) => x0 >= middle)
      .map((word) => movedTo(word, word.x0 - middle, word.x1 - middle));
    isTwice ||= Math.min(left.length, right.length) >= fewestWords && beginAlike(left, right);
    halves.push({ page: 2 * page - 1, width: middle, height, words: left });
    halves.push({ page: 2 * page, width: middle, height, words: right });
  }
  return isTwice ? halves.filter(({ words }) => words.length > 0) : null;
}

/** Whether two pages have the same margin, or most of their lines begin at the same place, as those of one paper do. */
function beginAlike(left: readonly Word[], right: readonly Word[]): boolean {
  const margin = (words: readonly Word[]) => words.reduce((least, { x0 }) => Math.min(least, x0), Infinity);
  return [margin, usualBegin].some((of) => Math.abs(of(left) - of(right)) < tolerance);
}

function usualBegin(words: readonly Word[]): number {
  const begins = new Map<number, number>();
  for (const { baseline, x0 } of words) {
    const line = Math.round(baseline);
    begins.set(line, Math.min(begins.get(line) ?? x0, x0));
  }
  const counts = Map.groupBy(begins.values(), (x0) => Math.round(x0));
  return [...counts].reduce((most, each) => (each[1].length > most[1].length ? each : most))[0];
}

/**
 * What is read of a file's sheets, or of their halves as pages by themselves: the halves count where they prove as many rows
 * at least. Where sheets add up that hold fewer rows than their halves, nothing is proven.
 */
export function readHalved(
  sheets: readonly PageWords[],
  read: (pages: readonly PageWords[]) => Statement,
): Statement {
  const halves = halvesOf(sheets);
  if (!halves) return read(sheets);
  const [whole, parted] = [attempt(() => read(sheets)), attempt(() => read(halves))];
  if (parted instanceof StatementError) {
    if (whole instanceof StatementError) throw whole;
    return whole;
  }
  const ofSheets = { ...parted, accounts: parted.accounts.map(onSheets) };
  if (whole instanceof StatementError) return ofSheets;
  const more = rowsOf(parted) - rowsOf(whole);
  if (parted.status === "reconciled" && (more > 0 || (more === 0 && whole.status !== "reconciled")))
    return ofSheets;
  if (whole.status === "reconciled" && more > 0)
    return { ...whole, status: "unverifiable", accounts: whole.accounts.map(unproven) };
  return whole;
}

function attempt(read: () => Statement): Statement | StatementError {
  try {
    return read();
  } catch (error) {
    if (error instanceof StatementError) return error;
    throw error;
  }
}

function onSheets(account: StatementAccount): StatementAccount {
  return {
    ...account,
    checks: account.checks.map((check) => ({ ...check, page: check.page && sheetOf(check.page) })),
    transactions: account.transactions.map((row) => ({ ...row, page: sheetOf(row.page) })),
  };
}

function sheetOf(page: number): number {
  return Math.ceil(page / 2);
}

function unproven(account: StatementAccount): StatementAccount {
  return account.status === "reconciled" ? { ...account, status: "unverifiable" } : account;
}

function rowsOf({ accounts }: Statement): number {
  return accounts.reduce((sum, { transactions }) => sum + transactions.length, 0);
}
