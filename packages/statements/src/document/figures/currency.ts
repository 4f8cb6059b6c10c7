import { isCurrency } from "@finflow/money/currency";
import type { Figure } from "../../layout/figures.ts";
import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import { moneyRoles } from "../../table/headings/header.ts";
import { compilePhrases, findPhrases } from "../../text/phrases.ts";
import { currencyLabels, currencyNames } from "../../vocabulary/countries.ts";
import { currencySigns, dollars, sharedSigns, wordLikeCodes } from "../../vocabulary/currencies.ts";
import { languageOf } from "../../vocabulary/language-of.ts";
import { headerPhrases } from "../../vocabulary/lexicon.ts";
import { countryCurrency } from "./country.ts";

/** ISO 4217; `assumed` where only the country of the paper says so. */
export type FoundCurrency = { code: string; assumed: boolean };

/** An account's title and the headings of its columns take so many lines at most. */
const linesOfTitle = 4;

const labels = compilePhrases(currencyLabels.map((label) => [label, true] as const));
const names = compilePhrases(
  Object.entries(currencyNames).flatMap(([code, own]) => own.map((name) => [name, code] as const)),
);

/**
 * The currency of an account: what its column of amounts is headed by ("Amount in EUR"), what stands beside its
 * amounts, else behind a label ("Currency: …"), else a code, a sign or a name in its own heading or anywhere outside
 * of the rows, else the country's. A shared sign (`$`) is the printed or the country's currency where that has this
 * sign; `$` alone is USD on an American paper. Null where nothing says it.
 *
 * @param heading the lines above its rows, where a document has several accounts; else none
 * @param lines all lines but the rows
 * @param dates the dates of all lines
 */
export function currencyOf(
  figures: readonly Figure[],
  heading: readonly MarkedLine[],
  lines: readonly MarkedLine[],
  dates: readonly DateMark[],
): FoundCurrency | null {
  const besides = figures.map(({ currency }) => currency).filter((code) => code !== null);
  const told = commonest(lines.flatMap(labelled)) ?? commonest([...heading, ...lines].flatMap(named));
  const isAbroad = (code: string) => told !== null && told !== code && isOfFew(code, figures);
  const own = besides.filter((code) => isCurrency(code) && !isAbroad(code));
  const titled = codeOfTitle(heading);
  if (titled && own.every((code) => code === titled)) return { code: titled, assumed: false };
  const beside = headedBy([...heading, ...lines]) ?? commonest(own);
  const isDollar = besides.includes("$");
  const alone = new Set(lines.flatMap((line) => (line.words.length === 1 ? codesIn(line) : [])));
  const [only] = alone;
  // "USD 78.09 @ 1.04" in texts of a few rows is what was paid abroad, where a line of its own says the currency.
  if (only && alone.size === 1 && besides.filter((code) => code !== only).length * 2 < figures.length)
    return { code: only, assumed: false };
  const spelt = (code: string) =>
    !besides.includes(code) || figures.some(({ currency, text }) => currency === code && text.includes(code));
  if (beside && !isDollar && (!isShared(beside) || spelt(beside))) return { code: beside, assumed: false };
  const sign = beside === null ? commonest(lines.flatMap(loneSigns)) : null;
  const printed =
    commonest(heading.flatMap(labelled)) ??
    commonest(lines.flatMap(labelled)) ??
    commonest(heading.flatMap(named)) ??
    commonest(lines.flatMap(codesIn)) ??
    (sign !== null && !isShared(sign) ? sign : commonest(lines.flatMap(named)));
  const fits = (code: string | null): code is string =>
    code !== null &&
    (isDollar
      ? dollars.has(code)
      : beside === null || signsOf(beside).some((own) => signsOf(code).includes(own)));
  if (fits(printed)) return { code: printed, assumed: false };
  const lone = ownOfLanguage(lines);
  if (fits(lone)) return { code: lone, assumed: false };
  const country = countryCurrency(lines);
  const american = country === "USD" || isAmerican(lines, dates);
  if (fits(country)) return { code: country, assumed: country !== "USD" || !isDollar };
  if (isDollar || sign === "USD") return american ? { code: "USD", assumed: false } : null;
  const left = beside ?? sign;
  return left === null ? null : { code: left, assumed: false };
}

/** The one code in the line of an account's opening balance: "USD 1 Mar Balance B/F 2,000.00". */
export function codeOfOpening(first: Draft | undefined): FoundCurrency | null {
  const codes = first?.label === "opening" ? new Set(first.lines.flatMap(codesIn)) : new Set<string>();
  return codes.size === 1 ? { code: [...codes][0]!, assumed: false } : null;
}

/** "USD Global 033-10441-8 (USD)" right above an account's rows: the one code in the last of the lines there that has any. */
function codeOfTitle(heading: readonly MarkedLine[]): string | null {
  const titles = heading
    .slice(-linesOfTitle)
    .filter(({ figures, dates }) => dates.length === 0 && figures.every(({ weak }) => weak));
  const codes = new Set(titles.map(codesIn).findLast((each) => each.length > 0));
  return codes.size === 1 ? [...codes][0]! : null;
}

/** Whether a code is spelt out beside a few figures only: "USD 88.00" is what was paid abroad, beside "80.00" of the account. */
function isOfFew(code: string, figures: readonly Figure[]): boolean {
  const own = figures.filter(({ currency }) => currency === code);
  return own.length * 3 < figures.length && own.every(({ text }) => text.includes(code));
}

/** The code behind a heading of money, where all such headings name the same one. */
function headedBy(lines: readonly MarkedLine[]): string | null {
  const codes = lines.flatMap(({ words, dates }) => {
    const texts = words.map(({ text }) => text);
    if (dates.length > 0) return [];
    return findPhrases(texts, headerPhrases)
      .filter(({ value }) => moneyRoles.has(value))
      .flatMap(({ from, to }) => {
        const beside = texts.slice(from, to + 2);
        return [...codesAmong(beside), ...signsAmong(beside)].slice(0, 1);
      });
  });
  return new Set(codes).size === 1 ? codes[0]! : null;
}

/** A place name with its postal code ("Austin, TX 78701"), or a date that only an American could print. */
function isAmerican(lines: readonly MarkedLine[], dates: readonly DateMark[]): boolean {
  const place = new RegExp(`\\b(?:${states})\\.?,? \\d{5}(?:-\\d{4}| - \\d{4})?\\b`);
  return (
    lines.some(({ text }) => place.test(text)) ||
    dates.some(({ readings }) => readings.length > 0 && readings.every(({ order }) => order === "mdy"))
  );
}

const states =
  "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|" +
  "OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY";

/** Codes and names behind a label of the currency. */
function labelled(line: MarkedLine): string[] {
  const texts = line.words.map(({ text }) => text);
  return findPhrases(texts, labels).flatMap(({ to }) => {
    const behind = texts.slice(to, to + 4);
    const codes = behind
      .slice(0, 2)
      .map(lettersOf)
      .filter((code) => /^[A-Z]{3}$/.test(code) && isCurrency(code));
    const signs = signsAmong(behind.slice(0, 1).map((text) => `(${text.replace(/[():]/g, "")})`));
    return [...codes, ...signs, ...findPhrases(behind, names).map(({ value }) => value)].slice(0, 1);
  });
}

/** "RON" in a line of its own is also a name; on a Romanian paper it is the currency. */
function ownOfLanguage(lines: readonly MarkedLine[]): string | null {
  const codes = lines.flatMap(({ words }) => (words.length === 1 ? words.map(({ text }) => text) : []));
  const lone = codes.find((code) => wordLikeCodes.has(code) && isCurrency(code));
  if (!lone) return null;
  const language = languageOf(lines.map(({ words }) => words.map(({ text }) => text)));
  return language?.currency === lone ? lone : null;
}

function codesIn({ words }: MarkedLine): string[] {
  return codesAmong(words.map(({ text }) => text));
}

function codesAmong(texts: readonly string[]): string[] {
  // "EUR-Konto" says the currency of the account.
  return texts.map((text) => lettersOf(/^([A-Z]{3})-\p{L}{3,}$/u.exec(text)?.[1] ?? text)).filter(isCode);
}

function named(line: MarkedLine): string[] {
  const texts = line.words.map(({ text }) => text);
  return [...codesIn(line), ...findPhrases(texts, names).map(({ value }) => value)];
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, "");
}

function isCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text) && isCurrency(text) && !wordLikeCodes.has(text) && text !== "XXX";
}

function isShared(code: string): boolean {
  return signsOf(code).some((sign) => sharedSigns.has(sign));
}

function signsOf(code: string): string[] {
  return currencySigns.filter(([, of]) => of === code).map(([sign]) => sign);
}

/** "Amount (£)", "Amount £", "Kwota (zł)": letters are a sign in brackets only. */
function signsAmong(texts: readonly string[]): string[] {
  const bracketed = texts.flatMap((text) => /^[([](\D+)[)\]]$/.exec(text)?.[1] ?? []);
  if (bracketed.length === 0) return [];
  return currencySigns
    .filter(([sign]) => bracketed.includes(sign) && (!sharedSigns.has(sign) || /^\p{Lu}{2}$/u.test(sign)))
    .map(([, code]) => code);
}

function loneSigns({ words }: MarkedLine): string[] {
  const bare = words.map(({ text }) => text.replace(/[()[\],.:/\d]/g, ""));
  return currencySigns
    .filter(([sign]) => bare.includes(sign) && !/^\p{L}+$/u.test(sign))
    .map(([, code]) => code);
}

function commonest(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
