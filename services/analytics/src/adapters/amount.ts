import { minorDigits } from "@finflow/money/currency";
import { formatMinor } from "@finflow/money/decimal";

/** Minor units as the store keeps them: a decimal of major units. */
export function toMajor(minor: bigint, currency: string): string {
  return formatMinor(minor, minorDigits(currency));
}

/**
 * What the store gave back as minor units. It fills up to four decimals with zeros; sums of many rows may be
 * larger than any amount a statement can print, so nothing bounds them here.
 * @throws Error for decimals that the currency does not have: nothing of ours writes them
 */
export function toMinor(major: string, currency: string): bigint {
  const digits = minorDigits(currency);
  const [, sign = "", whole = "", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(major) ?? [];
  if (whole === "" || /[1-9]/.test(decimals.slice(digits))) {
    throw new Error(`the store gave an amount that ${currency} cannot have`);
  }
  return BigInt(sign + whole + decimals.slice(0, digits).padEnd(digits, "0"));
}
