import { compilePhrases, findPhrases, type PhraseMatch, type Phrases } from "../text/phrases.ts";
import { arabic } from "./arabic.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
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
  const [first, second] = scoresOf(lines);
  return first && first.letters > clearly * (second?.letters ?? 0) ? first.language : null;
}

/** Whether the words for cards are known in the language of lines of words, and in each that it may be as well. */
export function knowsCardsOf(lines: readonly (readonly string[])[]): boolean {
  const scores = scoresOf(lines);
  const most = scores[0]?.letters ?? 0;
  const likely = scores.filter(({ letters }) => letters * clearly >= most);
  return (
    most >= (scores[1]?.letters ? fewestLetters : fewestAlone) &&
    likely.every(
      ({ language: { card = [], minimumDue = [], totalDue = [] } }) =>
        card.length + minimumDue.length + totalDue.length >= fewestOfCards,
    )
  );
}

/** What banks print where money has three decimals (ISO 4217: BHD, IQD, JOD, KWD, LYD, OMR, TND). */
const languagesOfThousandths: ReadonlySet<Vocabulary> = new Set([arabic, english, french]);

/** Whether lines of words are in a language, or any that it may be as well, whose countries' money may have three decimals. */
export function mayHaveThousandths(lines: readonly (readonly string[])[]): boolean {
  const scores = scoresOf(lines);
  const most = scores[0]?.letters ?? 0;
  return (
    most < fewestLetters ||
    scores.some(({ letters, language }) => letters * clearly >= most && languagesOfThousandths.has(language))
  );
}

/** A language explains this much more than another where it is the paper's. */
const clearly = 1.2;
/** Letters of a paper that its language explains at least, and where no other one explains any. */
const fewestLetters = 30;
const fewestAlone = 20;
/** Phrases for cards in a language that knows them. */
const fewestOfCards = 5;

function scoresOf(lines: readonly (readonly string[])[]): { language: Vocabulary; letters: number }[] {
  return vocabularies()
    .map(({ language, phrases }) => ({
      language,
      letters: lines.reduce(
        (sum, words) =>
          sum + findPhrases(words, phrases).reduce((of, match) => of + weightOf(match, words), 0),
        0,
      ),
    }))
    .sort((a, b) => b.letters - a.letters);
}

/** The letters of a phrase; where one stands for a word it counts for two. */
function weightOf({ letters, from }: PhraseMatch<true>, words: readonly string[]): number {
  return /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(words[from]!) ? 2 * letters : letters;
}
