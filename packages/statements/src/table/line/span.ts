/** A stretch of a line, in points from the left. */
export type Span = { x0: number; x1: number };

export function overlaps(a: Span, b: Span): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1;
}
