import { compilePhrases, findPhrases, type Phrases } from "../text/phrases.ts";
import { languages } from "./languages.ts";
import type { Vocabulary } from "./vocabulary.ts";

type Compiled = readonly { language: Vocabulary; phrases: Phrases<true> }[];

let compiled: Compiled | undefined;

/** All that each language says; a phrase of several counts for each. Made when first needed: most papers need none. */
function vocabularies(): Compiled {
  compiled ??= languages.map((language) => ({
    language,
    phrases: compilePhrases(phrasesOf(language).map((phrase) => [phrase, true] as const)),
  }));
  return compiled;
}

function phrasesOf({ headers, sides, months, currency, ...lists }: Vocabulary): string[] {
  return [...Object.values(headers), ...Object.values(lists)].flat();
}

/**
 * The language of lines of words: the one whose phrases explain the most letters, and clearly more than any other.
 * Null where there is none.
 */
export function languageOf(lines: readonly (readonly string[])[]): Vocabulary | null {
  const scores = vocabularies()
    .map(({ language, phrases }) => ({
      language,
      letters: lines.reduce(
        (sum, words) => sum + findPhrases(words, phrases).reduce((of, { letters }) => of + letters, 0),
        0,
      ),
    }))
    .sort((a, b) => b.letters - a.letters);
  const [first, second] = scores;
  return first && first.letters > 1.2 * (second?.letters ?? 0) ? first.language : null;
}
