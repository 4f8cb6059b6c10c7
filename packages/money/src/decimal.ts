import { MoneyError } from "./money-error.ts";

const plainDecimal = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;
const least = -(2n ** 63n);
const most = 2n ** 63n - 1n;
/** 19 digits of a 64-bit integer, with room for sign, point and trailing zeros: bounds the work, not the sense. */
const longestText = 64;

/**
 * Minor units as a plain decimal: (123450n, 2) is "1234.50", (-5n, 2) "-0.05", (7n, 0) "7".
 * No grouping, no exponent, never "-0".
 */
export function formatMinor(minor: bigint, digits: number): string {
  const sign = minor < 0n ? "-" : "";
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, "0");
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * A plain decimal as minor units: ("1234.5", 2) is 123450n. Fewer decimals than `digits` are filled up;
 * more are refused unless they are zeros. No plus sign, grouping, exponent, spaces or leading zeros.
 * @throws MoneyError `not_a_decimal`, `too_many_decimals` or `too_large` (outside signed 64 bits)
 */
export function parseDecimal(text: string, digits: number): bigint {
  if (text.length > longestText) {
    throw new MoneyError("too_large", `amount must have at most ${longestText} characters`);
  }
  const [, sign, whole, decimals = ""] = plainDecimal.exec(text) ?? [];
  if (whole === undefined) {
    throw new MoneyError("not_a_decimal", 'amount must be a plain decimal such as "1234.50"');
  }
  if (/[1-9]/.test(decimals.slice(digits))) {
    throw new MoneyError("too_many_decimals", `amount must have at most ${digits} decimals`);
  }
  const magnitude = BigInt(whole + decimals.slice(0, digits).padEnd(digits, "0"));
  const minor = sign === "-" ? -magnitude : magnitude;
  if (minor < least || minor > most) {
    throw new MoneyError("too_large", "amount must fit in 64 bits of minor units");
  }
  return minor;
}
