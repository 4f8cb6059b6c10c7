import type { GreyPicture } from "./grey-picture.ts";

/** In inches: shorter strokes are letters' own, thicker ones are areas. */
const shortest = 0.45;
const thickest = 0.035;

/** How much darker than its paper on both sides a rule is, of 255. */
const contrast = 24;

/** Feet of a word's letters make a stroke too; what goes on between letters is a rule where it is so many times longer. */
const amongLetters = 3;

/** A letter that stands beside a rule is at least so many pixels from its middle. */
const nearest = 2;

/** Gaps that noise leaves in a rule, in pixels. */
const widestGap = 3;

/**
 * The picture without the rules of its tables. Tesseract takes words in narrow boxes for strokes, or leaves them
 * out; where a letter crosses a rule, the letter stays.
 */
export function withoutRules(picture: GreyPicture, pixelsPerInch: number): GreyPicture {
  const { width, height } = picture;
  const length = Math.round(shortest * pixelsPerInch);
  const reach = Math.max(2, Math.round(thickest * pixelsPerInch));
  const sideways = { lines: height, along: width, step: 1, across: width, length, reach };
  const upright = { lines: width, along: height, step: width, across: 1, length, reach };
  // Where two rules cross, each hides the other's paper, so that one has to be gone before the other is looked at.
  return { width, height, pixels: erased(erased(picture.pixels, sideways), upright) };
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

function erased(from: Uint8Array, sweep: Sweep): Uint8Array {
  const to = from.slice();
  const { lines, along, step, across, length, reach } = sweep;
  const beside = reach * across;
  for (let line = reach; line < lines - reach; line++) {
    const clear: Run = { start: -1, last: -1 };
    const whole: Run = { start: -1, last: -1 };
    for (let index = 0; index <= along; index++) {
      const at = line * across + index * step;
      const isInside = index < along;
      const paper = isInside ? paperBeside(from, at, across, beside) - from[at]! : 0;
      const isClear =
        paper >= contrast && Math.min(from[at - beside]!, from[at + beside]!) - from[at]! >= contrast;
      const ended = goOn(clear, index, isClear, isInside);
      if (ended >= length) wipe(from, to, line * across + (clear.last - ended + 1) * step, ended, sweep, 0);
      const endedWhole = goOn(whole, index, paper >= contrast, isInside);
      if (endedWhole >= amongLetters * length)
        wipe(from, to, line * across + (whole.last - endedWhole + 1) * step, endedWhole, sweep, fringe);
    }
  }
  return to;
}

/** Dark pixels of a line with no wide gap between them; `start` is negative between two. */
type Run = { start: number; last: number };

/** Takes the next pixel, and says how long the run was that ends before it; 0 where none ends. */
function goOn(run: Run, index: number, isDark: boolean, isInside: boolean): number {
  if (isDark) {
    if (run.start < 0) run.start = index;
    run.last = index;
  } else if (run.start >= 0 && (index - run.last > widestGap || !isInside)) {
    const length = run.last - run.start + 1;
    run.start = -1;
    return length;
  }
  return 0;
}

/**
 * The light of the paper on both sides of a pixel, of the darker side: beyond a rule's thickness or, where a letter
 * stands there already, between it and the rule.
 */
function paperBeside(from: Uint8Array, at: number, across: number, beside: number): number {
  const [before, after] = [from[at - beside]!, from[at + beside]!];
  const own = from[at]!;
  let most = Math.min(before, after);
  // Most pixels are paper or inside of something: neither side tells a rule, however near.
  if (most - own >= contrast || Math.max(before, after) - own < contrast) return most;
  for (let off = beside - across; off >= nearest * across; off -= across)
    most = Math.max(most, Math.min(from[at - off]!, from[at + off]!));
  return most;
}

/** How far the steps of a rule that was scanned askew stand out of it, in pixels, and where it has ended. */
const fringe = 2;
const beyond = fringe + 2;

function wipe(
  from: Uint8Array,
  to: Uint8Array,
  first: number,
  count: number,
  sweep: Sweep,
  around: number,
): void {
  const { step, across, reach } = sweep;
  for (let at = first, left = count; left > 0; at += step, left--) {
    // A letter's stroke that crosses is dark on both sides of the rule.
    const paper = paperBeside(from, at, across, reach * across);
    if (paper <= from[at]!) continue;
    to[at] = Math.max(paper, from[at - reach * across]!, from[at + reach * across]!);
    for (const side of [-across, across]) {
      if (around === 0 || beyond > reach || paper - from[at + beyond * side]! >= contrast) continue;
      for (let off = 1; off <= around; off++) to[at + off * side] = Math.max(paper, to[at + off * side]!);
    }
  }
}
