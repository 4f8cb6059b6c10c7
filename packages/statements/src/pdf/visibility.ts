import type { Area } from "./painted.ts";
import type { Fragment } from "./show-text.ts";

/** Height of the bands (points) by which areas are looked up. */
const band = 16;

/** Ink and paper that differ by less in each of red, green and blue cannot be told apart. */
const leastContrast = 20;

const white = 0xffffff;

const nothing: readonly Area[] = [];

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

  /** The fragment, what can be seen of it, or null. */
  seen(fragment: Fragment): Fragment | null {
    if (fragment.isInvisible) return null;
    const begin = this.#isSeenAt(fragment, 0.05);
    const isWhole = begin === this.#isSeenAt(fragment, 0.95) && begin === this.#isSeenAt(fragment, 0.5);
    return isWhole ? (begin ? fragment : null) : this.#part(fragment);
  }

  /** Letters that can be seen of a word that is partly hidden. */
  #part(fragment: Fragment): Fragment | null {
    const letters = [...fragment.text];
    const shown = letters.map((_, index) => this.#isSeenAt(fragment, (index + 0.5) / letters.length));
    const first = shown.indexOf(true);
    const last = shown.lastIndexOf(true);
    if (first < 0) return null;
    const place = (share: number) => ({
      x: fragment.x + (fragment.endX - fragment.x) * share,
      y: fragment.y + (fragment.endY - fragment.y) * share,
    });
    const begin = place(first / letters.length);
    const end = place((last + 1) / letters.length);
    const text = letters.filter((_, index) => shown[index]).join("");
    return { ...fragment, text, x: begin.x, y: begin.y, endX: end.x, endY: end.y };
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

function isContrast(a: number, b: number): boolean {
  return (
    Math.abs((a >> 16) - (b >> 16)) >= leastContrast ||
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) >= leastContrast ||
    Math.abs((a & 255) - (b & 255)) >= leastContrast
  );
}
