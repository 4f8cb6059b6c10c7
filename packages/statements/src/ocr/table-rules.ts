import type { GreyPicture } from "./grey-picture.ts";

/** In inches: shorter strokes are letters' own, thicker ones are areas. */
const shortest = 0.45;
const thickest = 0.035;

/** How much darker than its paper on both sides a rule is, of 255. */
const contrast = 24;

/** Gaps that noise leaves in a rule, in pixels. */
const widestGap = 3;

/**
 * The picture without the rules of its tables. Tesseract takes words in narrow boxes for strokes, or leaves them
 * out; where a letter crosses a rule, the letter stays.
 */
export function withoutRules(picture: GreyPicture, pixelsPerInch: number): GreyPicture {
  const { width, height } = picture;
  const pixels = picture.pixels.slice();
  const length = Math.round(shortest * pixelsPerInch);
  const reach = Math.max(2, Math.round(thickest * pixelsPerInch));
  erase(picture.pixels, pixels, { lines: height, along: width, step: 1, across: width, length, reach });
  erase(picture.pixels, pixels, { lines: width, along: height, step: width, across: 1, length, reach });
  return { width, height, pixels };
}

type Sweep = {
  /** How many lines of pixels there are, and how many pixels in each. */
  lines: number;
  along: number;
  /** From a pixel to the next of its line, and to the one beside it in the next line. */
  step: number;
  across: number;
  length: number;
  reach: number;
};

function erase(from: Uint8Array, to: Uint8Array, { lines, along, step, across, length, reach }: Sweep): void {
  const beside = reach * across;
  for (let line = reach; line < lines - reach; line++) {
    let start = -1;
    let last = -1;
    for (let index = 0; index <= along; index++) {
      const at = line * across + index * step;
      const paper = index < along ? Math.min(from[at - beside]!, from[at + beside]!) : 0;
      if (index < along && paper - from[at]! >= contrast) {
        if (start < 0) start = index;
        last = index;
      } else if (start >= 0 && (index - last > widestGap || index === along)) {
        if (last - start + 1 >= length)
          wipe(from, to, line * across + start * step, last - start + 1, step, beside);
        start = -1;
      }
    }
  }
}

function wipe(
  from: Uint8Array,
  to: Uint8Array,
  first: number,
  count: number,
  step: number,
  beside: number,
): void {
  for (let at = first, left = count; left > 0; at += step, left--) {
    const [before, after] = [from[at - beside]!, from[at + beside]!];
    // A letter's stroke that crosses is dark on both sides of the rule.
    if (Math.min(before, after) > from[at]!) to[at] = Math.max(before, after);
  }
}
