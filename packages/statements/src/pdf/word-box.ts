import type { Word } from "./words.ts";

/** [x, y, width, height] in PDF points from the top left of the page as displayed. */
export type Box = readonly [number, number, number, number];

/** How far a font's letters reach over the baseline and (negative) under it, in letter heights. */
export type Reach = { ascent: number; descent: number };

/** Where a word stands on the page as displayed. */
export function boxOf({ box, x0, x1, baseline, size }: Word): Box {
  if (!("ascent" in box)) return box;
  const top = baseline - box.ascent * size;
  return [x0, top, x1 - x0, baseline - box.descent * size - top];
}

/** The word as if it stood elsewhere in its line; its box stays where it is printed. */
export function movedTo(word: Word, x0: number, x1: number): Word {
  return { ...word, x0, x1, box: boxOf(word) };
}

export function unionBox(a: Box, b: Box): [number, number, number, number] {
  const x = Math.min(a[0], b[0]);
  const y = Math.min(a[1], b[1]);
  return [x, y, Math.max(a[0] + a[2], b[0] + b[2]) - x, Math.max(a[1] + a[3], b[1] + b[3]) - y];
}
