import { latinDigits } from "../values/latin-digits.ts";

/**
 * Ligatures, letters and digits of full width, Arabic letters in the shapes that they take in a word, and the radicals
 * that some programs write for the Chinese characters that look the same.
 */
const compatible = /[\u2f00-\u2fd5\uf900-\ufdff\ufe70-\ufefe\uff01-\uff5e]/u;
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const hyphens = /[\u2010\u2011\ufe63\u00ad]/gu;
/** Digits of any script with the marks that stand among them, or such a mark drawn by itself. */
const number = /^[\p{P}\p{S}\s\u200e\u200f]*[\p{Nd}\u066b\u066c][\p{Nd}\p{P}\p{S}\s\u200e\u200f]*$/u;
const plain = /^[\x20-\x7e]*$/;

/**
 * Text as it is interpreted: ligatures apart, full-width letters and digits as usual ones, numbers in ASCII's digits,
 * every hyphen one. What was printed stays as it is, beside. A soft hyphen that takes room is a hyphen that some fonts name so.
 */
export function interpretable(text: string): string {
  if (plain.test(text)) return text;
  const apart = compatible.test(text) ? text.normalize("NFKC") : text;
  if (number.test(apart)) return latinDigits(apart.replace(invisible, ""));
  return apart.replace(invisible, "").replace(hyphens, "-");
}

/** What a broken font gives for a glyph may be no character at all: U+0000 is left out, half a pair is U+FFFD. */
export function asCharacters(text: string): string {
  return plain.test(text) ? text : text.replaceAll("\0", "").toWellFormed();
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]/u;

export function isRightToLeft(text: string): boolean {
  return !plain.test(text) && rightToLeft.test(text);
}

/**
 * The order of reading for letters given from left to right as they stand: those of right-to-left scripts turned
 * round, numbers among them kept (a small part of Unicode's bidirectional algorithm, UAX 9).
 */
export function inReadingOrder(letters: string): string {
  if (!isRightToLeft(letters)) return letters;
  const parts = letters.match(/[\p{N}.,:/+٫٬،-]*\p{N}|[A-Za-z]+|[\s\S]/gu) ?? [];
  return parts.reverse().join("");
}

/** Several letters in one glyph (lam and alef), in the order in which they would stand from left to right by themselves. */
export function lettersOf(glyph: string): string {
  if (plain.test(glyph) || !rightToLeft.test(glyph)) return glyph;
  const letters = [...glyph.normalize("NFKC")];
  return letters.length > 1 && letters.every((letter) => rightToLeft.test(letter) && /\p{L}/u.test(letter))
    ? letters.reverse().join("")
    : glyph;
}

/** Hebrew letters that only end a word, and Arabic ones that do. */
const finals = /[ךםןףץةى]/u;

/**
 * Whether words of right-to-left scripts stand letter by letter in the order of reading, as some programs wrongly
 * print them: then letters that only end words begin them.
 */
export function isPrintedBackwards(words: readonly string[]): boolean {
  let right = 0;
  let wrong = 0;
  for (const word of words) {
    if (word.length < 3 || !isRightToLeft(word)) continue;
    const shapes = word.normalize("NFKC");
    if (finals.test(shapes[0]!)) right++;
    if (finals.test(shapes.at(-1)!)) wrong++;
  }
  return wrong > right;
}

/** The font says nothing, or nonsense, of what its glyphs mean: control characters, private and unassigned codes. */
function isMeaningless(code: number): boolean {
  if (code < 0x20) return code < 9 || code > 13;
  if (code >= 0x7f && code <= 0x9f) return true;
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xfffd;
}

export function meaninglessLetters(text: string): number {
  if (plain.test(text)) return 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) if (isMeaningless(text.charCodeAt(at))) count++;
  return count;
}
