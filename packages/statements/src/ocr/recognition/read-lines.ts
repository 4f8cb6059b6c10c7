import type { PagePrint } from "../picture/page-print.ts";
import type { PrintLine } from "../picture/print-lines.ts";
import { placedWords } from "./placed-words.ts";
import type { FoundWord, PictureWord, Recognizer } from "./recognizer.ts";
import { type Piece, stripOf } from "./strip.ts";

/** Lines stand on one baseline that differ by less of their height, and are not much higher than one another. */
const alignment = 0.2;
const mostHigher = 1.7;

/** Recognises lines, those on one baseline together. */
export async function readLines(
  print: PagePrint,
  lines: readonly PrintLine[],
  recognizer: Pick<Recognizer, "recognize">,
): Promise<PictureWord[]> {
  const read = await Promise.all(
    onBaselines(lines).map(async (pieces) => {
      const strip = stripOf(print, pieces, zoomFor(pieces));
      return placedWords(print, strip, await recognizer.recognize(strip.picture));
    }),
  );
  return read.flat();
}

/** Type lower than this, in pixels, is enlarged, as long as Tesseract gets nothing new: twice. */
const lowType = 32;
const mostZoom = 2;

/** In small type commas are lost and points are read into digits. */
function zoomFor(pieces: readonly PrintLine[]): number {
  const height = Math.max(...pieces.map(({ baseline, top }) => baseline - top + 1));
  return Math.max(1, Math.min(mostZoom, lowType / height));
}

function onBaselines(lines: readonly PrintLine[]): PrintLine[][] {
  const rows: PrintLine[][] = [];
  for (const line of lines.toSorted((a, b) => a.baseline - b.baseline)) {
    const height = line.baseline - line.top;
    const row = rows.slice(-6).find(([first]) => {
      const other = first!.baseline - first!.top;
      const [low, high] = height < other ? [height, other] : [other, height];
      return line.baseline - first!.baseline <= alignment * low && high <= mostHigher * low;
    });
    if (row) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap(cut);
}

/** A row of a page has fewer letters; what is longer would be slow to part into words. */
const mostShapes = 200;

function cut(row: readonly PrintLine[]): PrintLine[][] {
  const parts: PrintLine[][] = [];
  let left = 0;
  for (const line of row.toSorted((a, b) => a.left - b.left)) {
    left -= line.shapes.length;
    if (left < 0) {
      parts.push([]);
      left = mostShapes - line.shapes.length;
    }
    parts.at(-1)!.push(line);
  }
  return parts;
}

/**
 * Words that were recognised before, again: each alone and enlarged. Its neighbours, and the noise between them, have
 * no say in it then.
 */
export async function readWords(
  print: PagePrint,
  words: readonly PictureWord[],
  zoom: number,
  recognizer: Pick<Recognizer, "recognize">,
): Promise<Map<PictureWord, FoundWord[]>> {
  const read = words.map(async (word): Promise<[PictureWord, FoundWord[]]> => {
    const { picture } = stripOf(print, [pieceOf(word)], zoom);
    return [word, await recognizer.recognize(picture)];
  });
  return new Map(await Promise.all(read));
}

function pieceOf({ x0, x1, top, bottom, baseline, shapes }: PictureWord): Piece {
  return { left: x0, right: x1 - 1, top, bottom: bottom - 1, baseline: baseline - 1, shapes };
}
