import { fold } from "../../text/fold.ts";
import { monthNumbers } from "../../vocabulary/lexicon.ts";
import type { Column } from "./letter-columns.ts";

/** Glyphs that one shape of ink can be taken for, the digit first. */
const alike = ["0OoQD", "1lI|!i", "5Ss", "8B", "2Zz"];

/** In heights of its word: one digit is at most so wide, a letter too; what is wider may be two that touch. */
const widest = { digit: 0.8, letter: 1.1 };

/** Tesseract that is surer of a word than this read nothing in it twice. */
const sure = 90;

/**
 * A word of digits, and letters perhaps, without the glyphs that were read twice from one shape: O0 for a zero, 1l or
 * 111 for a one. That is certain only where there are fewer shapes than glyphs and none is wide enough for two that
 * touch each other. Figures with marks are left alone: a comma that touches its digit makes it no wider.
 */
export function withoutDoubles(text: string, confidence: number, columns: readonly Column[]): string {
  const glyphs = [...text];
  if (confidence >= sure || columns.length === 0 || !/^[\p{L}\d|!]*\d[\p{L}\d|!]*$/u.test(text)) return text;
  for (let at = glyphs.length - 1; at > 0 && glyphs.length > columns.length; at--) {
    const [before, glyph] = [glyphs[at - 1]!, glyphs[at]!];
    if (!alike.some((group) => group.includes(before) && group.includes(glyph))) continue;
    glyphs.splice(/\d/.test(before) ? at : at - 1, 1);
  }
  if (glyphs.length !== columns.length) return text;
  const height = Math.max(...columns.map(({ top, bottom }) => bottom - top + 1));
  const isOne = ({ left, right }: Column, at: number) =>
    right - left + 1 <= (/\d/.test(glyphs[at]!) ? widest.digit : widest.letter) * height;
  return columns.every(isOne) ? glyphs.join("") : text;
}

/** A month's name and a day of two digits, or the other way round, with no space between. */
const monthAndDay = /^(\p{L}{3,})([\dOolI|]{2})$/u;
const dayAndMonth = /^([\dOolI|]{2})(\p{L}{3,})$/u;

/** An ordinal: 1st, 22nd. */
const ordinal = /^([\dlI|]{1,2})(st|nd|rd|th)$/;

/** A date in one word: 03SEP23, 03-Sep-2023, 03.09.2023, and what can be taken for it. */
const namedDate = /^([\dOolI|]{1,2})([-./]?)(\p{L}{3,})(\2)([\dOolI|]{2}|[\dOolI|]{4})$/u;
const numericDate = /^[\dOolI|]{1,2}([-./])[\dOolI|]{1,2}\1(?:[\dOolI|]{2}|[\dOolI|]{4})$/;

/** NOVO5 is the fifth of November: beside the name of a month an O is a zero, l and I are ones, and so in Ist. */
export function readableDay(text: string): string {
  const [after, before] = [monthAndDay.exec(text), dayAndMonth.exec(text)];
  if (after && isMonth(after[1]!) && /\d/.test(after[2]!)) return after[1]! + digitsOf(after[2]!);
  const [, day, ending] = ordinal.exec(text) ?? [];
  if (day !== undefined) return digitsOf(day) + ending;
  const [, first, mark, name, , year] = namedDate.exec(text) ?? [];
  if (first !== undefined && isMonth(name!) && /\d/.test(first) && /\d/.test(year!))
    return digitsOf(first) + mark + name + mark + digitsOf(year!);
  if (numericDate.test(text) && /\d.*\d.*\d/.test(text)) return digitsOf(text);
  if (before && isMonth(before[2]!) && /\d/.test(before[1]!)) return digitsOf(before[1]!) + before[2]!;
  return text;
}

const isMonth = (name: string): boolean => monthNumbers.has(fold(name));

const digitsOf = (glyphs: string): string => glyphs.replaceAll(/[Oo]/g, "0").replaceAll(/[lI|]/g, "1");
