import type { MarkedLine } from "../../layout/marked-line.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import { blocksOf } from "../../table/line/word-blocks.ts";
import { findPhrases } from "../../text/phrases.ts";
import { loanNumberPhrases, loanPhrases } from "../../vocabulary/loans.ts";
import { isDepositAccount } from "./deposit-account.ts";

/** Longer runs of words are sentences, which may offer a loan. */
const mostWords = 6;
/** Lines above an account's rows and their headings that are its title. */
const titleLines = 5;
const topLines = 2;

/**
 * Whether a title calls the account a loan, and its balances are printed as what is owed, without a sign: then they grow with
 * what is charged, as a card's do. With a minus or a mark they are those of an account below zero.
 *
 * @param heading the lines above its rows
 * @param lines all lines of the paper
 */
export function isLoan(
  heading: readonly MarkedLine[],
  lines: readonly MarkedLine[],
  drafts: readonly Draft[],
): boolean {
  const isSigned = drafts.some(({ figures }) =>
    figures.some(({ figure: { sign, side } }) => sign === -1 || side !== null),
  );
  if (isSigned) return false;
  const own = heading.slice(-titleLines);
  if (own.some(isTitle) || heading.some(namesLoanNumber)) return !isDepositAccount(own, []);
  return lines.slice(0, topLines).some(isTitle) && !isDepositAccount(own, lines);
}

/** The first words of a line, apart from what else it says; a figure right behind them is another account's balance. */
function isTitle(line: MarkedLine): boolean {
  const [title] = blocksOf(line, 1.2);
  if (
    !title ||
    title.to - title.from > mostWords ||
    line.figures.some(({ from, weak }) => !weak && from === title.to)
  )
    return false;
  return (
    findPhrases(
      line.words.slice(title.from, title.to).map(({ text }) => text),
      loanPhrases,
    ).length > 0
  );
}

/** "Loan account number: 0044102233" */
function namesLoanNumber({ words }: MarkedLine): boolean {
  const texts = words.map(({ text }) => text);
  return findPhrases(texts, loanNumberPhrases).some(({ to }) =>
    words.slice(to, to + 2).some(({ text }) => /\d{4}/.test(text)),
  );
}
