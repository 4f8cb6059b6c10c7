/** [x, y, width, height] in PDF points from the top left of the page as displayed. */
export type Box = readonly [number, number, number, number];

/** How far a font's letters reach over the baseline and (negative) under it, in letter heights. */
export type Reach = { ascent: number; descent: number };

/**
 * A word of a page, or a piece of one. `x0`, `x1` and `baseline` are PDF points from the top left of the page turned so
 * that most of its text is upright. A long statement has a quarter of a million of them: each field counts.
 */
export type Word = {
  /** As interpreted: ligatures apart, full-width digits as usual ones. */
  text: string;
  /** As printed, where that differs. */
  printed?: string;
  x0: number;
  x1: number;
  baseline: number;
  size: number;
  font: string;
  /** For `boxOf`: where it stands on the page as displayed, or its font's reach where the rest tells that. */
  box: Box | Reach;
  /** A space was drawn right before, right after: it belongs to no other piece there. */
  isBegin?: boolean;
  isEnd?: boolean;
  /** An amount by itself: the number before it is none of its thousands. */
  isWhole?: boolean;
};

/** Where a word stands on the page as displayed. */
export function boxOf({ box, x0, x1, baseline, size }: Word): Box {
  if (!("ascent" in box)) return box;
  const top = baseline - box.ascent * size;
  return [x0, top, x1 - x0, baseline - box.descent * size - top];
}

/** Around one word or more. A long statement asks for each of its words: no box is made for these. */
export function boxAround(words: readonly Word[]): Box {
  let [x, y, width, height] = boxOf(words[0]!);
  for (let at = 1; at < words.length; at++) {
    const { box, x0, x1, baseline, size } = words[at]!;
    const isBox = !("ascent" in box);
    const left = isBox ? box[0] : x0;
    const top = isBox ? box[1] : baseline - box.ascent * size;
    const right = left + (isBox ? box[2] : x1 - x0);
    const bottom = top + (isBox ? box[3] : baseline - box.descent * size - top);
    const [leftmost, highest] = [Math.min(x, left), Math.min(y, top)];
    width = Math.max(x + width, right) - leftmost;
    height = Math.max(y + height, bottom) - highest;
    x = leftmost;
    y = highest;
  }
  return [x, y, width, height];
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
