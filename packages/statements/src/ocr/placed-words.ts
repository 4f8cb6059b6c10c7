import type { Shape } from "./ink-shapes.ts";
import { columnsOf } from "./letter-columns.ts";
import type { FoundWord, PictureWord } from "./recognizer.ts";
import { type InkWord, partedColumns, withoutFalseSpaces, withSpaces } from "./spaces.ts";
import type { Strip } from "./strip.ts";
import { withUnreadMark } from "./unread-marks.ts";

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
  const inPage = found.map(({ text, confidence, x0, x1 }) => ({
    text,
    confidence,
    x0: x0 / zoom,
    x1: x1 / zoom,
  }));
  inPage.sort((a, b) => a.x0 - b.x0);
  const words = partedColumns(columns, inPage);
  return sized(withoutFalseSpaces(words.flatMap(withSpaces)).map((word) => boxed(print, word)));
}

type Unsized = Omit<PictureWord, "capHeight">;

function boxed(print: Print, word: InkWord): Unsized {
  const { text, confidence, columns } = word;
  const marked = withUnreadMark(word);
  const shapes = columns.flatMap(({ numbers }) => numbers);
  const own = shapes.map((number) => print.shapes[number - 1]!);
  return {
    text,
    confidence,
    shapes,
    x0: Math.min(...own.map(({ left }) => left)),
    x1: Math.max(...own.map(({ right }) => right)) + 1,
    top: Math.min(...own.map(({ top }) => top)),
    bottom: Math.max(...own.map(({ bottom }) => bottom)) + 1,
    baseline: columns[0]!.baseline + 1,
    others: marked === undefined ? [] : [{ text: marked, confidence: 0 }],
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
