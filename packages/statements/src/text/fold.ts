/**
 * Text without case, accents and punctuation: what vocabulary is compared by. "Öröksége: B/F" is "oroksege b f".
 * Signs that stand for vowels stay, in the scripts that have them: without them Thai "ม.ค." (January) would be
 * "มี.ค." (March).
 */
export function fold(text: string): string {
  // Most words are plain ASCII, and all of them come through here several times.
  if (simple.test(text)) return text.toLowerCase();
  if (plain.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return text
    .normalize("NFKD")
    .replace(accents, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/đ/g, "d")
    .replace(/ı/g, "i")
    .replace(/æ/g, "ae")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic, tone marks of Thai. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0e47-\u0e4e]+/g;
const plain = /^[\x20-\x7e]*$/;
const simple = /^[A-Za-z0-9]*$/;

/** Scripts that write no spaces between words, where a phrase is looked for inside of longer text. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;

export function isUnspaced(text: string): boolean {
  return !plain.test(text) && unspaced.test(text);
}
