import { minorDigits } from "@finflow/money/currency";
import { formatMinor, parseDecimal } from "@finflow/money/decimal";

/** Minor units as the store keeps them: a decimal of major units. */
export function toMajor(minor: bigint, currency: string): string {
  return formatMinor(minor, minorDigits(currency));
}

/** What the store gave back as minor units. It fills up to four decimals with zeros. */
export function toMinor(major: string, currency: string): bigint {
  return parseDecimal(major, minorDigits(currency));
}
