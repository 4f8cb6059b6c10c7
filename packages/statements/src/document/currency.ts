import { isCurrency } from "@finflow/money/currency";
import type { Figure } from "../layout/figures.ts";
import type { MarkedLine } from "../layout/marked-line.ts";
import { compilePhrases, findPhrases } from "../text/phrases.ts";
import { currencyLabels, currencyNames } from "../vocabulary/countries.ts";
import { currencySigns, dollars, sharedSigns, wordLikeCodes } from "../vocabulary/currencies.ts";
import { countryCurrency } from "./country.ts";

/** ISO 4217; `assumed` where only the country of the paper says so. */
export type FoundCurrency = { code: string; assumed: boolean };

const labels = compilePhrases(currencyLabels.map((label) => [label, true] as const));
const names = compilePhrases(
  Object.entries(currencyNames).flatMap(([code, own]) => own.map((name) => [name, code] as const)),
);

/**
 * The currency of an account: what stands beside its amounts, else behind a label ("Currency: …"), else a code or a
 * name in its own heading, else one anywhere outside of the rows, else a sign, else the country's. A shared sign
 * (`$`) is the printed or the country's currency where that has this sign; `$` alone is USD. Null where nothing
 * says it.
 *
 * @param heading the lines above its rows, where a document has several accounts; else none
 * @param lines all lines but the rows
 */
export function currencyOf(
  figures: readonly Figure[],
  heading: readonly MarkedLine[],
  lines: readonly MarkedLine[],
): FoundCurrency | null {
  const besides = figures.map(({ currency }) => currency).filter((code) => code !== null);
  const beside = commonest(besides.filter(isCurrency));
  const isDollar = besides.includes("$");
  const spelt = (code: string) =>
    figures.some(({ currency, text }) => currency === code && text.includes(code));
  if (beside && !isDollar && (!isShared(beside) || spelt(beside))) return { code: beside, assumed: false };
  const printed =
    commonest(heading.flatMap(labelled)) ??
    commonest(lines.flatMap(labelled)) ??
    commonest(heading.flatMap(named)) ??
    commonest(lines.flatMap(named));
  const fits = (code: string | null): code is string =>
    code !== null &&
    (isDollar
      ? dollars.has(code)
      : beside === null || signsOf(beside).some((sign) => signsOf(code).includes(sign)));
  if (fits(printed)) return { code: printed, assumed: false };
  const sign = beside === null ? commonest(lines.flatMap(loneSigns)) : null;
  if (sign !== null && !isShared(sign) && !isDollar) return { code: sign, assumed: false };
  const country = countryCurrency(lines);
  if (fits(country)) return { code: country, assumed: country !== "USD" || !isDollar };
  const left = isDollar ? "USD" : (beside ?? sign);
  return left === null ? null : { code: left, assumed: false };
}

/** Codes and names behind a label of the currency. */
function labelled(line: MarkedLine): string[] {
  const texts = line.words.map(({ text }) => text);
  return findPhrases(texts, labels).flatMap(({ to }) => {
    const behind = texts.slice(to, to + 4);
    const codes = behind
      .slice(0, 2)
      .map(lettersOf)
      .filter((code) => /^[A-Z]{3}$/.test(code) && isCurrency(code));
    return [...codes, ...findPhrases(behind, names).map(({ value }) => value)].slice(0, 1);
  });
}

function named({ words }: MarkedLine): string[] {
  const texts = words.map(({ text }) => text);
  const codes = texts.map(lettersOf).filter((code) => isCode(code));
  return [...codes, ...findPhrases(texts, names).map(({ value }) => value)];
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
