import type { InkWord } from "./spaces.ts";

/** A point or a comma is lower than this part of its figure, and stands in its lower part. */
const highestMark = 0.4;

/**
 * What a word of digits says with the point that shows in its ink and was not read: small type loses points first.
 * Undefined where there is none, or its place is not certain.
 */
export function withUnreadMark({ text, columns }: InkWord): string | undefined {
  const figure = /^(\D?)(\d{3,})(\D?)$/.exec(text);
  if (!figure || columns.length !== text.length + 1) return undefined;
  const top = Math.min(...columns.map((column) => column.top));
  const bottom = Math.max(...columns.map((column) => column.bottom));
  const low = columns.flatMap((column, index) => {
    const height = column.bottom - column.top + 1;
    const isLow = height <= highestMark * (bottom - top + 1) && column.top > (top + bottom) / 2;
    return isLow ? [index] : [];
  });
  const [at] = low;
  // Cents have two digits, and a digit stands before their mark.
  if (at === undefined || low.length > 1 || at !== text.length - figure[3]!.length - 2) return undefined;
  return `${text.slice(0, at)}.${text.slice(at)}`;
}
