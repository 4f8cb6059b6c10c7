import { boxOf, movedTo, type Word } from "../pdf/word.ts";
import { fold } from "../text/fold.ts";
import { findPhrases } from "../text/phrases.ts";
import { countPhrases, headerPhrases, labelPhrases } from "../vocabulary/lexicon.ts";

/** A label and its figure: "期末余额:29,648.17", "Closing:1,234.50". */
const glued = /^(\P{N}+:)([^\p{L}\p{N}]{0,3}\d[\d.,]*)$/u;

/** A label that its figure follows without a space is a word of its own, where it is the words for a balance, a sum or a count. */
export function partGlued(words: readonly Word[]): readonly Word[] {
  if (!words.some(({ text }) => text.includes(":"))) return words;
  return words.flatMap((word) => {
    const [, label, figure] = glued.exec(word.text) ?? [];
    return label && figure && isLabel(label) ? parted(word, label, figure) : [word];
  });
}

/**
 * A capital within a word, as where the last one of a heading and the first of the next touch: "inClosing", "EURSaldo".
 * Each of them is written as words are: "DkNaP" is nobody's two headings.
 */
const seam = /(?<=(?:^|\P{L})(?:\p{L}\p{Ll}+|\p{Lu}{2,}))(?=\p{Lu}\p{Ll}+(?:\P{L}|$))/u;

/** Headings of narrow columns may touch: "Paid inClosing balance" are two where words that head columns end and begin there. */
export function partTouching(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(({ text }) => !/^[^a-z\x80-\uffff]*$/.test(text) && seam.test(text));
  if (at < 0 || words.length < 2) return words;
  const [left, right] = words[at]!.text.split(seam, 2) as [string, string];
  const texts = words.flatMap(({ text }, index) => (index === at ? [left, right] : [text]));
  const found = findPhrases(texts, headerPhrases);
  // Shorter ones are the ends and beginnings of any word.
  const long = found.filter(({ letters }) => letters >= 3);
  const areTwo = long.some(({ to }) => to === at + 1) && long.some(({ from }) => from === at + 1);
  return areTwo ? words.toSpliced(at, 1, ...parted(words[at]!, left, right)) : words;
}

/**
 * Two amounts that touch: both have decimals behind the same mark, and thousands in one of them another mark, so that no number
 * is written so and there is one place where they part.
 */
const twoAmounts = /^([-+−]?\d{1,3}(?:[.,’']\d{3})*([.,])\d\d)([-+−]?\d{1,3}(?:[.,’']\d{3})*\2\d\d[-+−]?)$/u;

/** "196,821.277,65": amounts of two narrow columns may touch, as their sums do where they are longer than the rows' amounts. */
export function partAmounts(words: readonly Word[]): readonly Word[] {
  if (!words.some(({ text }) => twoAmounts.test(text))) return words;
  return words.flatMap((word) => {
    const [, left, mark, right] = twoAmounts.exec(word.text) ?? [];
    const areTwo = left && right && /[.,’']/.test(`${left}${right}`.replaceAll(mark!, ""));
    return areTwo ? parted(word, left, right) : [word];
  });
}

function isLabel(text: string): boolean {
  const letters = fold(text).length;
  return [...findPhrases([text], labelPhrases), ...findPhrases([text], countPhrases)].some(
    (match) => match.letters === letters,
  );
}

function parted(word: Word, label: string, figure: string): [Word, Word] {
  const seam = word.x0 + ((word.x1 - word.x0) * widthOf(label)) / (widthOf(label) + widthOf(figure));
  const [x, y, width, height] = boxOf(word);
  const left = ((seam - word.x0) / (word.x1 - word.x0)) * width;
  const { printed: _, ...plain } = word;
  return [
    { ...movedTo(plain, word.x0, seam), text: label, box: [x, y, left, height] },
    { ...movedTo(plain, seam, word.x1), text: figure, box: [x + left, y, width - left, height] },
  ];
}

/** In digits: letters of scripts without spaces are twice as wide, the marks within amounts half as wide. */
function widthOf(text: string): number {
  const width = (letter: string) => (/[\u2E80-\uFFDC]/.test(letter) ? 2 : /[.,’']/.test(letter) ? 0.5 : 1);
  return [...text].reduce((sum, letter) => sum + width(letter), 0);
}
