import type { Draft } from "../../table/draft/drafts.ts";
import { fold } from "../../text/fold.ts";
import type { AccountInput } from "../interpret/attempts.ts";
import type { Sign } from "../proof/proof.ts";

/** Each of both words stands beside so many rows of its own side for each row of the other one. */
const rowsForOne = 5;

/** A word in a cell of its own has so many letter heights of room before and behind it. */
const apart = 0.8;

/**
 * Whether in a language that is not known one of two words stands right before each amount, and tells the sides that the
 * balances gave, but for few rows: there an amount goes against the word, and balances with it.
 */
export function contradictsSideWords(
  { drafts, known }: AccountInput,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  if (known) return false;
  const sides = new Map<string, { out: number; into: number }>();
  for (const [draft, sign] of signs) {
    const word = sign === 0 ? null : wordBefore(drafts[draft]!);
    if (sign !== 0 && word === null) return false;
    if (word === null) continue;
    const counts = sides.get(word) ?? { out: 0, into: 0 };
    if (sign === -1) counts.out++;
    else counts.into++;
    sides.set(word, counts);
    if (sides.size > 2) return false;
  }
  const [one, other] = [...sides.values()];
  if (!one || !other) return false;
  const [out, into] = one.out > one.into ? [one, other] : [other, one];
  const odd = out.into + into.out;
  return odd > 0 && out.out >= odd * rowsForOne && into.into >= odd * rowsForOne;
}

/** The word that stands apart right before the first amount of a row. */
function wordBefore({ figures: [first] }: Draft): string | null {
  if (!first) return null;
  const { words } = first.line;
  const { from, x0 } = first.figure;
  const [before, word] = [words[from - 2], words[from - 1]];
  if (!word || !before) return null;
  const isApart = x0 - word.x1 > apart * word.size && word.x0 - before.x1 > apart * word.size;
  return isApart ? fold(word.text) : null;
}
