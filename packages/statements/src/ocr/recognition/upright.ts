import type { GreyPicture } from "../picture/grey-picture.ts";
import { type Shape, shapesOf } from "../picture/ink-shapes.ts";
import type { PagePrint } from "../picture/page-print.ts";
import type { PrintLine } from "../picture/print-lines.ts";
import type { Recognizer } from "./recognizer.ts";
import { stripOf } from "./strip.ts";

/** In inches: shapes of this size are letters. */
const lowest = 0.03;
const tallest = 0.5;

/** So many shapes are asked where their neighbour is. */
const mostAsked = 400;

/**
 * Whether a page's lines run down or up it instead of across: the letters of a word are nearer to each other than to
 * those of the next line.
 */
export function isOnItsSide(page: GreyPicture, pixelsPerInch: number): boolean {
  const letters = shapesOf(page).shapes.filter((shape) => {
    const [width, height] = [shape.right - shape.left + 1, shape.bottom - shape.top + 1];
    const most = Math.max(width, height);
    return Math.min(width, height) >= 2 && most >= lowest * pixelsPerInch && most <= tallest * pixelsPerInch;
  });
  const every = Math.ceil(letters.length / mostAsked);
  let across = 0;
  let down = 0;
  for (let index = 0; index < letters.length; index += every) {
    const beside = gapAfter(letters, index, "left", "right", "top", "bottom");
    const below = gapAfter(letters, index, "top", "bottom", "left", "right");
    if (beside < below) across++;
    if (below < beside) down++;
  }
  return down > across;
}

type Edge = "left" | "right" | "top" | "bottom";

/** How far the next letter is in one direction, of those that share half of this one's extent in the other. */
function gapAfter(
  letters: readonly Shape[],
  index: number,
  near: Edge,
  far: Edge,
  low: Edge,
  high: Edge,
): number {
  const letter = letters[index]!;
  let least = Number.POSITIVE_INFINITY;
  for (const other of letters) {
    const gap = other[near] - letter[far];
    if (gap < 0 || gap >= least) continue;
    const shared = Math.min(other[high], letter[high]) - Math.max(other[low], letter[low]) + 1;
    if (2 * shared >= Math.min(other[high] - other[low], letter[high] - letter[low]) + 1) least = gap;
  }
  return least;
}

/** Lines that are recognised to see whether a page stands on its head, and how many shapes make one worth it. */
const probes = 6;
const fewestShapes = 6;
const mostShapes = 40;

/** How sure Tesseract is of some of a page's lines, 0 to 100: some 90 for print, less than half of it for print upside down. */
export async function legibility(
  print: PagePrint,
  recognizer: Pick<Recognizer, "recognize">,
): Promise<number> {
  const lines = spread(
    print.lines.filter(({ shapes }) => shapes.length >= fewestShapes && shapes.length <= mostShapes),
  );
  const read = await Promise.all(
    lines.map((line) => recognizer.recognize(stripOf(print, [line], 1).picture)),
  );
  const words = read.flat();
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / (letters || 1);
}

/** Some of a page's lines, from all over it. */
function spread(lines: readonly PrintLine[]): PrintLine[] {
  const every = Math.max(1, lines.length / probes);
  return Array.from(
    { length: Math.min(probes, lines.length) },
    (_, index) => lines[Math.floor(index * every)]!,
  );
}
