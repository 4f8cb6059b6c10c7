/**
 * Text without case, accents and punctuation: what vocabulary is compared by. "Öröksége: B/F" is "oroksege b f".
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/đ/g, "d")
    .replace(/ı/g, "i")
    .replace(/æ/g, "ae")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Scripts that write no spaces between words, where a phrase is looked for inside of longer text. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;

export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}
