import { fold } from "@finflow/search-tokens/tokens";

/** A question as a row of words: small letters, accents folded, numbers and dates whole. */
export type Words = readonly string[];

const wordForm =
  /\d{4}-\d{2}-\d{2}|\d{4}-\d{2}(?!\d)|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?|[\p{L}\p{N}]+(?:['’&-][\p{L}\p{N}]+)*|%/gu;

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

/** The words without those found; a mark keeps apart what stood on either side. */
export function without(words: Words, { at, length }: { at: number; length: number }): string[] {
  return [...words.slice(0, at), taken, ...words.slice(at + length)];
}

/** Stands where something was understood. */
export const taken = "·";
