import { boundsOf, intersect, keepsUpright, type Matrix, type Rect } from "./matrix.ts";

/** An area of the page that something painted, in displayed points. `order` counts the page's operators. */
export type Area = Rect & {
  order: number;
  /** 0xRRGGBB, or null where it is a picture, a pattern or of no plain shape. */
  color: number | null;
  /** Whether what was there before can no longer be seen. */
  covers: boolean;
};

/** Thinner than this (points) is a rule of a table: nothing is written on it and nothing hidden by it. */
const thinnest = 2;

/** pdf.js's codes in a path: how many numbers follow each. */
const coordinates = [2, 2, 6, 4, 0] as const;
const CLOSE = 4;
const MOVE = 0;

type Shape = { x0: number; y0: number; x1: number; y1: number; area: number; points: number };

/** The closed shapes of a path: their bounds, and how much of them they fill. */
export function shapesOf(path: Float32Array): Shape[] {
  const shapes: Shape[] = [];
  let points: number[] = [];
  const end = () => {
    if (points.length >= 4) shapes.push(shapeOf(points));
    points = [];
  };
  for (let at = 0; at < path.length; ) {
    const code = path[at]!;
    const count = coordinates[code as 0];
    if (count === undefined) break;
    if (code === MOVE) end();
    for (let next = at + 1; next <= at + count; next++) points.push(path[next]!);
    if (code === CLOSE) end();
    at += 1 + count;
  }
  end();
  return shapes;
}

function shapeOf(points: readonly number[]): Shape {
  let [x0, y0, x1, y1] = [points[0]!, points[1]!, points[0]!, points[1]!];
  let area = 0;
  for (let at = 0; at < points.length; at += 2) {
    const x = points[at]!;
    const y = points[at + 1]!;
    const next = (at + 2) % points.length;
    area += x * points[next + 1]! - points[next]! * y;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return { x0, y0, x1, y1, area: Math.abs(area) / 2, points: points.length / 2 };
}

/** Where, in which order and how a shape is painted. */
export type Brush = {
  matrix: Matrix;
  clip: Rect;
  order: number;
  color: number | null;
  /** Whether it is laid on without letting through anything below. */
  opaque: boolean;
};

/** The areas that filling a path paints. With the even-odd rule several shapes may be holes in one another. */
export function filledAreas(path: Float32Array, evenOdd: boolean, brush: Brush): Area[] {
  const shapes = shapesOf(path);
  const areas: Area[] = [];
  for (const shape of shapes) {
    const full = (shape.x1 - shape.x0) * (shape.y1 - shape.y0);
    // Rounded corners take little off.
    const isPlain = shape.area > 0.9 * full && !(evenOdd && shapes.length > 1);
    const area = areaOf(shape, isPlain, brush);
    if (area) areas.push(area);
  }
  return areas;
}

/** Lines so thick that they are bars: a way to paint backgrounds. `width` in the path's own units. */
export function strokedAreas(path: Float32Array, width: number, brush: Brush): Area[] {
  const areas: Area[] = [];
  for (const { x0, y0, x1, y1, points } of shapesOf(path)) {
    const isStraight = points === 2 && (x0 === x1 || y0 === y1);
    if (!isStraight) continue;
    const half = width / 2;
    const bar =
      x0 === x1 ? { x0: x0 - half, x1: x1 + half, y0, y1 } : { x0, x1, y0: y0 - half, y1: y1 + half };
    const area = areaOf(bar, true, brush);
    if (area) areas.push(area);
  }
  return areas;
}

/** What a picture paints: the unit square. */
export function pictureArea(brush: Brush): Area | null {
  return areaOf({ x0: 0, y0: 0, x1: 1, y1: 1 }, true, brush);
}

function areaOf(shape: Rect, isPlain: boolean, { matrix, clip, order, color, opaque }: Brush): Area | null {
  const rect = intersect(boundsOf(matrix, shape.x0, shape.y0, shape.x1, shape.y1), clip);
  if (!(rect.x1 - rect.x0 >= thinnest && rect.y1 - rect.y0 >= thinnest)) return null;
  const covers = isPlain && opaque && keepsUpright(matrix);
  return { ...rect, order, color: covers ? color : null, covers };
}
