import { tokens } from "@finflow/search-tokens/tokens";
import type { Tools } from "./tools.ts";

/** Words that rows have, as they are searched for; `also` are words of rows that merely begin with them. */
export type Confirmed = { words: string; also: string[] };

/** No name is longer, and analytics searches for no more. */
const longest = 100;
/** How many rows are looked at. */
const looked = 200;
/** Whoever types so many letters of a word and no more means it. */
const stem = 5;

/**
 * Whether words that nothing else explains are words of the person's rows. Search is by the beginnings of words,
 * and "car" is not "card": a short word must stand in a row by itself. Where rows have none in the plural, the
 * singular is tried.
 */
export async function confirmWords(rows: Tools["rows"], words: string): Promise<Confirmed | undefined> {
  for (const search of new Set([words, words.split(" ").map(singular).join(" ")])) {
    const asked = tokens(search);
    if (asked.length === 0 || search.length > longest) return undefined;
    if (asked.some((word) => [...word].length < 2)) return undefined;
    const { rows: found } = await rows({ search }, "date desc", looked);
    const begun = found.map(({ description }) => {
      const own = tokens(description);
      return asked.map((word) => own.filter((token) => token.startsWith(word)));
    });
    const holds = (words: string[], word: string) => words.some((token) => isForm(token, word));
    const isThere = begun.some((row) =>
      row.every((words, n) => asked[n]!.length >= stem || holds(words, asked[n]!)),
    );
    if (!isThere) continue;
    const also = begun.flatMap((row) =>
      row.flatMap((words, n) => (holds(words, asked[n]!) ? [] : words.slice(0, 1))),
    );
    return { words: search, also: [...new Set(also)].sort().slice(0, 5) };
  }
  return undefined;
}

/** The word itself, or its plural. */
function isForm(token: string, word: string): boolean {
  return token === word || token === `${word}s` || token === `${word}es`;
}

function singular(word: string): string {
  if (word.length < 4 || word.endsWith("ss")) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") ? word.slice(0, -1) : word;
}
