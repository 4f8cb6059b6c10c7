import { maxItemCharacters } from "../limits.ts";
import type { GraphicsState } from "./graphics-state.ts";
import { multiply } from "./matrix.ts";
import { lettersOf } from "./printed-text.ts";
import type { Reach } from "./word.ts";

/** Letters drawn in one go without a space between them, from (x, y) to (endX, endY) on the page as displayed. */
export type Fragment = {
  /** As drawn, in the order of drawing. */
  text: string;
  font: string;
  x: number;
  y: number;
  endX: number;
  endY: number;
  /** Quarter turns clockwise of the reading direction, or null for slanted text. */
  turn: number | null;
  size: number;
  reach: Reach;
  order: number;
  /** Its ink, or null for a pattern. */
  color: number | null;
  /** Whether it paints nothing: invisible by its mode, its alpha or its layer. */
  isInvisible: boolean;
  clip: GraphicsState["clip"];
  /** A space was drawn before it, after it: it does not go on beyond. */
  isBegin: boolean;
  isEnd: boolean;
};

/** A letter as pdf.js gives it; widths in thousandths of the font's size, or in units of its own (Type 3). */
export type Glyph = {
  unicode: string;
  width: number;
  isSpace: boolean;
  operatorListId?: unknown;
  vmetric?: number[];
};

const mark = /^\p{M}/u;

/** A mark above or below the letter before it: it has no place of its own in a word. */
export function startsWithMark(text: string): boolean {
  return text.charCodeAt(0) >= 0x300 && mark.test(text);
}

/** In letter heights: a gap within one string that is a space, though none is drawn. */
const spaceGap = 0.13;
/** Going back further than kerning does is a new place. */
const backGap = -0.5;
/**
 * Letters set apart by their spacing are one word, up to here. Two letters alone need no such spacing: a printer's program
 * (Ghostscript) says "1 0" so, without the space between.
 */
const widestTracking = 0.5;
const widestOfTwo = 0.2;

/** A letter, digit or sign of ASCII, as nearly all are: of such nothing more has to be asked. */
function isPlainLetter(text: string): boolean {
  const code = text.charCodeAt(0);
  return text.length === 1 && code > 0x20 && code < 0x7f;
}

const blank = /^[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+$/u;

/**
 * The words of one string, where its letters really stand: widths of glyphs, spacing of letters and words, horizontal
 * scaling and the adjustments between letters (ISO 32000-1, 9.4.4). Moves the text position on.
 */
export function showText(
  state: GraphicsState,
  glyphs: readonly (Glyph | number | null)[],
  order: number,
  isShown: boolean,
  add: (fragment: Fragment) => void,
): void {
  const { font, fontSize, charSpacing, wordSpacing } = state;
  if (!font || fontSize === 0 || !Array.isArray(glyphs)) return;
  const direction = fontSize < 0 ? -1 : 1;
  const size = Math.abs(fontSize);
  const scale = state.scale * direction;
  const unit = font.unitsX * size;
  const height = font.unitsY * size;
  const [a, b, c, d, left, up] = multiply(state.matrix, state.textMatrix);
  const rise = state.y + state.rise;
  const e = a * state.x + c * rise + left;
  const f = b * state.x + d * rise + up;
  const look = lookOf(state, a, b, c, d, scale, height, isShown);

  const widest = glyphs.length === 2 ? widestOfTwo : widestTracking;
  const tracking = charSpacing > widest * height ? 0 : charSpacing * direction;

  let at = 0;
  let from = 0;
  let to = 0;
  let text = "";
  let paints = false;
  let isBegin = false;
  // Numbers that a closure shares are boxed anew with each letter: these two are handed over.
  const flush = (from: number, to: number, isEnd: boolean) => {
    if (text !== "" && look) {
      const x0 = from * scale;
      const x1 = to * scale;
      // Written out: spreading the look would copy each of a page's thousands of words twice.
      const fragment = {
        font: look.font,
        turn: look.turn,
        size: look.size,
        reach: look.reach,
        order,
        color: look.color,
        clip: look.clip,
        text: text.length > maxItemCharacters ? text.slice(0, maxItemCharacters) : text,
        x: a * x0 + e,
        y: b * x0 + f,
        endX: a * x1 + e,
        endY: b * x1 + f,
        isInvisible: look.isInvisible || !paints,
        isBegin,
        isEnd,
      };
      // Where numbers beyond measure add up to no place, nothing is on the page.
      if (Number.isFinite(fragment.x + fragment.y + fragment.endX + fragment.endY)) add(fragment);
    }
    text = "";
    paints = false;
    isBegin = isEnd;
  };
  for (const glyph of glyphs) {
    if (typeof glyph === "number") {
      at -= (glyph * size) / 1000;
      continue;
    }
    if (!glyph) continue;
    const width = (font.isVertical ? 0 : glyph.width) * unit;
    const spacing = ((glyph.isSpace ? wordSpacing : 0) + charSpacing) * direction;
    const isPlain = isPlainLetter(glyph.unicode);
    if (!isPlain && blank.test(glyph.unicode)) {
      flush(from, to, true);
    } else {
      const isMark = !isPlain && text !== "" && startsWithMark(glyph.unicode);
      if (text !== "" && !isMark) {
        const gap = at - to - tracking;
        if (gap > spaceGap * height || gap < backGap * height) flush(from, to, false);
      }
      if (text === "") from = at;
      text += isPlain ? glyph.unicode : lettersOf(glyph.unicode);
      paints ||= !font.isType3 || font.paints(glyph.operatorListId);
      to = isMark ? Math.max(to, at + width) : at + width;
      if (font.isVertical) {
        // Each letter of a vertical line is a place of its own.
        to = at + size;
        flush(from, to, false);
        state.y -= size + spacing;
        continue;
      }
    }
    at += width + spacing;
  }
  flush(from, to, false);
  state.x += at * scale;
}

type Look = Pick<Fragment, "font" | "turn" | "size" | "reach" | "color" | "isInvisible" | "clip">;

/** What all words of a string have in common; null for text too small or too large to be read by anyone. */
function lookOf(
  state: GraphicsState,
  a: number,
  b: number,
  c: number,
  d: number,
  scale: number,
  height: number,
  isShown: boolean,
): Look | null {
  const font = state.font!;
  const dx = a * scale;
  const dy = b * scale;
  const tall = Math.hypot(c, d);
  const size = tall * height;
  const stretch = Math.hypot(dx, dy) / tall;
  if (!(size >= smallest && size <= 200 && stretch > 0.1)) return null;
  const angle = Math.atan2(dy, dx) / (Math.PI / 2);
  const nearest = Math.round(angle);
  const strokes = state.mode % 4 === 1;
  const alpha = (strokes ? state.strokeAlpha : state.fillAlpha) * state.groupAlpha;
  return {
    font: font.id,
    turn: Math.abs(angle - nearest) < 0.02 ? (nearest + 4) % 4 : null,
    size,
    reach: font.reach,
    color: state.masked || state.blends ? null : strokes ? state.stroke : state.fill,
    isInvisible: !isShown || state.mode === 3 || state.mode === 7 || alpha < 0.05,
    clip: state.clip,
  };
}

/** Points: nobody prints a figure smaller than this for people to read. */
const smallest = 2;
