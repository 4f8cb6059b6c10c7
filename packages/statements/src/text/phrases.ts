import { fold, isUnspaced } from "./fold.ts";

export type PhraseMatch<Value> = {
  value: Value;
  /** Index of the first word, and of the word after the last. */
  from: number;
  to: number;
  /** Letters of the phrase: how much of a line it explains. */
  letters: number;
};

type Entry<Value> = { tokens: string[]; value: Value; letters: number };

/** A set of phrases, each with a meaning, found in lines of words. The longest phrase at a place wins. */
export type Phrases<Value> = {
  byFirst: Map<string, Entry<Value>[]>;
  inside: Entry<Value>[];
  /** Whether there are numbers in any: hardly ever. */
  hasNumbers: boolean;
};

export function compilePhrases<Value>(
  pairs: Iterable<readonly [phrase: string, value: Value]>,
): Phrases<Value> {
  const byFirst = new Map<string, Entry<Value>[]>();
  const inside: Entry<Value>[] = [];
  const seen = new Set<string>();
  for (const [phrase, value] of pairs) {
    const folded = fold(phrase);
    if (folded === "" || seen.has(folded)) continue;
    seen.add(folded);
    const tokens = folded.split(" ");
    const entry = { tokens, value, letters: folded.length };
    if (isUnspaced(phrase) && tokens.length === 1) inside.push(entry);
    for (const order of wordOrders(tokens)) {
      const list = byFirst.get(order[0]!) ?? [];
      list.push({ ...entry, tokens: order });
      byFirst.set(order[0]!, list);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.tokens.length - a.tokens.length);
  inside.sort((a, b) => b.letters - a.letters);
  const hasNumbers = [...byFirst.values()].some((list) => list.some(({ tokens }) => tokens.some(isNumbered)));
  return { byFirst, inside, hasNumbers };
}

/** Words that are written from the right stand in a line from the left, each by itself, or as they are read. */
function wordOrders(tokens: string[]): string[][] {
  const turned = tokens.length > 1 && /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(tokens[0]!);
  return turned ? [tokens, tokens.toReversed()] : [tokens];
}

/** Every phrase in `words` from left to right, none overlapping another. */
export function findPhrases<Value>(words: readonly string[], phrases: Phrases<Value>): PhraseMatch<Value>[] {
  if (!mayHold(words, phrases)) return [];
  const tokens: string[] = [];
  /** Of each token its word. */
  const places: number[] = [];
  for (let index = 0; index < words.length; index++) {
    if (isFigure(words[index]!, phrases)) {
      tokens.push(words[index]!);
      places.push(index);
      continue;
    }
    const folded = fold(words[index]!);
    if (folded === "") continue;
    for (const token of folded.includes(" ") ? folded.split(" ") : [folded]) {
      tokens.push(token);
      places.push(index);
    }
  }
  const found: PhraseMatch<Value>[] = [];
  for (let at = 0; at < tokens.length; ) {
    const entry = longestAt(tokens, at, phrases) ?? insideToken(tokens[at]!, phrases);
    if (!entry) {
      at++;
      continue;
    }
    const end = at + entry.tokens.length;
    found.push({ value: entry.value, from: places[at]!, to: places[end - 1]! + 1, letters: entry.letters });
    at = end;
  }
  return found;
}

/** Whether any word may begin a phrase, or hold one: most lines are done with here. */
function mayHold<Value>(words: readonly string[], phrases: Phrases<Value>): boolean {
  for (const word of words) {
    if (isFigure(word, phrases)) continue;
    const folded = fold(word);
    if (phrases.byFirst.has(folded) || folded.includes(" ") || isUnspaced(folded)) return true;
  }
  return false;
}

/** Half of all words are days and amounts, which are in no phrase, however they fold. */
function isFigure<Value>(word: string, { hasNumbers }: Phrases<Value>): boolean {
  return !hasNumbers && figures.test(word);
}

/** Digits with ASCII's marks among them. */
const figures = /^[\x20-\x2f:-@]*\d[\x20-@]*$/;

function isNumbered(token: string): boolean {
  return /\p{N}/u.test(token);
}

function longestAt<Value>(tokens: readonly string[], at: number, phrases: Phrases<Value>) {
  const begun = phrases.byFirst.get(tokens[at]!);
  return begun?.find((entry) => entry.tokens.every((token, offset) => tokens[at + offset] === token));
}

function insideToken<Value>(token: string, phrases: Phrases<Value>) {
  if (!isUnspaced(token)) return undefined;
  // One letter may be a part of any word: "계" is a sum, "계좌번호" the number of an account.
  const isShort = lettersIn(token) <= 2;
  return phrases.inside.find(
    ({ tokens: [phrase] }) => token.includes(phrase!) && (isShort || lettersIn(phrase!) > 1),
  );
}

/** Folding takes Korean letters apart. */
function lettersIn(folded: string): number {
  return folded.normalize("NFC").length;
}
