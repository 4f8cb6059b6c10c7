import type { Amount } from "./listed-account.ts";

/** Digits before the point, and after it where they are not zeros: what 64 bits of minor units hold of any currency. */
const mostDigits = { whole: 15, fraction: 4 };

/**
 * A signed number as formats for machines write it: "-12.50", "+7", ".5"; OFX allows a comma for the point, and
 * some banks group thousands against its rules. Null for anything else, and for more digits than amounts have.
 */
export function readAmount(text: string): Amount | null {
  const trimmed = text.trim();
  if (trimmed.length > 64) return null;
  const ungrouped = /^[+-]?\d{1,3}(?:,\d{3})+\.\d*$/.test(trimmed)
    ? trimmed.replaceAll(",", "")
    : /^[+-]?\d{1,3}(?:\.\d{3})+,\d*$/.test(trimmed)
      ? trimmed.replaceAll(".", "").replace(",", ".")
      : trimmed;
  const [, sign, whole = "", fraction = ""] = /^([+-]?)(\d*)(?:[.,](\d*))?$/.exec(ungrouped) ?? [];
  if (sign === undefined || whole + fraction === "") return null;
  const plain = whole.replace(/^0+(?=\d)/, "") || "0";
  if (plain.length > mostDigits.whole || /[1-9]/.test(fraction.slice(mostDigits.fraction))) return null;
  return { sign: sign === "-" ? -1 : 1, decimal: fraction === "" ? plain : `${plain}.${fraction}` };
}

/** Whether amounts sum up to another, exactly. */
export function sumsUpTo(parts: readonly Amount[], whole: Amount): boolean {
  const fraction = ({ decimal }: Amount) => decimal.split(".")[1] ?? "";
  const digits = [whole, ...parts].reduce((most, amount) => Math.max(most, fraction(amount).length), 0);
  const units = (amount: Amount) =>
    BigInt(amount.sign) * BigInt(amount.decimal.split(".")[0] + fraction(amount).padEnd(digits, "0"));
  return parts.reduce((sum, part) => sum + units(part), 0n) === units(whole);
}
