import type { Column } from "./letter-columns.ts";
import type { InkWord } from "./spaces.ts";

/** A point or a comma is lower than this part of its figure, and stands in its lower part; so is a dash, higher up. */
const highestMark = 0.4;
const highestDash = 0.25;

/** Digits with marks between them or none, and what stands before and after. */
const figure = /^(\D?)(\d[\d.,]*\d)(\D?)$/;

/**
 * What a figure says with the mark that shows in its ink and was not read: the point before its cents, which small type
 * loses first, or a minus on either side. Undefined where there is none, or its place is not certain.
 */
export function withUnreadMark({ text, columns }: Pick<InkWord, "text" | "columns">): string | undefined {
  const [, before, digits, after] = figure.exec(text) ?? [];
  if (digits === undefined || columns.length !== text.length + 1) return undefined;
  const isShown = (glyphs: string) =>
    [...glyphs].every((glyph, at) => looksLike(glyph, columns[at]!, columns));
  const at = text.length - after!.length - 2;
  const withPoint = `${text.slice(0, at)}.${text.slice(at)}`;
  // Cents have two digits, and a digit stands before their mark.
  if (/^\d+(?:[.,]\d{3})*\d\d$/.test(digits) && digits.length > 2 && isShown(withPoint)) return withPoint;
  if (!/[.,]\d\d$/.test(digits) || text.includes("-")) return undefined;
  return (
    [before === "" && `-${text}`, after === "" && `${text}-`].find((each) => each && isShown(each)) ||
    undefined
  );
}

/** Whether a word of digits has a shape of ink for each glyph, the lower ones where its marks are. */
export function fitsInk({ text, columns }: Pick<InkWord, "text" | "columns">): boolean {
  const glyphs = [...text];
  return (
    glyphs.length === columns.length && glyphs.every((glyph, at) => looksLike(glyph, columns[at]!, columns))
  );
}

function looksLike(glyph: string, column: Column, columns: readonly Column[]): boolean {
  const top = Math.min(...columns.map((each) => each.top));
  const height = Math.max(...columns.map((each) => each.bottom)) - top + 1;
  const own = column.bottom - column.top + 1;
  const [highest, lowest] = [(column.top - top) / height, (column.bottom - top) / height];
  const isLow = own <= highestMark * height && highest > 0.5;
  if (/\d/.test(glyph)) return own > highestMark * height;
  if (/[.,]/.test(glyph)) return isLow && lowest > 0.8;
  if (glyph !== "-") return true;
  const width = column.right - column.left + 1;
  return own <= highestDash * height && width > 1.4 * own && highest > 0.25 && lowest < 0.85;
}
