import type { Shape } from "../picture/ink-shapes.ts";
import { readableDay, withoutDoubles } from "./doubled-glyphs.ts";
import { type Column, columnsOf } from "./letter-columns.ts";
import type { FoundWord, PictureWord } from "./recognizer.ts";
import { type InkWord, partedColumns, withoutFalseSpaces, withSpaces } from "./spaces.ts";
import type { Strip } from "./strip.ts";

type Print = { shapes: readonly Shape[] };

/** Words of a strip where the ink is that they were read from: Tesseract's own boxes are a guess. */
export function placedWords(
  print: Print,
  { pieces, offsets, zoom }: Pick<Strip, "pieces" | "offsets" | "zoom">,
  found: readonly FoundWord[],
): PictureWord[] {
  const columns = pieces.flatMap((piece, index) =>
    columnsOf(print.shapes, piece.shapes, offsets[index]!, piece.baseline),
  );
  columns.sort((a, b) => a.left - b.left);
  const inPage = found
    .map(({ text, confidence, x0, x1 }) => ({ text: text.trim(), confidence, x0: x0 / zoom, x1: x1 / zoom }))
    .filter((word) => word.text !== "" && (isPrinted(word) || hasInk(word, columns)));
  inPage.sort((a, b) => a.x0 - b.x0);
  const words = partedColumns(columns, inPage).map(readable);
  return sized(withoutFalseSpaces(words.flatMap(withSpaces)).map((word) => boxed(print, word)));
}

/** Strokes of which Tesseract is less sure can be nothing at all: they would take a digit's ink from the next word. */
const hardlySure = 50;

const isPrinted = ({ text, confidence }: FoundWord): boolean =>
  confidence >= hardlySure || /[\p{L}\p{N}]/u.test(text);

const hasInk = ({ x0, x1 }: FoundWord, columns: readonly Column[]): boolean =>
  columns.some(({ left, right }) => left <= x1 && right >= x0);

const readable = (word: InkWord): InkWord => ({
  ...word,
  text: readableDay(withoutDoubles(word.text, word.confidence, word.columns)),
});

type Unsized = Omit<PictureWord, "capHeight">;

/** In heights: how wide a digit's ink is, and how much of what a 1 has less than that is on its right. */
const digitWidth = 0.66;
const rightOfOne = 0.7;

/** Figures under each other end where the room of their last digit does: a 1 has more of it beside its ink. */
function besideOne(columns: readonly Column[]): number {
  const { left, right, top, bottom } = columns.at(-1)!;
  return Math.max(0, Math.round(rightOfOne * (digitWidth * (bottom - top + 1) - (right - left + 1))));
}

function boxed(print: Print, word: InkWord): Unsized {
  const { text, confidence, columns } = word;
  const shapes = columns.flatMap(({ numbers }) => numbers);
  const own = shapes.map((number) => print.shapes[number - 1]!);
  return {
    text,
    confidence,
    shapes,
    x0: Math.min(...own.map(({ left }) => left)),
    x1: Math.max(...own.map(({ right }) => right)) + 1 + (text.endsWith("1") ? besideOne(columns) : 0),
    top: Math.min(...own.map(({ top }) => top)),
    bottom: Math.max(...own.map(({ bottom }) => bottom)) + 1,
    baseline: columns[0]!.baseline + 1,
  };
}

function sized(words: readonly Unsized[]): PictureWord[] {
  const tall = words.filter(({ text }) => /[0-9A-Z]/.test(text));
  const heights = (tall.length > 0 ? tall : words)
    .map(({ top, baseline }) => baseline - top)
    .sort((a, b) => a - b);
  const capHeight = Math.max(1, heights[heights.length >> 1] ?? 1);
  return words.map((word) => ({ ...word, capHeight }));
}
