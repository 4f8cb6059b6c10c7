import { meaninglessLetters } from "./printed-text.ts";
import type { Fragment } from "./show-text.ts";

/** Signs that are rare in texts and figures, and common where letters were numbered from the first sign on. */
const rare = /[!"#%&'*+<=>?@[\\\]^`{|}~]/;

type Count = { letters: number; meaningless: number; odd: number; kinds: Set<string> };

/**
 * Whether a page's fonts say what their glyphs mean. A font that was cut to the letters in use and renumbered, and
 * lost its table, gives control characters, private codes or a salad of signs instead of text. (A table that only
 * swaps digits cannot be noticed here: balances will.)
 */
export function saysNonsense(fragments: readonly Fragment[]): boolean {
  const fonts = new Map<string, Count>();
  let letters = 0;
  for (const { font, text } of fragments) {
    let count = fonts.get(font);
    if (!count) {
      count = { letters: 0, meaningless: 0, odd: 0, kinds: new Set() };
      fonts.set(font, count);
    }
    count.letters += text.length;
    letters += text.length;
    count.meaningless += meaninglessLetters(text);
    if (count.letters > 4_000) continue;
    if (rare.test(text)) for (const letter of text) if (rare.test(letter)) count.odd++;
    if (count.kinds.size < 8) for (const letter of text) count.kinds.add(letter);
  }
  let lost = 0;
  for (const count of fonts.values()) if (isNonsense(count)) lost += count.letters;
  // A font of pictograms says nothing either, and a page does not hang on it.
  return lost > 20 && lost > 0.1 * letters;
}

function isNonsense({ letters, meaningless, odd, kinds }: Count): boolean {
  if (meaningless > 0.15 * letters) return true;
  if (letters >= 40 && odd > 0.25 * Math.min(letters, 4_000)) return true;
  return letters >= 60 && kinds.size <= 3;
}
