import type { MarkedLine } from "../../layout/marked-line.ts";
import { compilePhrases, findPhrases } from "../../text/phrases.ts";
import { countries } from "../../vocabulary/countries.ts";
import { languageOf } from "../../vocabulary/language-of.ts";

const ibanCurrencies: ReadonlyMap<string, string> = new Map(
  countries.flatMap(({ iban, currency }) => (iban ?? []).map((letters) => [letters, currency] as const)),
);
const marks = compilePhrases(
  countries.flatMap(({ marks: own = [], currency }) => own.map((mark) => [mark, currency] as const)),
);
const names = compilePhrases(
  countries.flatMap(({ names: own, currency }) => own.map((name) => [name, currency] as const)),
);

/**
 * The currency of the country that a paper comes from, by what stands outside of its rows: an account number
 * (IBAN), words that only one country's banks print, names of countries, at last the language. Null where nothing
 * tells, or several as much.
 */
export function countryCurrency(lines: readonly MarkedLine[]): string | null {
  return (
    ibanCurrency(lines) ??
    mostVotes(lines, [
      [marks, 2],
      [names, 1],
    ]) ??
    languageOf(lines.map(({ words }) => words.map(({ text }) => text)))?.currency ??
    null
  );
}

/** Letters, two digits, and eleven to thirty more letters or digits (ISO 13616), in groups or not. */
const iban = /(?<![A-Z\d])([A-Z]{2})\d{2}(?: ?[A-Z\d]{4}){2,7}/u;

function ibanCurrency(lines: readonly MarkedLine[]): string | null {
  for (const { text } of lines) {
    const match = iban.exec(text);
    const currency = match && match[0].length >= 15 && ibanCurrencies.get(match[1]!);
    if (currency) return currency;
  }
  return null;
}

function mostVotes(
  lines: readonly MarkedLine[],
  sources: readonly (readonly [typeof marks, number])[],
): string | null {
  const votes = new Map<string, number>();
  for (const { words } of lines) {
    const texts = words.map(({ text }) => text);
    for (const [phrases, weight] of sources)
      for (const { value } of findPhrases(texts, phrases)) votes.set(value, (votes.get(value) ?? 0) + weight);
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
