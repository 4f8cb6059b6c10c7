import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import type { StatementAccount } from "../../statement.ts";
import type { Entry } from "../../table/draft/drafts.ts";
import { overlaps } from "../../table/line/span.ts";
import { isSameAccount } from "./account-number.ts";
import { numberOf } from "./accounts.ts";

/** The heading of an overview's balances stands at most so many lines above one. */
const mostLines = 8;

/**
 * The accounts, unproven where an overview above all rows ("Deposits | Account No. | Balance") lists one by its number with
 * another balance than those that its rows begin and end with.
 */
export function withOverview(
  accounts: readonly StatementAccount[],
  entries: readonly Entry[],
): StatementAccount[] {
  const first = entries.findIndex(({ type }) => type === "draft");
  const lines = entries
    .slice(0, Math.max(0, first))
    .flatMap((entry) => (entry.type === "line" ? [entry.line] : []));
  const listed = lines.flatMap((line, at) => {
    const [figure, ...more] = line.figures.filter(({ weak }) => !weak);
    const number = figure && more.length === 0 ? numberOf(line, true) : null;
    if (!figure || number === null || !isBalance(figure, lines.slice(Math.max(0, at - mostLines), at)))
      return [];
    return [{ number, figure }];
  });
  return accounts.map((account) => {
    const own = listed.filter(
      ({ number }) => account.account_number && isSameAccount(number, account.account_number),
    );
    const isOdd = own.some(({ figure }) => !isOf(account, figure));
    return isOdd && account.status === "reconciled" ? { ...account, status: "unverifiable" } : account;
  });
}

/** Whether a figure stands under a heading of balances, with no text of another kind over it since. */
function isBalance(figure: Figure, above: readonly MarkedLine[]): boolean {
  const heading = above.findLast(({ figures, labels }) => figures.length === 0 && labels.length > 0);
  return (
    heading?.labels.length === 1 &&
    heading.labels.every(({ value, from, to }) => {
      const [start, end] = [heading.words[from]!, heading.words[Math.max(to, lastWord(heading)) - 1]!];
      return value === "balance_on" && overlaps(figure, { x0: start.x0, x1: end.x1 });
    })
  );
}

/** "Balance (SGD)": what ends the heading belongs to its last words. */
function lastWord(line: MarkedLine): number {
  return (plainWords(line).at(-1) ?? -1) + 1;
}

function isOf({ opening_balance, closing_balance }: StatementAccount, { text }: Figure): boolean {
  const digits = (each: string) => each.replace(/\D/g, "").replace(/^0+/, "");
  return [opening_balance, closing_balance].some(
    (balance) => balance !== null && digits(balance) === digits(text),
  );
}
