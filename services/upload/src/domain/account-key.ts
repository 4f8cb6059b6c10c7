import { fold } from "@finflow/search-tokens/tokens";

/** What tells accounts apart. `numberKey` is secret: it is the whole number where the paper prints it. */
export type AccountKey = {
  /** Folded; empty where none is printed. */
  institutionKey: string;
  /** The whole number, "*1234" where it is masked, or empty. */
  numberKey: string;
  /** ISO 4217. */
  currency: string;
};

/** What banks print in place of digits. X counts from two on: one alone may be a letter of the number. */
const mask = /[*#•●·∙…_?]|X{2,}|\.{2,}/;
const notOfANumber = /[^\p{L}\p{N}]/gu;

/** Fewer characters than this are the end of a number, not a number. */
const shortestNumber = 6;

export function accountKey(institution: string, printedNumber: string, currency: string): AccountKey {
  return { institutionKey: foldWords(institution), numberKey: numberKey(printedNumber), currency };
}

/**
 * Case, accents and white space aside. Also the folded description that decides whether rows are the same.
 */
export function foldWords(text: string): string {
  return fold(text).split(/\s+/).filter(Boolean).join(" ");
}

export function numberKey(printed: string): string {
  const upper = printed.normalize("NFKC").toUpperCase();
  const plain = upper.replace(notOfANumber, "");
  if (!mask.test(upper) && plain.length >= shortestNumber) return plain;
  const end = upper.slice(lastMaskEnd(upper)).replace(notOfANumber, "").slice(-4);
  return end === "" ? "" : `*${end}`;
}

/** Only the last four characters are ever shown. */
export function maskedNumber(key: string): string {
  return key === "" ? "" : `****${key.replace("*", "").slice(-4)}`;
}

export function isWholeNumber(key: string): boolean {
  return key !== "" && !key.startsWith("*");
}

/** Only an account that is surely known can show that two rows are one. */
export function isProven(key: AccountKey): boolean {
  return key.institutionKey !== "" && isWholeNumber(key.numberKey);
}

/** Whether two numbers cannot be of one account; what is masked or missing contradicts nothing it hides. */
export function numbersContradict(one: string, other: string): boolean {
  if (one === "" || other === "" || one === other) return false;
  if (isWholeNumber(one) && isWholeNumber(other)) return true;
  const [end, whole] = one.startsWith("*") ? [one.slice(1), other] : [other.slice(1), one];
  return !whole.endsWith(end) && !end.endsWith(whole.replace("*", ""));
}

/** Whether two statements may be of one account. */
export function mayBeOneAccount(one: AccountKey, other: AccountKey): boolean {
  return (
    one.currency === other.currency &&
    (one.institutionKey === "" ||
      other.institutionKey === "" ||
      one.institutionKey === other.institutionKey) &&
    !numbersContradict(one.numberKey, other.numberKey)
  );
}

function lastMaskEnd(text: string): number {
  let end = 0;
  for (const match of text.matchAll(new RegExp(mask, "g"))) end = match.index + match[0].length;
  return end;
}
