import { isCurrency } from "@finflow/money/currency";
import type { Figure } from "../layout/figures.ts";
import type { MarkedLine } from "../layout/marked-line.ts";
import { currencySigns, sharedSigns, wordLikeCodes } from "../vocabulary/currencies.ts";

/**
 * ISO 4217 of an account: the code printed beside its amounts, else one in its own heading, else a code printed
 * anywhere, else a sign. `$` alone is USD unless another dollar is named. Null where nothing says it.
 *
 * @param heading the lines above its rows, where a document has several accounts; else none
 */
export function currencyOf(
  figures: readonly Figure[],
  heading: readonly MarkedLine[],
  lines: readonly MarkedLine[],
): string | null {
  const beside = commonest(
    figures
      .map(({ currency }) => currency)
      .filter((code): code is string => code !== null && isCurrency(code)),
  );
  if (beside && !isShared(beside)) return beside;
  const codesOf = (some: readonly MarkedLine[]) =>
    some.flatMap((line) => line.words.flatMap(({ text }) => namedCodes(text)));
  const named = commonest(codesOf(heading)) ?? commonest(codesOf(lines));
  if (figures.some(({ currency }) => currency === "$")) return named && dollars.has(named) ? named : "USD";
  if (named) return named;
  if (beside) return beside;
  return commonest(lines.flatMap((line) => line.words.flatMap(({ text }) => loneSigns(text))));
}

const dollars = new Set([
  "USD",
  "CAD",
  "AUD",
  "NZD",
  "SGD",
  "HKD",
  "TWD",
  "MXN",
  "ARS",
  "CLP",
  "COP",
  "BSD",
  "BBD",
  "JMD",
  "TTD",
  "NAD",
  "FJD",
  "XCD",
  "BZD",
  "GYD",
  "BMD",
  "KYD",
  "UYU",
  "DOP",
]);

function isShared(code: string): boolean {
  return currencySigns.some(([sign, of]) => of === code && sharedSigns.has(sign)) && code !== "JPY";
}

function namedCodes(text: string): string[] {
  const code = text.replace(/[^\p{L}]/gu, "");
  return /^[A-Z]{3}$/.test(code) && isCurrency(code) && !wordLikeCodes.has(code) && code !== "XXX"
    ? [code]
    : [];
}

function loneSigns(text: string): string[] {
  const bare = text.replace(/[()[\],.:/\d]/g, "");
  return currencySigns.filter(([sign]) => sign === bare && !/^\p{L}+$/u.test(sign)).map(([, code]) => code);
}

function commonest(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
