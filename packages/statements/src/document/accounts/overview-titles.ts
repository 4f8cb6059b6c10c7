import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import type { StatementAccount } from "../../statement.ts";
import type { Entry } from "../../table/draft/drafts.ts";
import { fold } from "../../text/fold.ts";
import { significantDigits } from "../../values/printed-number.ts";
import { kindOf } from "./entry-kind.ts";

type Listing = { name: string; figure: Figure };

/** So many lines may stand between an account's title and its opening balance. */
const mostLines = 4;

/**
 * The accounts of which an overview above all rows ("HKD Savings 184,174.32") has another balance than those that they begin
 * and end with, by the titles above their own rows ("HKD Savings 441-088320-838"). What an account in another currency than
 * the first one's comes to may be printed in that one.
 */
export function contradictedByTitle(
  accounts: readonly StatementAccount[],
  entries: readonly Entry[],
  above: readonly MarkedLine[],
): Set<StatementAccount> {
  const odd = new Set<StatementAccount>();
  const listings = above.flatMap(listingIn);
  if (listings.length === 0) return odd;
  for (const [at, entry] of entries.entries()) {
    if (entry.type === "line" || kindOf(entry) !== "opening") continue;
    const titles = titlesAbove(entries, at);
    const own = listings.filter(({ name }) => titles.some((title) => isTitle(title, name)));
    const figures =
      entry.type === "draft" ? entry.draft.figures.map(({ figure }) => figure) : [entry.label.figure];
    const opened = new Set(figures.map(({ text }) => significantDigits(text)));
    const account = accounts.find(
      ({ opening_balance: opening }) => opening !== null && opened.has(significantDigits(opening)),
    );
    if (own.length === 0 || !account || account.currency !== accounts[0]!.currency) continue;
    const balances = [account.opening_balance, account.closing_balance].map((each) =>
      significantDigits(each ?? ""),
    );
    if (!own.some(({ figure }) => balances.includes(significantDigits(figure.text)))) odd.add(account);
  }
  return odd;
}

/** A line that is nothing but a name and an amount. */
function listingIn(line: MarkedLine): Listing[] {
  const [figure, ...more] = line.figures;
  if (!figure || more.length > 0 || figure.weak || line.dates.length + line.labels.length > 0) return [];
  const plain = plainWords(line);
  const name = nameOf(line, plain);
  return plain.length > 1 && plain.at(-1)! < figure.from ? [{ name, figure }] : [];
}

/** The lines of text between an opening balance and what stands before it. */
function titlesAbove(entries: readonly Entry[], opening: number): MarkedLine[] {
  const titles: MarkedLine[] = [];
  for (const entry of entries.slice(Math.max(0, opening - mostLines), opening).toReversed()) {
    if (entry.type !== "line" || entry.line.figures.some(({ weak }) => !weak)) break;
    titles.push(entry.line);
  }
  return titles;
}

/** Whether a title is a name, and perhaps a number. */
function isTitle(title: MarkedLine, name: string): boolean {
  const texts = title.words.filter(({ text }) => !/^[\d\s./-]+$/.test(text));
  return fold(texts.map(({ text }) => text).join(" ")) === name;
}

function nameOf({ words }: MarkedLine, plain: readonly number[]): string {
  return fold(plain.map((index) => words[index]!.text).join(" "));
}
