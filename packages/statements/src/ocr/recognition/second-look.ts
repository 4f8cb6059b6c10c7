import type { PagePrint } from "../picture/page-print.ts";
import { isDateLike } from "./date-like.ts";
import { readableDay, withoutDoubles } from "./doubled-glyphs.ts";
import { columnsOf } from "./letter-columns.ts";
import { readWords } from "./read-lines.ts";
import type { FoundWord, PictureWord, Reading, Recognizer } from "./recognizer.ts";
import { withDashesApart } from "./touching-dashes.ts";
import { fitsInk, withUnreadMark } from "./unread-marks.ts";

/**
 * On scans of 31 statements at 150 to 300 dpi 4 of 2,948 words with digits were misread that Tesseract was this sure of;
 * of the 1,199 others, 60 were.
 */
const sure = 90;

/** No sum tells a wrong day: a word that looks like a part of a date is looked at again from here. */
const sureOfDate = 94;

/** Each look enlarges by so much, and takes what was still less sure than that. */
const looks = [
  { zoom: 2, below: sure },
  { zoom: 1.5, below: 75 },
];

/** More unsure words than this on one page are a picture of something else than print. */
const mostWords = 400;

/**
 * Reads words that a figure or a date depends on again, each by itself and enlarged, where the first look was not
 * sure. The surest reading stands; those that differ from it are kept as `others`.
 */
export async function lookAgain(
  words: readonly PictureWord[],
  print: PagePrint,
  recognizer: Pick<Recognizer, "recognize">,
): Promise<PictureWord[]> {
  let looked = [...words];
  for (const { zoom, below } of looks) {
    const isUnsure = ({ confidence, text, others = [] }: PictureWord) =>
      confidence < below ||
      (isDateLike(text) && confidence < sureOfDate && (below === sure || others.length > 0));
    const unsure = new Set(looked.filter((word, index) => isUnsure(word) && matters(looked, index)));
    if (unsure.size === 0 || unsure.size > mostWords) continue;
    const again = await readWords(print, [...unsure], zoom, recognizer);
    looked = looked.map((word) => ofBoth(word, again.get(word) ?? [], print));
  }
  return looked.map((word) => ({
    ...word,
    marked: withUnreadMark({ text: word.text, columns: inkOf(word, print) }),
  }));
}

const inkOf = ({ shapes, baseline }: PictureWord, print: PagePrint) =>
  withDashesApart(columnsOf(print.shapes, shapes, 0, baseline), print);

/** Words with digits, and short ones beside them: the name of a month, CR or DR. */
function matters(words: readonly PictureWord[], index: number): boolean {
  const hasDigit = (at: number) => /\d/.test(words[at]?.text ?? "");
  if (hasDigit(index)) return true;
  return words[index]!.text.length <= 4 && (hasDigit(index - 1) || hasDigit(index + 1));
}

function ofBoth(word: PictureWord, found: readonly FoundWord[], print: PagePrint): PictureWord {
  const again = found.filter(({ text }) => text.trim() !== "").toSorted((a, b) => a.x0 - b.x0);
  if (again.length === 0) return word;
  const letters = again.map((each) => each.text.trim()).join("");
  const confidence = Math.min(...again.map((each) => each.confidence));
  const columns = inkOf(word, print);
  const text = readableDay(withoutDoubles(letters, confidence, columns));
  const others = word.others ?? [];
  if (text === word.text) return { ...word, confidence: Math.max(confidence, word.confidence) };
  const reading = { text, confidence };
  const before = { text: word.text, confidence: word.confidence };
  const [fits, fitted] = [fitsInk({ text, columns }), fitsInk({ text: word.text, columns })];
  // What has a shape for each of its digits and marks saw the word; what has not lost some, or made some up.
  if (fits !== fitted && /\d/.test(fits ? text : word.text)) {
    const [stands, falls] = fits ? [reading, before] : [before, reading];
    // One that only lost some of them is no other reading.
    const doubtful = hasLostGlyphs(falls.text, stands.text) ? others : [...others, falls];
    return { ...word, ...stands, others: doubtful };
  }
  if (hasMarkOf(before, reading) || (confidence < before.confidence && !hasMarkOf(reading, before)))
    return { ...word, others: [...others, reading] };
  return { ...word, ...reading, others: [...others, before] };
}

/** Whether a reading is another one without some of its digits and points. */
function hasLostGlyphs(text: string, whole: string): boolean {
  let at = 0;
  for (const glyph of whole) {
    if (glyph === text[at]) at++;
    else if (!/[\d.,]/.test(glyph)) return false;
  }
  return at === text.length && text.length < whole.length;
}

/** Whether two readings have the same digits, and only the first the mark of their cents: marks are lost, not made up. */
export function hasMarkOf(marked: Reading, bare: Reading): boolean {
  if (!/(?:^\D?|\d)[.,]\d{2}(?!\d)/.test(marked.text) || /[.,]\d{2}(?!\d)/.test(bare.text)) return false;
  return /\d{2}/.test(bare.text) && marked.text.replaceAll(/[.,]/g, "") === bare.text.replaceAll(/[.,]/g, "");
}
