import { fitted } from "../fitted.ts";
import { latinDigits } from "./latin-digits.ts";

/** Which character parts the decimals. */
export type DecimalMark = "." | ",";

/** What one printed number can mean; `mark` is null where it reads the same under both decimal marks. */
export type NumberReading = { mark: DecimalMark | null; whole: string; fraction: string };

const spaces = /[ \u00a0\u2000-\u200b\u202f\u205f\u2060\u3000'’´`]/g;
/** What most papers print, of which there is but one reading: "1234.56", "1234,56", "1,234.56". */
const inCents = /^(\d+|(?!0,)\d{1,3}(?:,\d{3})+(?=\.))([.,])(\d{2})$/;
const grouped = /^\d{1,3}(?:\d{3})+$/;

/** Digits before the decimals: with three of these it fits 64 bits of minor units, and no bank prints more. */
const mostDigits = 15;

/**
 * The meanings of digits with their separators, without sign or currency: "1,234.56", "1.234,56", "1 234,56",
 * "1'234.56", "12,34,567.89". "1,234" has two. Empty when it is no amount ("1,23,4", "1.2345", twenty digits).
 */
export function readDigits(text: string): NumberReading[] {
  const readings = meaningsOf(text);
  return readings.some(({ whole }) => whole.length > mostDigits) ? [] : readings;
}

function meaningsOf(text: string): NumberReading[] {
  const usual = inCents.exec(text);
  if (usual)
    return [
      { mark: usual[2] as DecimalMark, whole: trimZeros(usual[1]!.replaceAll(",", "")), fraction: usual[3]! },
    ];
  const plain = latinDigits(text).replace(spaces, "'");
  const marks = plain.match(/[.,]/g) ?? [];
  const hasSpaces = plain.includes("'");
  if (marks.length === 0) {
    if (hasSpaces && !isGrouped(plain.split("'"))) return [];
    const whole = plain.replaceAll("'", "");
    return /^\d+$/.test(whole) ? [{ mark: null, whole: trimZeros(whole), fraction: "" }] : [];
  }
  const last = marks.at(-1) as DecimalMark;
  const other: DecimalMark = last === "." ? "," : ".";
  const readings: NumberReading[] = [];
  const asDecimal = splitDecimal(plain, last);
  if (asDecimal) readings.push(asDecimal);
  const onlyLast = marks.every((mark) => mark === last);
  if (onlyLast && !hasSpaces) {
    const groups = plain.split(last);
    if (isGrouped(groups)) readings.push({ mark: other, whole: trimZeros(groups.join("")), fraction: "" });
  }
  return fitted(readings);
}

function splitDecimal(plain: string, mark: DecimalMark): NumberReading | null {
  if (plain.indexOf(mark) !== plain.lastIndexOf(mark)) return null;
  const [whole = "", fraction = ""] = plain.split(mark);
  if (!/^\d{1,3}$/.test(fraction)) return null;
  const groups = whole.split(/[.,']/);
  if (groups.length > 1 && !isGrouped(groups)) return null;
  const joined = groups.join("");
  return { mark, whole: trimZeros(joined), fraction };
}

/** Groups of three, or the Indian way: three at the end, two before. */
function isGrouped(groups: string[]): boolean {
  const [first = "", ...rest] = groups;
  if (rest.length === 0) return /^\d+$/.test(first);
  if (!/^\d{1,3}$/.test(first) || !/^\d{3}$/.test(rest.at(-1)!)) return false;
  const middle = rest.slice(0, -1);
  if (middle.every((group) => /^\d{3}$/.test(group))) return grouped.test(groups.join("")) && first !== "0";
  return first.length <= 2 && middle.every((group) => /^\d{2}$/.test(group));
}

function trimZeros(whole: string): string {
  if (!whole.startsWith("0")) return whole || "0";
  return whole.replace(/^0+(?=\d)/, "") || "0";
}

/**
 * The reading as a whole number of units of `digits` decimals, or null where it has more decimals than that
 * (zeros apart). Never rounds.
 */
export function toMinor(reading: NumberReading, digits: number): bigint | null {
  if (/[1-9]/.test(reading.fraction.slice(digits))) return null;
  return BigInt(reading.whole + reading.fraction.slice(0, digits).padEnd(digits, "0"));
}

/** The one reading under a decimal mark, or null where the text cannot be a number under it. */
export function readingFor(readings: readonly NumberReading[], mark: DecimalMark): NumberReading | null {
  return readings.find((reading) => reading.mark === mark || reading.mark === null) ?? null;
}

/** The digits of an amount without noughts before them: the same however its marks are printed. */
export function significantDigits(text: string): string {
  return text.replace(/\D/g, "").replace(/^0+/, "");
}
