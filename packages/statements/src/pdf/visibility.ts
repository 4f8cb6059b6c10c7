import type { Area } from "./painted.ts";
import type { Fragment } from "./show-text.ts";

/** Height of the bands (points) by which areas are looked up. */
const band = 16;

/** Ink and paper that differ by less in each of red, green and blue cannot be told apart. */
const leastContrast = 20;

const white = 0xffffff;

const nothing: readonly Area[] = [];
const none: readonly Fragment[] = [];

/**
 * What of a page's text can be seen: it stands on the page and inside of the clip, was not painted over later, and is
 * not of the colour that it stands on. Where the colour below is not known (a picture, a pattern, an odd shape), text
 * counts as seen.
 */
export class Visibility {
  readonly #bands = new Map<number, Area[]>();

  constructor(areas: readonly Area[]) {
    for (const area of areas) {
      for (let at = Math.floor(area.y0 / band); at <= Math.floor(area.y1 / band); at++) {
        const list = this.#bands.get(at);
        if (list) list.push(area);
        else this.#bands.set(at, [area]);
      }
    }
  }

  /** The fragment, the pieces that can be seen of it, or none. */
  seen(fragment: Fragment): readonly Fragment[] {
    if (fragment.isInvisible) return none;
    const begin = this.#isSeenAt(fragment, 0.05);
    const isWhole = begin === this.#isSeenAt(fragment, 0.95) && begin === this.#isSeenAt(fragment, 0.5);
    if (!isWhole) return this.#pieces(fragment);
    if (!begin) return none;
    return this.#hasEdgeWithin(fragment) ? this.#pieces(fragment) : [fragment];
  }

  /** Runs of letters that can be seen of a word that is partly hidden: one digit may be covered, and another put there. */
  #pieces(fragment: Fragment): Fragment[] {
    const letters = [...fragment.text];
    const share = (at: number) => at / letters.length;
    const shown = letters.map((_, at) => this.#isSeenAt(fragment, share(at + 0.5)));
    if (!shown.includes(false)) return [fragment];
    const pieces: Fragment[] = [];
    for (let from = shown.indexOf(true); from >= 0; ) {
      const hidden = shown.indexOf(false, from);
      const to = hidden < 0 ? letters.length : hidden;
      pieces.push({
        ...fragment,
        text: letters.slice(from, to).join(""),
        ...placeAt(fragment, share(from), share(to)),
        isBegin: fragment.isBegin && from === 0,
        isEnd: fragment.isEnd && to === letters.length,
      });
      from = shown.indexOf(true, to);
    }
    return pieces;
  }

  /**
   * Whether an area begins or ends below or over the letters of a word whose ends are seen, and so stand on the page: it may
   * hide some of them and not the others.
   */
  #hasEdgeWithin({ x, y, endX, endY, turn, size }: Fragment): boolean {
    const isUpright = turn === 1 || turn === 3;
    const [from, to] = isUpright ? range(y, endY) : range(x, endX);
    const [low, high] = isUpright ? [from, to] : [y - size, y + size];
    for (let at = Math.floor(low / band); at <= Math.floor(high / band); at++)
      for (const { x0, y0, x1, y1 } of this.#bands.get(at) ?? nothing) {
        const [begin, end] = isUpright ? [y0, y1] : [x0, x1];
        const isBeside = isUpright ? x0 > x + size || x1 < x - size : y0 > high || y1 < low;
        if (!isBeside && ((begin > from && begin < to) || (end > from && end < to))) return true;
      }
    return false;
  }

  /** Whether it can be seen so far along its baseline. */
  #isSeenAt(fragment: Fragment, share: number): boolean {
    const { x, y, endX, endY, turn, size } = fragment;
    // The middle of small letters, so that neither a rule below nor the line above counts.
    const up = size * 0.3;
    const upX = turn === 1 ? up : turn === 3 ? -up : 0;
    const upY = turn === 1 || turn === 3 ? 0 : turn === 2 ? up : -up;
    return this.#isSeen(fragment, x + (endX - x) * share + upX, y + (endY - y) * share + upY);
  }

  #isSeen({ clip, color, order }: Fragment, x: number, y: number): boolean {
    if (x < clip.x0 || x > clip.x1 || y < clip.y0 || y > clip.y1) return false;
    let paper: number | null = white;
    for (const area of this.#bands.get(Math.floor(y / band)) ?? nothing) {
      if (x < area.x0 || x > area.x1 || y < area.y0 || y > area.y1) continue;
      if (area.order < order) paper = area.color;
      else if (area.covers) return false;
    }
    return color === null || paper === null || isContrast(color, paper);
  }
}

/** Whether a place so far along its baseline lies beyond the clip or the page. */
export function isBeyond({ clip, x, y, endX, endY }: Fragment, share: number): boolean {
  const [atX, atY] = [x + (endX - x) * share, y + (endY - y) * share];
  return atX < clip.x0 || atX > clip.x1 || atY < clip.y0 || atY > clip.y1;
}

function range(a: number, b: number): [number, number] {
  return a < b ? [a, b] : [b, a];
}

/** Where the letters from one share of its length to another stand. */
function placeAt({ x, y, endX, endY }: Fragment, from: number, to: number) {
  const [wide, high] = [endX - x, endY - y];
  return { x: x + wide * from, y: y + high * from, endX: x + wide * to, endY: y + high * to };
}

function isContrast(a: number, b: number): boolean {
  return (
    Math.abs((a >> 16) - (b >> 16)) >= leastContrast ||
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) >= leastContrast ||
    Math.abs((a & 255) - (b & 255)) >= leastContrast
  );
}
