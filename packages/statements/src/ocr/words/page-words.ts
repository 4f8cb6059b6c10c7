import type { Word } from "../../pdf/word.ts";
import type { PageWords } from "../../pdf/words.ts";
import { isDateLike, isUnpartedDate } from "../recognition/date-like.ts";
import type { PictureWord } from "../recognition/recognizer.ts";
import { centsMarks } from "./cents-marks.ts";
import { readableFigure, withCentsMark, withLostMark } from "./figure-glyphs.ts";
import { knownLabel } from "./misread-labels.ts";
import { displayed, type PageFrame, uprightSize } from "./page-frame.ts";

/** Digits and capitals reach so far above their baseline, in parts of the size of the type. */
const capsOfSize = 0.72;

/** Below this, a word is a guess even where both looks agree. */
const hardlySure = 50;

/** Where one look is less sure of a date, another one that saw other digits says something. */
const surely = 90;

/** Words of labels that are less sure are compared with those that are known. */
const fairlySure = 75;

/** A word that was read in two ways: its place among the page's words, and the reading that was less sure. */
export type Doubt = { index: number; text: string };

export type PictureWords = PageWords & {
  /** Nothing is drawn on the page, so there is nothing that could be missing. */
  isBlank: boolean;
  doubts: Doubt[];
  /** Places of words that look like a part of a date, and that no look was half sure of. */
  guesses: number[];
  /** How many of its words have two letters or digits and were recognised with some certainty. */
  legible: number;
};

/** Words recognised on a page's picture as words of the page. */
export function pageWords(page: number, frame: PageFrame, found: readonly PictureWord[]): PictureWords {
  const print = found.filter(isPrint);
  const marks = centsMarks(print);
  const words: Word[] = [];
  const doubts: Doubt[] = [];
  const guesses: number[] = [];
  for (const [at, word] of print.entries()) {
    const { mark, inColumn, amongCents } = marks[at]!;
    const readable = (text: string) =>
      readableFigure(text).map((part) => (mark === undefined ? part : withCentsMark(part, mark)));
    const text = word.confidence < fairlySure ? knownLabel(word.text) : word.text;
    const seen = [text, ...(word.others ?? []).map((other) => other.text)];
    // Among figures with cents a point that shows is that of the cents; elsewhere it may be a speck.
    if (word.marked !== undefined)
      seen.splice(inColumn ? 0 : 1, 0, word.marked.replace(/\.(?=\d\d\D?$)/, mark ?? "."));
    const lost = amongCents && mark !== undefined ? withLostMark(seen[0]!, mark) : undefined;
    if (lost !== undefined) seen.unshift(lost);
    const texts = readable(seen[0]!);
    // The figure is the last part; a sign before it changes no sum by itself.
    const index = words.length + texts.length - 1;
    const others = new Set(seen.map((text) => readable(text).at(-1)!));
    others.delete(texts.at(-1)!);
    for (const text of others) if (couldCount(texts.at(-1)!, text)) doubts.push({ index, text });
    if (isGuessedDate(word, texts.at(-1)!) && !isThousands(print, at)) guesses.push(index);
    words.push(...parts(word, texts).map((part) => toWord(part, frame)));
  }
  return {
    page,
    ...uprightSize(frame),
    words,
    isBlank: false,
    doubts,
    guesses,
    legible: print.filter(isLegible).length,
  };
}

/** A date that no look was half sure of, or that one saw other digits in among its letters: 165SEP23. */
function isGuessedDate({ confidence, others = [] }: PictureWord, text: string): boolean {
  if (!isDateLike(text)) return false;
  if (confidence < hardlySure) return true;
  const digits = digitsOf(text);
  return (
    isUnpartedDate(text) &&
    confidence < surely &&
    others.some((other) => {
      const seen = digitsOf(other.text);
      return seen.length >= digits.length && seen !== digits && !isDateLike(other.text);
    })
  );
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, "");

/** Thousands stand so close before the rest of their figure, in heights of capitals. */
const widestThousandsInCapitals = 0.7;

/** "11" before "044,37": no day. */
function isThousands(words: readonly PictureWord[], at: number): boolean {
  const [word, next] = [words[at]!, words[at + 1]];
  if (!next || !/^\D?\d{1,3}$/.test(word.text) || !/^\d{3}[.,]\d{2}/.test(next.text)) return false;
  const gap = next.x0 - word.x1;
  return (
    Math.abs(next.baseline - word.baseline) < word.capHeight / 2 &&
    gap > 0 &&
    gap < widestThousandsInCapitals * word.capHeight
  );
}

/** Whether a date or an amount could be among two readings: digits, but no long number of a card or a customer. */
function couldCount(...texts: string[]): boolean {
  return texts.some((text) =>
    /\d/.test(text) ? !/\d{7}/.test(text) || /[.,]\d{2}\D*$/.test(text) : text.length <= 4,
  );
}

/** One word cut in parts, each as wide as its letters say. */
function parts(word: PictureWord, texts: readonly string[]): PictureWord[] {
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  let x0 = word.x0;
  return texts.map((text) => {
    const x1 = x0 + ((word.x1 - word.x0) * text.length) / letters;
    const part = { ...word, text, x0, x1 };
    x0 = x1;
    return part;
  });
}

function toWord(word: PictureWord, frame: PageFrame): Word {
  const { scale } = frame;
  const { text, x0, x1, top, bottom, baseline, capHeight } = word;
  const corners = [x0, x1].flatMap((x) => [top, bottom].map((y) => displayed(x / scale, y / scale, frame)));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, highest] = [Math.min(...xs), Math.min(...ys)];
  return {
    text,
    x0: x0 / scale,
    x1: x1 / scale,
    baseline: baseline / scale,
    size: capHeight / scale / capsOfSize,
    font: "",
    isBegin: true,
    isEnd: true,
    box: [left, highest, Math.max(...xs) - left, Math.max(...ys) - highest],
  };
}

function isLegible({ text, confidence }: PictureWord): boolean {
  return confidence >= 80 && /[\p{L}\p{N}]{2}/u.test(text);
}

/** Rules of tables and specks are recognised as strokes: no letter or digit, and no mark that stands beside one. */
function isPrint({ text }: PictureWord): boolean {
  return (
    !/^[|_~=\u2014\u2013.,:;'"`\u2018\u2019\u201c\u201d[\]{}\\/<>\u00b0\u00b7\u2022]+$/u.test(text) ||
    /^[-\u2013\u2014.]$/.test(text)
  );
}
