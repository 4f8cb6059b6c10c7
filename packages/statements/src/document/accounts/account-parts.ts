import type { Entry } from "../../table/draft/drafts.ts";
import { kindOf } from "./entry-kind.ts";
import { withEndsInOrder } from "./paired-ends.ts";

/**
 * Where other accounts may begin, though no number parts them: behind a closing balance, with a heading of their own and an
 * opening balance, or right behind it with another one than it. Null where there is no such place. Only arithmetic can tell
 * whether they are accounts.
 *
 * @param unclosed also behind rows that no closing balance ends, where another balance opens the next
 */
export function partsByOpenings(printed: readonly Entry[], unclosed: boolean): Entry[][] | null {
  const entries = withEndsInOrder(printed);
  const seen = headings(entries);
  const cuts: number[] = [];
  let start = 0;
  let closed = -1;
  let rows = 0;
  // A summary with both balances may stand above each account's rows, and nothing below them.
  let summary = { opens: false, closes: false };
  let lastRow = -1;
  for (const [at, entry] of entries.entries()) {
    const isSummed = summary.opens && summary.closes;
    const isNew = rows > 0 && isOpening(entry) && !isSameBalance(entries[lastRow]!, entry);
    const end = closed < 0 && (isSummed || (unclosed && isNew)) ? lastRow : closed;
    if (end >= 0 && rows > 0 && (isOpening(entry) || opensRows(entries, at))) {
      const between = entries.slice(end + 1, at);
      const heads = (each: Entry) => seen.get(withoutDigits(headingIn(each))) === 1;
      const isHeaded = between.some(heads) || (isOpening(entry) && heads(entry));
      // Between the rows of one table nothing but another balance tells that they are another account's.
      const isNext = end === closed && at === end + 1 && isNew && !isSameBalance(entries[end]!, entry);
      if (isNext || (isHeaded && between.every(({ type }) => type !== "draft"))) {
        start = end + 1;
        cuts.push(start);
        rows = 0;
        closed = -1;
        summary = { opens: false, closes: false };
      }
    }
    if (rows === 0) {
      summary.opens ||= isOpening(entry);
      summary.closes ||= kindOf(entry) === "closing";
    }
    if (isClosing(entry)) closed = at;
    else if (entry.type === "draft" && !entry.draft.label) {
      rows++;
      lastRow = at;
      closed = -1;
    }
  }
  if (cuts.length === 0) return null;
  return [0, ...cuts].map((from, index) => entries.slice(from, cuts[index]));
}

/** Whether rows stand right below a balance of a day ("SOLDE CREDITEUR AU 31/12"): then it may be the first one. */
function opensRows(entries: readonly Entry[], at: number): boolean {
  const below = entries[at + 1];
  return kindOf(entries[at]!) === "balance_on" && below?.type === "draft" && below.draft.label === null;
}

/** Whether a balance is one that the entry before it prints too: then it is carried, and no other account's. */
function isSameBalance(before: Entry, balance: Entry): boolean {
  const known = new Set(digitsOf(before));
  return digitsOf(balance).some((digits) => known.has(digits));
}

/** The digits of a balance's or a row's figures. */
export function digitsOf(entry: Entry): string[] {
  if (entry.type === "line") return [];
  const figures =
    entry.type === "label" ? [entry.label.figure] : entry.draft.figures.map(({ figure }) => figure);
  return figures.map(({ text }) => text.replace(/\P{N}/gu, ""));
}

function isOpening(entry: Entry): boolean {
  return kindOf(entry) === "opening";
}

function isClosing(entry: Entry): boolean {
  const kind = kindOf(entry);
  // "Saldo total" may be either: whether it closes an account only its rows can tell.
  return kind === "closing" || kind === "balance_on" || kind === "total";
}

/** What may head an account: a line of text, or the words before its balance ("USD ACCOUNT  Balance b/f  441.20"). */
function headingIn(entry: Entry): string {
  if (entry.type === "line") return entry.line.text;
  if (entry.type !== "label") return "";
  const { words, labels } = entry.label.line;
  return words
    .slice(0, labels[0]?.from ?? 0)
    .map(({ text }) => text)
    .join(" ");
}

/** How often each line stands in the document: what stands on each page is no heading of an account. */
function headings(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const text = withoutDigits(headingIn(entry));
    if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** "Page 1 of 3" and "Page 2 of 3" are the same line; numbers of accounts tell lines apart. */
function withoutDigits(text: string): string {
  return text.replace(/(?<!\d[\d -]*)\b\d{1,3}\b(?![\d -]*\d)/g, "#");
}
