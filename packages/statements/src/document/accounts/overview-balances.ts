import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import type { StatementAccount } from "../../statement.ts";
import type { Entry } from "../../table/draft/drafts.ts";
import { overlaps } from "../../table/line/span.ts";
import { blocksOf } from "../../table/line/word-blocks.ts";
import { significantDigits } from "../../values/printed-number.ts";
import type { LabelKind } from "../../vocabulary/lexicon.ts";
import { isSameAccount } from "./account-number.ts";
import { numberOf } from "./accounts.ts";
import { contradictsOverviewSum } from "./overview-sums.ts";
import { contradictedByTitle } from "./overview-titles.ts";

/** The heading of an overview's balances stands at most so many lines above one. */
const mostLines = 8;

/**
 * The accounts, unproven where an overview above all rows ("Deposits | Account No. | Balance") lists one by its number or its
 * title with another balance than those that its rows begin and end with, or its balances do not come to their sum.
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
    const amounts = line.figures.filter(({ weak }) => !weak);
    const number = amounts.length > 0 ? (numberOf(line, true) ?? maskedNumber(line)) : null;
    if (number === null) return [];
    const above = lines.slice(Math.max(0, at - mostLines), at);
    const stands = (figure: Figure) =>
      standsUnderBalance(figure, above) || (amounts.length === 1 && isBalance(figure, above));
    return amounts.flatMap((figure) => (stands(figure) ? [{ number, figure }] : []));
  });
  const isOwn = ({ account_number: own }: StatementAccount, number: string) =>
    own !== null && isSameAccount(number, own);
  // Several currencies may be kept under one number.
  const odd = listed.filter(({ number, figure }) =>
    accounts.every((account) => !isOwn(account, number) || !isOf(account, figure)),
  );
  const above = entries
    .slice(0, Math.max(0, first))
    .flatMap((entry) =>
      entry.type === "draft" ? [] : [entry.type === "label" ? entry.label.line : entry.line],
    );
  const byTitle = contradictedByTitle(accounts, entries, lines);
  const isSumOdd = contradictsOverviewSum(accounts, [...new Set(above)]);
  return accounts.map((account) => {
    const isOdd = isSumOdd || byTitle.has(account) || odd.some(({ number }) => isOwn(account, number));
    return isOdd && account.status === "reconciled" ? { ...account, status: "unverifiable" } : account;
  });
}

/** "Everyday Checking  ...7701": the last digits of an account's number, behind dots or signs for the others. */
function maskedNumber({ words }: MarkedLine): string | null {
  return words.find(({ text }) => /^[x*•.…-]{2,}\d{4}$/i.test(text))?.text.replace(/\D/g, "") ?? null;
}

/** Whether the words right above a figure, among several headings of a line ("Balance on 1 June | Balance on 30 June"), name a balance. */
function standsUnderBalance(figure: Figure, above: readonly MarkedLine[]): boolean {
  const heading = headingOver(above);
  const block = heading && blocksOf(heading, 1.2).find((each) => overlaps(each, figure));
  return (
    heading !== undefined &&
    block !== undefined &&
    heading.labels.some(({ value, from }) => balances.has(value) && from >= block.from && from < block.to)
  );
}

const balances: ReadonlySet<LabelKind> = new Set(["balance_on", "opening", "closing"]);

function headingOver(above: readonly MarkedLine[]): MarkedLine | undefined {
  return above.findLast(({ figures, labels }) => figures.every(({ weak }) => weak) && labels.length > 0);
}

/** Whether a figure stands under a heading of balances, with no text of another kind over it since. */
function isBalance(figure: Figure, above: readonly MarkedLine[]): boolean {
  const heading = headingOver(above);
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
  return [opening_balance, closing_balance].some(
    (balance) => balance !== null && significantDigits(balance) === significantDigits(text),
  );
}
