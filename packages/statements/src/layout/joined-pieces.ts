import { boxOf, unionBox, type Word } from "../pdf/word.ts";

/** In letter heights: how far apart, or over one another, the pieces of one word stand. */
const widestSeam = 0.08;
const deepestSeam = -0.12;
/** Letters such as T and o are pulled over one another further than digits. */
const deepestKerning = -0.25;

/** Letters drawn one by one and words drawn in pieces, in any order, become words again. */
export function joinPieces(words: Word[]): Word[] {
  const joined: Word[] = [];
  for (const [at, word] of words.entries()) {
    const last = joined.at(-1);
    if (last && isOneWord(last, word) && !areHeadings(words[at - 1]!, word))
      joined[joined.length - 1] = join(last, word, last.text + word.text);
    else joined.push(word);
  }
  return joined;
}

function isOneWord(left: Word, right: Word): boolean {
  if (left.isEnd || right.isBegin) return false;
  const gap = (right.x0 - left.x1) / right.size;
  if (gap >= widestSeam || gap <= deepestKerning) return false;
  if (isDateCutInTwo(left.text, right.text)) return true;
  if (gap <= deepestSeam && !(/\p{L}$/u.test(left.text) && /^(?:\p{L}|[-.,'’](?!\d))/u.test(right.text)))
    return false;
  if (Math.abs(left.size - right.size) > 0.1 * right.size) return false;
  if (left.font !== right.font && !goOn(left.text, right.text, gap)) return false;
  // Text that runs into the next column is over it; two whole amounts that touch are not one.
  if (gap < -0.04 && /\p{L}$/u.test(left.text) && /^[\d+-]/.test(right.text)) return false;
  return !(isAmount(left.text) && isAmount(right.text) && !wellFormed.test(left.text + right.text));
}

/** "Buchungsdatum" and "Betrag", each drawn in one piece, may touch. */
function areHeadings(left: Word, right: Word): boolean {
  return /\p{L}{3}\p{Ll}$/u.test(left.text) && /^\p{Lu}\p{Ll}{2}/u.test(right.text);
}

/** "01-MAY" and "-24": the hyphen is pulled under the Y. */
function isDateCutInTwo(left: string, right: string): boolean {
  return /^\d{1,2}[-/.]\p{L}{3,}$/u.test(left) && /^[-/.](?:\d{2}|\d{4})$/.test(right);
}

/** A letter or a mark that a font lacks is taken from another, in the middle of a word or a number. */
function goOn(left: string, right: string, gap: number): boolean {
  if (isLetters(left) && isLetters(right)) return Math.abs(gap) < 0.04;
  // "ธ.ค.": the points are another font's than the letters.
  if (abbreviated.test(left) && abbreviated.test(right)) return Math.abs(gap) < 0.04;
  return numeric.test(left) && numeric.test(right) && gap > -0.1;
}

const abbreviated = /^[\p{Script=Thai}\p{Script=Lao}.]{1,6}$/u;

const numeric = /^[-+(]?[\d.,'’/]+[)-]?$/;

const wellFormed = /^[-+(]?(?:\d+|\d{1,3}(?:[.,'’]\d{2,3})*)(?:[.,]\d{1,3})?\D{0,3}$/;

function isAmount(text: string): boolean {
  return /^[-+(]?\d[\d.,'’]*[.,]\d{2}\D{0,3}$/.test(text);
}

function isLetters(text: string): boolean {
  return /^\p{L}+$/u.test(text);
}

/** Two words as one, over both their places. */
export function join(left: Word, right: Word, text: string): Word {
  const word: Word = {
    ...left,
    text,
    x1: Math.max(left.x1, right.x1),
    box: unionBox(boxOf(left), boxOf(right)),
  };
  if (right.isEnd) word.isEnd = true;
  const isBetween = text.length > left.text.length + right.text.length ? " " : "";
  if (left.printed !== undefined || right.printed !== undefined)
    word.printed = (left.printed ?? left.text) + isBetween + (right.printed ?? right.text);
  return word;
}

/** "A C C O U N T": letters set apart evenly are a word, and a wider gap ends it. */
export function joinTracked(words: Word[]): Word[] {
  if (words.length < 4) return words;
  const result: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const end = trackedEnd(words, at);
    if (end - at >= 4) {
      result.push(
        words
          .slice(at + 1, end)
          .reduce((left, right) => join(left, right, left.text + right.text), words[at]!),
      );
      at = end;
    } else result.push(words[at++]!);
  }
  return result;
}

function isLetter(word: Word | undefined): boolean {
  return word !== undefined && word.text.length <= 2 && /^\p{L}$/u.test(word.text) && !word.isEnd;
}

/** The end of a run of single letters, each as far from the last as the first two are from one another. */
function trackedEnd(words: readonly Word[], from: number): number {
  if (!isLetter(words[from]) || !isLetter(words[from + 1])) return from + 1;
  const size = words[from]!.size;
  const usual = words[from + 1]!.x0 - words[from]!.x1;
  if (usual > size) return from + 1;
  let at = from + 1;
  while (isLetter(words[at]) && words[at]!.x0 - words[at - 1]!.x1 < usual + 0.12 * size) at++;
  return at;
}
