import { fold } from "@finflow/search-tokens/tokens";

/** A question as a row of words: small letters, accents folded, numbers and dates whole. */
export type Words = readonly string[];

const wordForm =
  /\d{4}-\d{2}-\d{2}|\d{4}-\d{2}(?!\d)|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[\p{L}\p{N}]+(?:['’&-][\p{L}\p{N}]+)*|[\p{Sc}%]/gu;

export function wordsOf(question: string): string[] {
  return (fold(question).match(wordForm) ?? []).map((word) => word.replace(/['’]s$/, "").replace(/’/g, "'"));
}

const longestPhrase = 8;

/** A phrase found in a question: where it begins, and how many words it takes. */
export type Found<Value> = { at: number; length: number; value: Value };

/** The first place where one of the phrases stands; the longest of those that begin there. */
export function findPhrase<Value>(
  words: Words,
  phrases: ReadonlyMap<string, Value>,
): Found<Value> | undefined {
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
      const value = phrases.get(words.slice(at, at + length).join(" "));
      if (value !== undefined) return { at, length, value };
    }
  }
  return undefined;
}

/** Every place where one of the phrases stands, from left to right, none within another. */
export function findAll<Value>(words: Words, phrases: ReadonlyMap<string, Value>): Found<Value>[] {
  const all: Found<Value>[] = [];
  for (let from = 0; ; ) {
    const found = findPhrase(words.slice(from), phrases);
    if (!found) return all;
    all.push({ ...found, at: from + found.at });
    from += found.at + found.length;
  }
}

/**
 * What is left once everything understood is taken, in runs: "marks and spencer" is one, its `joiners` left out
 * of neither. Words beside what was understood as an account say no more than that it is one.
 */
export function unknownRuns(
  words: Words,
  silent: ReadonlySet<string>,
  joiners: ReadonlySet<string>,
  hasAccount: boolean,
): string[][] {
  const runs: { words: string[]; end: number }[] = [];
  for (const [index, word] of words.entries()) {
    if (word === taken || silent.has(word) || (hasAccount && accountWords.has(word))) continue;
    const last = runs.at(-1);
    const between = last ? words.slice(last.end, index) : [];
    if (last && between.every((each) => joiners.has(each))) {
      last.words.push(...between, word);
      last.end = index + 1;
    } else runs.push({ words: [word], end: index + 1 });
  }
  return runs.map((run) => run.words);
}

const accountWords = new Set(["account", "accounts", "card", "bank", "ending", "number", "no"]);

/** The words with those found marked, so that places stay what they are, and what stood on either side apart. */
export function without(words: Words, { at, length }: { at: number; length: number }): string[] {
  return words.map((word, index) => (index >= at && index < at + length ? taken : word));
}

/** Stands where something was understood. */
export const taken = "·";
