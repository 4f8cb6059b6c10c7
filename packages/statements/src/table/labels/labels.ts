import { isCurrency } from "@finflow/money/currency";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { fold } from "../../text/fold.ts";
import { findPhrases, type PhraseMatch } from "../../text/phrases.ts";
import { asidePhrases, movedBalances } from "../../vocabulary/asides.ts";
import {
  countPhrases,
  headerPhrases,
  type LabelKind,
  type Side,
  sectionPhrases,
} from "../../vocabulary/lexicon.ts";
import { blocksOf } from "../line/word-blocks.ts";

/**
 * A label counts where it opens the text of a line and explains much of it; in a line without a date of its own also
 * further on, with its figure behind it.
 */
export function labelOf(line: MarkedLine, dated: boolean, inTable: boolean): LabelKind | null {
  const [label] = line.labels;
  if (!label) return null;
  if (!dated && headsSummary(line)) return label.value;
  const plain = dated ? withoutCodes(line, label.from) : withoutUnits(line);
  const leads = label.from <= (plain[0] ?? 0) + 1 || endsBalance(line, label, plain);
  const letters = fold(plain.map((index) => line.words[index]!.text).join(" ")).length;
  if (!dated) {
    // Among rows that print their date once a day a row may begin with any word: "Total Fitness Club".
    const least = isBare(label) || isSum(label.value) ? 0.8 : 0.5;
    // "Total payments: 182.78" is the sum of a side, and no row.
    const isText = label.value === "ignored" || explained(line, label) < least * letters;
    if (inTable && isText && sideSummed(line) === null) return null;
    const followed = line.labels.find(({ to }) => {
      // "Your June balance as of Jun 30, 2024  $590.11": the day stands between the words and their figure.
      const day = line.dates.find(({ from }) => from === to);
      const last = Math.max(to + 2, day?.to ?? 0);
      return line.figures.some((figure) => !figure.weak && figure.from >= to - 1 && figure.from <= last);
    });
    return (followed ?? (leads ? label : null))?.value ?? null;
  }
  if (isSum(label.value)) return leads && label.letters >= 0.8 * letters ? label.value : null;
  // "Collected previous balance" is a payment: a word before the label counts for more than one behind it.
  const least = isBare(label) ? 0.8 : label.from > (plain[0] ?? 0) ? 0.5 : 0.4;
  // "承上結餘 Saldo anterior": the same in two languages.
  const named = line.labels
    .filter(({ value }) => value === label.value)
    .reduce((sum, each) => sum + each.letters, 0);
  if (!leads || named < least * letters) return null;
  // "Total" may be a shop: with a date of its own only a balance is no transaction.
  return isBalance(label.value) ? label.value : null;
}

/** "30/04  Saldo bloqueado anterior  0,00": of a line with a date of its own all words name a balance that is not the account's. */
export function isOtherBalance(line: MarkedLine): boolean {
  const [label] = line.labels;
  if (label?.value !== "ignored") return false;
  const letters = fold(
    plainWords(line)
      .map((index) => line.words[index]!.text)
      .join(" "),
  ).length;
  const texts = line.words.slice(label.from, label.to).map(({ text }) => text);
  if (findPhrases(texts, movedBalances).length > 0) return false;
  return (
    label.letters >= letters && findPhrases(texts, headerPhrases).some(({ value }) => value === "balance")
  );
}

/** "USD  31 Dec  B/F balance", "30/04  0000  000  Saldo anterior": codes in columns of their own before the text. */
function withoutCodes(line: MarkedLine, before: number): number[] {
  const isCode = (text: string) => /^\d+$/.test(text) || isCurrency(text);
  return plainWords(line).filter((index) => index >= before || !isCode(line.words[index]!.text));
}

/** "Total in  23 pcs  16,529.69": without the word for what a number before an amount counts. */
function withoutUnits(line: MarkedLine): readonly number[] {
  const { figures } = line;
  const isUnit = (at: number) =>
    figures.some((count, index) => count.weak && count.to === at && figures[index + 1]?.from === at + 1);
  return figures.length < 2 ? plainWords(line) : plainWords(line).filter((at) => !isUnit(at));
}

/**
 * "Account  Period  Previous balance  Money out  Money in  New balance": both balances or sums, and no figure beside them. The
 * day of the statement before may stand beside balances: "Last statement 30/09/2024  Old balance  New balance".
 */
function headsSummary({ labels, figures, dates, words }: MarkedLine): boolean {
  if (figures.length > 0) return false;
  const has = (kind: LabelKind) => labels.some(({ value }) => value === kind);
  if (has("opening") && has("closing")) return true;
  if (dates.length > 0) return false;
  if (has("total_debits") && has("total_credits")) return true;
  // "Due date  Total amount due  Minimum due  Credit limit".
  if (has("total_due") && labels.length > 1 && labels.some(({ value }) => value === "ignored")) return true;
  const texts = words.map(({ text }) => text);
  return (has("opening") || has("closing")) && findPhrases(texts, countPhrases).length > 0;
}

/** "Total transactions: 18": a number of rows at the end of its line, though its words head columns too. */
export function countsRows({ words, figures }: MarkedLine): boolean {
  const [count, ...more] = figures;
  if (!count || more.length > 0 || count.to < words.length) return false;
  const texts = words.map(({ text }) => text);
  return findPhrases(texts, countPhrases).some(({ to }) => to === count.from);
}

/** "Balance" may be a shop's name, and "Prijenos I. Horvat" a transfer; "Balance on" is none. */
function isBare({ value, from, to }: PhraseMatch<LabelKind>): boolean {
  return value === "carried" || (value === "balance_on" && to - from === 1);
}

/** Whether a line begins with such a word and goes on with others: a row of "Prijenos I. Horvat" may print no date. */
export function beginsWithBareLabel(line: MarkedLine): boolean {
  const [label] = line.labels;
  const plain = plainWords(line);
  if (!label || !isBare(label) || label.to - label.from > 1 || label.from !== plain[0]) return false;
  const letters = fold(plain.map((index) => line.words[index]!.text).join(" ")).length;
  return label.letters < 0.5 * letters;
}

/** "Transfer GROCER", "3  Transfer GROCER" without an amount: the first line of a row, though the word is that for a balance carried forward too. */
export function beginsTransfer(line: MarkedLine): boolean {
  const [label, ...more] = line.labels;
  const plain = plainWords(line);
  if (label?.value !== "carried" || more.length > 0) return false;
  // The number of the row.
  if (line.figures.some(({ from, weak }) => from > 0 || !weak)) return false;
  return label.to - label.from === 1 && label.from === plain[0] && plain.length > 1;
}

/** "ID 0001 Beginning Balance 502.10": the number of an account before the words for its balance, and no amount. */
function endsBalance(
  { figures }: MarkedLine,
  { value, from, to }: PhraseMatch<LabelKind>,
  plain: readonly number[],
): boolean {
  if (value !== "opening" && value !== "closing") return false;
  return to - from > 1 && plain.at(-1) === to - 1 && figures.filter(({ weak }) => !weak).length === 1;
}

export function isBalance(kind: LabelKind): boolean {
  return kind === "opening" || kind === "closing" || kind === "carried" || kind === "balance_on";
}

/** Letters of a label, with those of the section that it sums up ("Total electronic withdrawals"). */
function explained(line: MarkedLine, label: PhraseMatch<LabelKind>): number {
  const rest = line.words.slice(label.to).map(({ text }) => text);
  const sections = label.value === "total" ? findPhrases(rest, sectionPhrases) : [];
  return sections.reduce((sum, { letters }) => sum + letters, label.letters);
}

/** "Total deposits": a line says of which rows it is the sum, if in words that are known one by one, and nothing else. */
export function sumsSection(line: MarkedLine): boolean {
  const [label, ...more] = line.labels;
  if (label?.value !== "total" || more.length > 0) return false;
  const letters = fold(
    plainWords(line)
      .map((index) => line.words[index]!.text)
      .join(" "),
  ).length;
  const named = explained(line, label);
  return named > label.letters && named + 1 >= letters;
}

/** "Total payments": a line that calls its figure the sum of what a column of one side is called; null for any other. */
export function sideSummed(line: MarkedLine): Side | null {
  const [label, ...more] = line.labels;
  return label && more.length === 0 ? sideSummedBy(line, label, 0, line.words.length) : null;
}

/** The same of a label among others, whose figure stands below it: its words stand together. */
export function sideSummedAbove(line: MarkedLine, label: PhraseMatch<LabelKind>): Side | null {
  const block = blocksOf(line, 1.2).find(({ from, to }) => from <= label.from && label.to <= to);
  return block ? sideSummedBy(line, label, block.from, block.to) : null;
}

function sideSummedBy(
  line: MarkedLine,
  label: PhraseMatch<LabelKind>,
  from: number,
  to: number,
): Side | null {
  if (label.value !== "total") return null;
  const rest = plainWords(line).filter(
    (index) => index >= from && index < to && (index < label.from || index >= label.to),
  );
  const [heading] = findPhrases(
    rest.map((index) => line.words[index]!.text),
    headerPhrases,
  );
  if (!heading || heading.from > 0 || heading.to < rest.length) return null;
  return heading.value === "debit" || heading.value === "credit" ? heading.value : null;
}

/** "Total" may be a shop; "Total withdrawals" with a date is the sum of a day, above or below its rows. */
export function isSum(kind: LabelKind): boolean {
  return kind === "total_debits" || kind === "total_credits";
}

/** "Closing balance: 929": an integer right behind words for a balance or a sum, with nothing behind it. */
function endsLabel({ labels, words }: MarkedLine, end: number): boolean {
  return labels.length === 1 && labels[0]!.from === 0 && labels[0]!.to === end - 1 && words.length === end;
}

/** Whether the line right below is one of a summary too: words that are known, with an amount, and no date. */
export function isListed(line: MarkedLine, below: MarkedLine | undefined): boolean {
  if (below?.page !== line.page || below.baseline - line.baseline > 2.5 * line.size) return false;
  if (below.dates.length > 0 || !below.figures.some(({ weak, to }) => !weak || endsLabel(below, to)))
    return false;
  return below.labels.length > 0 || sectionOf(below) !== null;
}

/**
 * The side that a heading names: "Withdrawals", and "Fees and charges" where each word is known by itself.
 *
 * @param least the part of its letters that has to be known
 */
export function sectionOf(line: MarkedLine, least = 0.6): Side | null {
  const texts = line.words.map(({ text }) => text);
  const matches = findPhrases(texts, sectionPhrases);
  const [match] = matches;
  if (!match || match.from > 0 || line.dates.length > 0) return null;
  // "Checks paid   * Indicates a gap in check sequence"
  const note = texts.findIndex((text, at) => at >= match.to && text.startsWith("*"));
  const own = note < 0 ? texts : texts.slice(0, note);
  const letters = fold(own.filter((text) => !/\d/.test(text)).join(" ")).length;
  if (match.letters >= least * letters) return match.value;
  const named = matches.reduce((sum, each) => sum + each.letters, 0);
  return named >= least * letters && matches.every(({ value }) => value === match.value) ? match.value : null;
}

/** A line that says what stands below it, and that this is no account's rows. */
export function isAsideTitle(line: MarkedLine): boolean {
  if (line.dates.length > 0 && line.figures.some(({ weak }) => !weak)) return false;
  const texts = line.words.map(({ text }) => text);
  const found = findPhrases(texts, asidePhrases);
  if (found.length === 0) return false;
  // "Opérations à venir (non comptabilisées)": what stands in parentheses explains the title.
  const words = texts.filter((text) => !/\d/.test(text)).join(" ");
  const letters = fold(words.replace(/\([^()]*\)/g, " ")).length;
  // "Daily balances / Balances diarios"
  return found.reduce((sum, phrase) => sum + phrase.letters, 0) * 2 >= letters;
}
