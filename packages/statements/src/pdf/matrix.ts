/** [a, b, c, d, e, f]: (x, y) goes to (ax + cy + e, bx + dy + f), as in ISO 32000-1, 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: ArrayLike<number>): Matrix {
  const [a, b, c, d, e, f] = outer;
  const ia = inner[0]!;
  const ib = inner[1]!;
  const ic = inner[2]!;
  const id = inner[3]!;
  const ie = inner[4]!;
  const ig = inner[5]!;
  return [
    a * ia + c * ib,
    b * ia + d * ib,
    a * ic + c * id,
    b * ic + d * id,
    a * ie + c * ig + e,
    b * ie + d * ig + f,
  ];
}

export type Rect = { x0: number; y0: number; x1: number; y1: number };

/** The upright rectangle around a rectangle that was moved by a matrix. */
export function boundsOf(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Rect {
  const [a, b, c, d, e, f] = matrix;
  const xs = [a * x0 + c * y0, a * x1 + c * y0, a * x0 + c * y1, a * x1 + c * y1];
  const ys = [b * x0 + d * y0, b * x1 + d * y0, b * x0 + d * y1, b * x1 + d * y1];
  return {
    x0: Math.min(...xs) + e,
    y0: Math.min(...ys) + f,
    x1: Math.max(...xs) + e,
    y1: Math.max(...ys) + f,
  };
}

export function intersect(a: Rect, b: Rect): Rect {
  return {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  };
}

/** Whether upright rectangles stay upright. */
export function keepsUpright([a, b, c, d]: Matrix): boolean {
  const turned = Math.abs(b) + Math.abs(c);
  const straight = Math.abs(a) + Math.abs(d);
  return turned < 1e-4 * straight || straight < 1e-4 * turned;
}
