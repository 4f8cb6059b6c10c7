import { isCurrency } from "@finflow/money/currency";
import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import type { StatementAccount } from "../../statement.ts";
import { overlaps } from "../../table/line/span.ts";
import { fold } from "../../text/fold.ts";
import { findPhrases } from "../../text/phrases.ts";
import { significantDigits } from "../../values/printed-number.ts";
import type { LabelKind } from "../../vocabulary/lexicon.ts";
import { overviewSumPhrases } from "../../vocabulary/overviews.ts";

/** Lines of one overview follow one another in so many letter heights, and are no more. */
const widestStep = 2.6;
const mostAccounts = 8;
const fewestAccounts = 2;

/**
 * Whether the line "Total" right below balances of accounts, the last ones of some that were read among them, is nothing that
 * these come to; debts may be printed without a minus.
 *
 * @param above the lines above all rows
 */
export function contradictsOverviewSum(
  accounts: readonly StatementAccount[],
  above: readonly MarkedLine[],
): boolean {
  const closings = new Set(accounts.map(({ closing_balance }) => significantDigits(closing_balance ?? "")));
  return above.some((line, at) => {
    const [sum] = isSumLine(line) ? amountsOf(line) : [];
    const total = sum && centsOf(sum);
    if (!sum || total === undefined || total === null) return false;
    const parts = partsAbove(line, sum, above.slice(Math.max(0, at - mostAccounts), at));
    if (parts.length < fewestAccounts || !parts.some(({ text }) => closings.has(significantDigits(text))))
      return false;
    const values = parts.map(centsOf);
    return values.every((value) => value !== null) && !comeTo(total, values);
  });
}

const ofOneAccount: ReadonlySet<LabelKind> = new Set(["opening", "total_debits", "total_credits"]);

/** The one amount of each line right above, in the column of the sum; none where the lines name several currencies. */
function partsAbove(line: MarkedLine, sum: Figure, above: readonly MarkedLine[]): Figure[] {
  const parts: Figure[] = [];
  const codes = new Set(currenciesOf(line));
  let below = line;
  for (const each of above.toReversed()) {
    const [figure, ...more] = amountsOf(each);
    const isNear = each.page === below.page && below.baseline - each.baseline <= widestStep * below.size;
    if (!isNear || !figure || more.length > 0 || !overlaps(figure, sum)) break;
    // "Statement balance", "Total withdrawals", "Total deposits": the sums of one account.
    if (isSumLine(each) || each.labels.some(({ value }) => ofOneAccount.has(value))) return [];
    for (const code of currenciesOf(each)) codes.add(code);
    parts.push(figure);
    below = each;
  }
  return codes.size > 1 ? [] : parts;
}

function isSumLine(line: MarkedLine): boolean {
  const plain = plainWords(line).map((index) => line.words[index]!.text);
  const texts = plain.filter((text) => !isCurrency(text));
  const letters = fold(texts.join(" ")).length;
  return (
    line.dates.length === 0 &&
    amountsOf(line).length === 1 &&
    findPhrases(texts, overviewSumPhrases).some((match) => match.from === 0 && match.letters >= letters)
  );
}

function currenciesOf({ words, figures }: MarkedLine): string[] {
  const named = words.flatMap(({ text }) => (/^[A-Z]{3}$/.test(text) && isCurrency(text) ? [text] : []));
  return [...named, ...figures.flatMap(({ currency }) => (currency === null ? [] : [currency]))];
}

function amountsOf({ figures }: MarkedLine): Figure[] {
  return figures.filter(({ weak }) => !weak);
}

function centsOf({ readings, sign, side }: Figure): bigint | null {
  const reading = readings.find(({ fraction }) => fraction.length === 2);
  if (!reading) return null;
  const cents = BigInt(`${reading.whole}${reading.fraction}`);
  return sign === -1 || side === "debit" ? -cents : cents;
}

/** Whether the figures come to the sum as they are, or with some of them taken away. */
function comeTo(total: bigint, values: readonly bigint[]): boolean {
  let sums = new Set([0n]);
  for (const value of values) sums = new Set([...sums].flatMap((sum) => [sum + value, sum - value]));
  return sums.has(total);
}
