import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import type { Word } from "../../pdf/word.ts";
import { findPhrases } from "../../text/phrases.ts";
import { accountPhrases } from "../../vocabulary/lexicon.ts";

/** Lengths of international account numbers by country (registry of ISO 13616). */
const ibanLengths: ReadonlyMap<string, number> = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29
   ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28
   LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25
   QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);

/** Letter heights between a number's groups, at most; further off begins another column. */
const widestGap = 1.6;
const fewestDigits = 3;
const fewestOfAccount = 6;
const longest = 40;

/** The international account number in a line, as printed: in one word or in groups; null where there is none. */
export function ibanIn({ words }: MarkedLine): string | null {
  for (const [at, { text }] of words.entries()) {
    const start = text.replace(/^.*[:(]/, "");
    const length = /^[A-Z]{2}\d{2}/.test(start) ? ibanLengths.get(start.slice(0, 2)) : undefined;
    if (length === undefined) continue;
    const groups = [start];
    for (let next = at + 1; lengthOf(groups) < length && next < words.length; next++) {
      if (!/^[A-Z\d]{1,}$/.test(words[next]!.text)) break;
      groups.push(words[next]!.text);
    }
    const printed = groups.join(" ").replace(/[,.;)]+$/, "");
    if (lengthOf([printed]) === length) return printed;
  }
  return null;
}

function lengthOf(groups: readonly string[]): number {
  return groups.join("").replace(/[\s,.;)]/g, "").length;
}

/** The number that stands beside a label such as "Account number" or "IBAN", as printed. */
export function labelledNumber(line: MarkedLine): string | null {
  const texts = line.words.map(({ text }) => text);
  for (const { from, to } of findPhrases(texts, accountPhrases)) {
    const behind =
      ibanIn({ ...line, words: line.words.slice(to) }) ??
      numberIn(line, holdsNumber(texts[to - 1]!) ? to - 1 : to, 1);
    const number = behind ?? (isRightToLeft(texts[from]!) ? numberIn(line, from - 1, -1) : null);
    if (number !== null) return number;
  }
  return null;
}

/** "账号：6214": label and number in one word. */
function holdsNumber(text: string): boolean {
  return /[:：].*\d/.test(text);
}

function isRightToLeft(text: string): boolean {
  return /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(text);
}

/** The number that begins at most two words from `start` on, going to the right or (-1) to the left. */
function numberIn({ words, dates }: MarkedLine, start: number, step: 1 | -1): string | null {
  const parts: string[] = [];
  let others = 0;
  for (let at = start; at >= 0 && at < words.length; at += step) {
    const word = words[at]!;
    const text = word.text.replace(/^.*[:：(]/, "").replace(/[;)]+$/, "");
    if (text === "") continue;
    const isFar = gapBetween(words[at - step], word) > widestGap * word.size;
    if (isPart(text, words[at + step]?.text, parts.length) && !isInDate(at, dates)) {
      if (isFar && (parts.length > 0 || others > 0)) break;
      parts.push(text);
    } else if (parts.length > 0 || ++others > 2 || isFar) break;
  }
  const number = (step === 1 ? parts : parts.toReversed()).join(" ").replace(/,$/, "");
  const digits = number.match(/\d/g) ?? [];
  const isPeriod = /^(?:19|20)\d{2}$|^\d{1,3}\/(?:19|20)?\d{2}$|^(?:19|20)\d{2}[-/]\d{1,2}$/.test(number);
  // "USD ACCOUNT Balance b/f 441.20"
  const isAmount = /^\d{1,3}\.\d\d$/.test(number);
  return digits.length >= fewestDigits && number.length <= longest && !isPeriod && !isAmount ? number : null;
}

function isInDate(at: number, dates: readonly DateMark[]): boolean {
  // "30-12-34" may be a sort code, but a date is no account number.
  return dates.some(({ from, to }) => at >= from && at < to);
}

function isPart(text: string, next: string | undefined, before: number): boolean {
  if (/^[A-Z]{0,4}[\dXx*•.\-/]*[\dXx*•][\dXx*•.\-/]*,?$/.test(text)) return true;
  if (/^[A-Z]{2,4}(?:-[A-Z]+)*-[*\d-]+$/.test(text)) return true;
  // "12 345 67 A 020"
  return before > 0 && /^[A-Z]$/.test(text) && next !== undefined && /^\d+$/.test(next);
}

function gapBetween(a: Word | undefined, b: Word): number {
  return a === undefined ? 0 : Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1);
}

/** Whether a number is a bank account's: of enough digits, none of them hidden, and no card's (ISO/IEC 7812, by its check digit). */
export function isBankAccount(number: string): boolean {
  const digits = [...number.replace(/\D/g, "")].map(Number);
  if (/[Xx*•]/.test(number) || digits.length < fewestOfAccount) return false;
  const sum = digits.toReversed().reduce((all, digit, at) => {
    const doubled = at % 2 === 1 ? 2 * digit : digit;
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits.length < 13 || digits.length > 19 || sum % 10 !== 0;
}

/** Whether two numbers are one account's: the digits of the one end or stand within those of the other. */
export function isSameAccount(a: string, b: string): boolean {
  const [short = "", long = ""] = [a, b]
    .map((number) => number.replace(/[^\dA-Za-z]/g, "").replace(/^[Xx]+/, ""))
    .toSorted((one, other) => one.length - other.length);
  return long.includes(short) || long.includes(short.replace(/^0+/, ""));
}
