import type { Shape } from "../picture/ink-shapes.ts";

/** Shapes over each other (the parts of a colon, an i): mostly one letter. Places are those of a strip. */
export type Column = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Where its line stands in the page. */
  baseline: number;
  numbers: number[];
};

/** Shapes from left to right, moved by `offset`, those over each other together. */
export function columnsOf(
  shapes: readonly Shape[],
  numbers: readonly number[],
  offset: number,
  baseline: number,
): Column[] {
  const columns: Column[] = [];
  const ordered = numbers
    .map((number) => ({ number, ...shapes[number - 1]! }))
    .sort((a, b) => a.left - b.left);
  for (const shape of ordered) {
    const { number, top, bottom } = shape;
    const [left, right] = [shape.left + offset, shape.right + offset];
    const last = columns.at(-1);
    const shared = last ? Math.min(last.right, right) - left + 1 : 0;
    if (last && 2 * shared > Math.min(right - left, last.right - last.left) + 1) {
      last.right = Math.max(last.right, right);
      last.top = Math.min(last.top, top);
      last.bottom = Math.max(last.bottom, bottom);
      last.numbers.push(number);
    } else columns.push({ left, right, top, bottom, baseline, numbers: [number] });
  }
  return columns;
}
