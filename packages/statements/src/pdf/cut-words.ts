import type { Fragment } from "./show-text.ts";
import { isBeyond } from "./visibility.ts";

/** What is left of a word whose other letters lie beyond the page or the clip, and on which side these stood. */
export type CutWord = { left: Fragment; side: "before" | "behind" };

/** In letter heights: letters that stand no further apart are of one word. Some programs draw each by itself. */
const nearest = 0.2;

/** The words that the page's edge or a clip cuts through, among fragments in the order in which they are drawn. */
export class CutWords {
  readonly found: CutWord[] = [];
  #last: Fragment | null = null;
  #seenOfLast: readonly Fragment[] = [];

  /** @param seen what can be seen of the fragment: itself, pieces of it, or none */
  add(fragment: Fragment, seen: readonly Fragment[]): void {
    const isWhole = seen[0] === fragment;
    if (!isWhole) this.#addPieces(fragment, seen);
    const last = this.#last;
    if (last && !(isWhole && this.#seenOfLast[0] === last) && touch(last, fragment)) {
      const [first] = seen;
      const before = this.#seenOfLast.at(-1);
      if (first && begins(first, fragment) && isBeyond(last, 1 - halfLetter(last)))
        this.found.push({ left: first, side: "before" });
      if (before && ends(before, last) && isBeyond(fragment, halfLetter(fragment)))
        this.found.push({ left: before, side: "behind" });
    }
    this.#last = fragment;
    this.#seenOfLast = seen;
  }

  #addPieces(fragment: Fragment, seen: readonly Fragment[]): void {
    const half = halfLetter(fragment);
    for (const left of seen) {
      if (!begins(left, fragment) && isBeyond(fragment, shareOf(left.x, left.y, fragment) - half))
        this.found.push({ left, side: "before" });
      if (!ends(left, fragment) && isBeyond(fragment, shareOf(left.endX, left.endY, fragment) + half))
        this.found.push({ left, side: "behind" });
    }
  }
}

function halfLetter({ text }: Fragment): number {
  return 0.5 / [...text].length;
}

/** How far along a fragment's baseline a place of it is. */
function shareOf(x: number, y: number, whole: Fragment): number {
  const [wide, high] = [whole.endX - whole.x, whole.endY - whole.y];
  return Math.abs(wide) > Math.abs(high) ? (x - whole.x) / wide : high === 0 ? 0 : (y - whole.y) / high;
}

function begins(piece: Fragment, whole: Fragment): boolean {
  return piece.x === whole.x && piece.y === whole.y;
}

function ends(piece: Fragment, whole: Fragment): boolean {
  return Math.abs(piece.endX - whole.endX) < 0.01 && Math.abs(piece.endY - whole.endY) < 0.01;
}

function touch(last: Fragment, next: Fragment): boolean {
  if (last.isEnd || next.isBegin || last.isInvisible || next.isInvisible) return false;
  return Math.hypot(next.x - last.endX, next.y - last.endY) < nearest * next.size;
}
