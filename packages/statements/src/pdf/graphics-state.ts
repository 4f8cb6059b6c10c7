import { identity, type Matrix, type Rect } from "./matrix.ts";
import type { Reach } from "./word.ts";
import type { FontFacts } from "./worker-link.ts";

/** A font as it is used: what is known of it, and how its glyphs' own units become letter heights. */
export type Font = FontFacts & { id: string; unitsX: number; unitsY: number; reach: Reach };

/** What operators set and `q`/`Q` keep and bring back (ISO 32000-1, 8.4 and 9.3). */
export type GraphicsState = {
  matrix: Matrix;
  clip: Rect;
  fill: number | null;
  stroke: number | null;
  fillAlpha: number;
  strokeAlpha: number;
  /** What the groups around let through. */
  groupAlpha: number;
  /** A blend mode other than Normal: what is below shows through. */
  blends: boolean;
  masked: boolean;
  lineWidth: number;
  font: Font | null;
  fontSize: number;
  mode: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  textMatrix: ArrayLike<number>;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
};

export function firstState(matrix: Matrix, clip: Rect): GraphicsState {
  return {
    matrix,
    clip,
    fill: 0,
    stroke: 0,
    fillAlpha: 1,
    strokeAlpha: 1,
    groupAlpha: 1,
    blends: false,
    masked: false,
    lineWidth: 1,
    font: null,
    fontSize: 0,
    mode: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    textMatrix: identity,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}

/** "#rrggbb" as a number. */
export function colorOf(printed: unknown): number | null {
  if (typeof printed !== "string" || printed.length !== 7) return null;
  const color = Number.parseInt(printed.slice(1), 16);
  return Number.isNaN(color) ? null : color;
}
