import { fold } from "../../text/fold.ts";
import { languages } from "../../vocabulary/languages.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";

/** Shorter words are too much like others. */
const fewestLetters = 6;

/** In words of so many letters two may be misread. */
const fewestForTwo = 8;

/** What headings and labels of balances and totals are made of. */
const lists = [
  "opening",
  "closing",
  "carried",
  "balanceOn",
  "totalDebits",
  "totalCredits",
  "total",
  "totalDue",
  "period",
] as const satisfies (keyof Vocabulary)[];

/** Words of labels as they are spelled, by their folded text. */
const labels: ReadonlyMap<string, string> = new Map(
  languages
    .flatMap((language) => [
      ...Object.values(language.headers).flat(),
      ...lists.flatMap((list) => language[list] ?? []),
    ])
    .flatMap((phrase) => phrase.split(/[\s/()-]+/))
    .map((word) => [fold(word), word] as const)
    .filter(([folded]) => folded.length >= fewestLetters && /^[a-z]+$/.test(folded)),
);

/**
 * The word of a label that a word which nobody is sure of was misread from: the model knows the accents of Western
 * Europe alone, so that "zůstatek" comes out as "zlstatek". Itself where no label is that near to it, or several are.
 */
export function knownLabel(text: string): string {
  const folded = fold(text);
  if (folded.length < fewestLetters || !/^\p{L}+$/u.test(text) || labels.has(folded)) return text;
  const most = folded.length >= fewestForTwo ? 2 : 1;
  const near = new Map<number, string[]>();
  for (const [label, word] of labels) {
    if (Math.abs(label.length - folded.length) > most) continue;
    const changes = changesBetween(folded, label, most);
    if (changes <= most) near.set(changes, [...(near.get(changes) ?? []), word]);
  }
  const nearest = near.get(1) ?? near.get(2) ?? [];
  return nearest.length === 1 ? inCaseOf(text, nearest[0]!) : text;
}

function inCaseOf(text: string, word: string): string {
  if (text === text.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(text) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

/** Levenshtein's distance, or more than `most`. */
function changesBetween(from: string, to: string, most: number): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let at = 1; at <= from.length; at++) {
    const next = [at];
    for (let column = 1; column <= to.length; column++) {
      const same = row[column - 1]! + (from[at - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(same, row[column]! + 1, next[column - 1]! + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[to.length]!;
}
