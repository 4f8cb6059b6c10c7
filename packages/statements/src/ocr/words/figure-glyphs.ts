/** A figure with cents as it can come out of a picture: zeros and ones as letters, any stroke for a minus. */
const figure =
  /^([^\p{L}\p{N}]*|\p{L}(?=\d))([\dOolI|]{1,3}(?:[.,'\u2019]?[\dOolI|]{3})*[.,][\dOolI|]{2})([^\p{L}\p{N}]*|[CD]R?)$/u;

/** A point that is taken for a colon, in a figure too long for a time: 262:54, 1,572:36. */
const colonBeforeCents = /(?<=^[^\d:]*(?:\d{3,}|\d{1,3}(?:[.,'\u2019]\d{3})+)):(?=\d{2}(?!\d|:))/u;

/** A day and a month with a mark after each, which no time has: 23:07. */
const dayAndMonthByColons = /^([0-3]?\d)(?::([01]?\d)[.:;]|\.([01]?\d)[:;])$/;

/** October and November are the only months that begin with what a zero can be taken for. */
const monthWithZero = /(?<![\d\p{L}])0(?=(?:ct|kt)(?!\p{L}))/giu;

/** A speck behind a figure is read as a mark; only a day and a month have one of their own. */
const strayMarks = /[.,;:'"`\u00b0\u2018\u2019\u201c\u201d]+$/u;

/**
 * Undoes confusions of glyphs that leave no choice: inside a figure with cents, which nothing else looks like, an O is
 * a zero, l, I and | are ones, any long stroke in front is a minus, and § stands for the $ that it was taken for. One
 * letter that sticks to its front is a sign of its own (of a currency that Tesseract does not know, or of a side).
 * Digits are never changed into other digits.
 *
 * @returns the word, or the sign and the figure
 */
export function readableFigure(printed: string): string[] {
  const date = dayAndMonthByColons.exec(printed);
  if (date) return [`${date[1]}.${date[2] ?? date[3]}.`];
  const text = printed.replace(colonBeforeCents, ".");
  const found = figure.exec(text);
  if (!found || !/\d/.test(text)) return [text.replace(monthWithZero, "O")];
  const [, before = "", digits = "", after = ""] = found;
  const clean = digits.replaceAll(/[Oo]/g, "0").replaceAll(/[lI|]/g, "1");
  const end = dayAndMonth.test(clean) ? after : after.replace(strayMarks, "");
  if (/\p{L}/u.test(before)) return [before, clean + end];
  return [before.replaceAll(/[~\u2014\u2013_]/g, "-").replaceAll("\u00a7", "$") + clean + end];
}

/** A day and a month, as in "24.12.", or what cannot be told from one. */
const dayAndMonth = /^(?:[0-3]?\d\.[01]\d|[01]?\d\.[0-3]\d)\.?$/;

/** A year and a month, as in "2024.06". */
const yearAndMonth = /^(?:19|20)\d{2}\.(?:0[1-9]|1[0-2])$/;

/** The mark before the cents of a figure; undefined for what has no cents, or may be a date. */
function centsMark(text: string): string | undefined {
  if (dayAndMonth.test(text) || yearAndMonth.test(text)) return undefined;
  return /^\D*(?:\d{1,3}(?:[.,]\d{3})*|\d{4,})([.,])\d{2}\D*$/.exec(text)?.[1];
}

/** How many of these words have cents. */
export const countWithCents = (words: readonly string[]): number =>
  words.filter((text) => centsMark(text) !== undefined).length;

/** The mark that most of these words have before their cents, where faint print shows now the one and now the other. */
export function usualCentsMark(words: readonly string[]): string | undefined {
  const marks = words.map(centsMark);
  const points = marks.filter((mark) => mark === ".").length;
  const commas = marks.filter((mark) => mark === ",").length;
  if (points + commas < 3) return undefined;
  return commas > points ? "," : ".";
}

/** The mark before the cents that these words have; undefined where there are few, or they differ. */
export function commonCentsMark(words: readonly string[]): string | undefined {
  const marks = words.map(centsMark);
  const points = marks.filter((mark) => mark === ".").length;
  const commas = marks.filter((mark) => mark === ",").length;
  const either = words.filter((text) => dayAndMonth.test(text) && !text.endsWith(".")).length;
  if (points >= 3 && points > 4 * commas) return ".";
  if (commas >= 3 && commas > 4 * (points + either)) return ",";
  return undefined;
}

/**
 * Comma and point differ by a pixel. In a figure whose last part has two digits and whose other parts have three, the
 * last mark is that of the cents whatever it looks like: it is written as on the rest of the paper.
 */
export function withCentsMark(text: string, mark: string): string {
  if (centsMark(text) === undefined) return text;
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const thousands = mark === "." ? "," : ".";
  return text.slice(0, last).replaceAll(/[.,]/g, thousands) + mark + text.slice(last + 1);
}

/** Digits with a mark between thousands or none, and what stands around them. */
const digitsAlone = /^([^\p{L}\p{N}]*)(\d{1,3}(?:[.,]\d{3})*[.,]\d{5}|\d{3,7})(\P{Nd}{0,2})$/u;

/**
 * A figure whose comma touches its digit comes without it: 9286, 4.65466. With the mark, or undefined for what may be
 * something else.
 */
export function withLostMark(text: string, mark: string): string | undefined {
  const [, before, digits, after] = digitsAlone.exec(text) ?? [];
  if (digits === undefined || /^(?:19|20)\d\d$/.test(digits) || (/^0/.test(digits) && digits.length > 3))
    return undefined;
  return withCentsMark(`${before}${digits.slice(0, -2)}${mark}${digits.slice(-2)}${after}`, mark);
}
