import { boundsOf, intersect, type Matrix, type Rect } from "./matrix.ts";
import type { Area } from "./painted.ts";

/** What pdf.js tells of a note of text; pages are counted from 0. */
export type Note = {
  pageIndex: number;
  subtype?: string;
  rect?: number[];
  hasAppearance?: boolean;
  annotationFlags?: number;
};

/** Hidden, or not to be shown on a screen (ISO 32000-1, 12.5.3). */
const unseen = 2 | 32;

/**
 * Where notes of text stand that bring no appearance of their own, and that viewers write on the page as each of them likes:
 * what is below cannot be told from what is written there.
 */
export function drawnByViewers(notes: readonly Note[], view: Matrix, page: Rect): Area[] {
  return notes.flatMap(({ subtype, rect, hasAppearance, annotationFlags = 0 }) => {
    if (subtype !== "FreeText" || hasAppearance || !rect || (annotationFlags & unseen) !== 0) return [];
    const [x0, y0, x1, y1] = rect as [number, number, number, number];
    const { x0: left, x1: right, y0: top, y1: bottom } = intersect(boundsOf(view, x0, y0, x1, y1), page);
    if (!(right > left && bottom > top)) return [];
    const area = { x0: left, y0: top, x1: right, y1: bottom };
    return [{ ...area, order: Number.POSITIVE_INFINITY, color: null, covers: true }];
  });
}
