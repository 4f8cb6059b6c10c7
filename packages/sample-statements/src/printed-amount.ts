import { minorDigits } from "@finflow/money/currency";
import { formatMinor } from "@finflow/money/decimal";

/** How digits are grouped and the decimals set off; named by how twelve lakh thirty-four thousand looks. */
export type NumberStyle = "1,234,567.89" | "12,34,567.89" | "1.234.567,89" | "1'234'567.89" | "1234567.89";

const symbols: Readonly<Record<string, string>> = {
  GBP: "£",
  EUR: "€",
  USD: "$",
  JPY: "¥",
  INR: "Rs. ",
  BRL: "R$ ",
  SGD: "S$",
  CHF: "Fr. ",
};

/** The sign people write before an amount, or undefined where this package knows none. */
export function currencySymbol(currency: string): string | undefined {
  return symbols[currency];
}

/** The amount as printed, with a minus if negative, without currency. */
export function printAmount(minor: bigint, currency: string, style: NumberStyle): string {
  const plain = formatMinor(minor < 0n ? -minor : minor, minorDigits(currency));
  const [whole, decimals] = plain.split(".") as [string, string | undefined];
  const sign = minor < 0n ? "-" : "";
  const tail = decimals === undefined ? "" : (style === "1.234.567,89" ? "," : ".") + decimals;
  return sign + group(whole, style) + tail;
}

function group(whole: string, style: NumberStyle): string {
  switch (style) {
    case "1,234,567.89":
      return whole.replace(/\B(?=(\d{3})+$)/g, ",");
    case "12,34,567.89":
      return whole.replace(/\B(?=(\d{2})*\d{3}$)/g, ",");
    case "1.234.567,89":
      return whole.replace(/\B(?=(\d{3})+$)/g, ".");
    case "1'234'567.89":
      return whole.replace(/\B(?=(\d{3})+$)/g, "'");
    case "1234567.89":
      return whole;
  }
}
