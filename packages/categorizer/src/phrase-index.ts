import { foldedWords } from "./words.ts";

type Entry<T> = { words: string[]; value: T };

/** Phrases by their first word, the longest first. */
export type PhraseIndex<T> = Map<string, Entry<T>[]>;

export type Found<T> = { value: T; at: number; length: number };

/** Later phrases do not replace earlier ones of the same words. */
export function phraseIndex<T>(phrases: Iterable<readonly [phrase: string, value: T]>): PhraseIndex<T> {
  const index: PhraseIndex<T> = new Map();
  for (const [phrase, value] of phrases) {
    const words = foldedWords(phrase);
    const [first] = words;
    if (first === undefined) throw new Error(`a phrase of the knowledge has no words: "${phrase}"`);
    const entries = index.get(first) ?? [];
    if (entries.some((entry) => entry.words.join(" ") === words.join(" "))) continue;
    entries.push({ words, value });
    entries.sort((one, other) => other.words.length - one.words.length);
    index.set(first, entries);
  }
  return index;
}

/** The longest phrase that begins with the word at `at`. */
export function findAt<T>(index: PhraseIndex<T>, words: readonly string[], at: number): Found<T> | undefined {
  for (const entry of index.get(words[at]!) ?? []) {
    if (entry.words.every((word, offset) => words[at + offset] === word)) {
      return { value: entry.value, at, length: entry.words.length };
    }
  }
  return undefined;
}

/** All phrases, left to right, none within another. */
export function findAll<T>(index: PhraseIndex<T>, words: readonly string[]): Found<T>[] {
  const all: Found<T>[] = [];
  for (let at = 0; at < words.length; ) {
    const found = findAt(index, words, at);
    if (found) all.push(found);
    at += found?.length ?? 1;
  }
  return all;
}

/** The phrases of a list parted by ";". */
export function phrasesOf(list: string): string[] {
  return list
    .split(";")
    .map((phrase) => phrase.trim())
    .filter(Boolean);
}
