import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import type { Entry } from "../../table/draft/drafts.ts";
import { ibanIn, isSameAccount, labelledNumber } from "./account-number.ts";
import { kindOf } from "./entry-kind.ts";

export type AccountEntries = { number: string | null; entries: Entry[] };

/** Longer lines are sentences: they may name any account. */
const mostWordsOfHeading = 12;
const mostLinesOfTitle = 2;

/**
 * Parts a document where another account's number is printed after rows of the one before. Of the last one no row may have
 * been found, though its balances are printed.
 */
export function splitAccounts(entries: readonly Entry[]): AccountEntries[] {
  const accounts: AccountEntries[] = [{ number: null, entries: [] }];
  let rows = 0;
  let seen: MarkedLine | null = null;
  for (const [at, entry] of entries.entries()) {
    const line = entry.type === "line" ? entry.line : entry.type === "label" ? entry.label.line : null;
    const current = accounts.at(-1)!;
    const number =
      line === null || line === seen ? null : numberOf(line, rows === 0 || opensNext(entries, at));
    seen = line;
    if (number !== null && current.number === null) current.number = number;
    else if (number !== null && isSameAccount(number, current.number!)) {
      // Of an account's own number and the international one that holds it the latter is told.
      if (rows === 0 && line !== null && ibanIn(line) === number) current.number = number;
    } else if (number !== null && rows > 0) {
      accounts.push({ number, entries: [...takeTitle(current.entries, line!), entry] });
      rows = 0;
      continue;
    }
    if (entry.type === "draft") rows++;
    accounts.at(-1)!.entries.push(entry);
  }
  return accounts.filter((account) => hasRows(account) || mayHaveRows(account));
}

/** Takes the lines right above the number of an account that are its name ("Rainy Day Savings") from the account before. */
function takeTitle(entries: Entry[], number: MarkedLine): Entry[] {
  const title: Entry[] = [];
  let below = number;
  while (title.length < mostLinesOfTitle) {
    const last = entries.at(-1);
    if (last?.type !== "line" || last.line.page !== below.page) break;
    const { line } = last;
    const isNear = below.baseline - line.baseline <= 2 * Math.max(below.size, line.size);
    if (!isNear || line.words.length > mostWordsOfHeading || line.figures.length + line.dates.length > 0)
      break;
    title.unshift(...entries.splice(-1));
    below = line;
  }
  return title;
}

export function hasRows({ entries }: AccountEntries): boolean {
  return entries.some(({ type }) => type === "draft");
}

/** Whether words for both balances stand in an account's part, or rows that could not be read. */
export function mayHaveRows({ number, entries }: AccountEntries): boolean {
  if (entries.some((entry) => entry.type === "line" && entry.left === "unread")) return true;
  const kinds = new Set(entries.map(kindOf));
  return number !== null && kinds.has("opening") && kinds.has("closing");
}

/** Whether the next figure below is an opening balance: then what is printed here is the heading of its account. */
function opensNext(entries: readonly Entry[], at: number): boolean {
  let next = at;
  while (entries[next]?.type === "line") next++;
  return next < entries.length && kindOf(entries[next]!) === "opening";
}

/** The number of the account in a line: above its rows also one without a label, or in a sentence. */
export function numberOf(line: MarkedLine, above: boolean): string | null {
  if (above) return ibanIn(line) ?? labelledNumber(line);
  return plainWords(line).length <= mostWordsOfHeading ? labelledNumber(line) : null;
}
