import { type NumberStyle, printNumber } from "./number-style.ts";

/** How a signed figure shows its side. */
export const signStyles = [
  "minus before",
  "minus after",
  "long minus",
  "parentheses",
  "plus and minus",
  "CR and DR",
  "CR only",
  "minus before the sign",
] as const;
export type SignStyle = (typeof signStyles)[number];

export const currencyMarks = ["none", "sign before", "sign after", "code before", "code after"] as const;
export type CurrencyMark = (typeof currencyMarks)[number];

export type AmountStyle = {
  number: NumberStyle;
  sign: SignStyle;
  mark: CurrencyMark;
  digits: number;
  currency: string;
  /** The two marks of "CR and DR", credit first. */
  sides: readonly [credit: string, debit: string];
};

const signs: Record<string, string> = {
  USD: "$",
  CAD: "$",
  AUD: "$",
  MXN: "$",
  NZD: "$",
  SGD: "S$",
  HKD: "HK$",
  EUR: "€",
  GBP: "£",
  JPY: "¥",
  CNY: "¥",
  BRL: "R$",
  PLN: "zł",
  SEK: "kr",
  NOK: "kr",
  DKK: "kr.",
  CZK: "Kč",
  HUF: "Ft",
  RON: "lei",
  INR: "Rs.",
  ZAR: "R",
  IDR: "Rp",
  MYR: "RM",
  CHF: "Fr.",
  THB: "฿",
  KRW: "₩",
  TRY: "₺",
  RUB: "₽",
  UAH: "₴",
  ILS: "₪",
  GEL: "₾",
  VND: "₫",
};

/** Signs that Windows-1252 has; the others need a font that does. */
export function hasPlainSign(currency: string): boolean {
  const sign = signs[currency];
  return sign !== undefined && /^[\x20-\x7e£¥€]+$/.test(sign);
}

export function hasSign(currency: string): boolean {
  return signs[currency] !== undefined;
}

/** A figure that has no side of its own: a debit column's, or a total's. */
export function printMagnitude(minor: bigint, style: AmountStyle): string {
  return withMark(printNumber(minor, style.digits, style.number), style);
}

/** A figure whose side is printed; below zero is money out, or an overdrawn balance. */
export function printSigned(minor: bigint, style: AmountStyle): string {
  const number = printNumber(minor, style.digits, style.number);
  const plain = withMark(number, style);
  const [credit, debit] = style.sides;
  if (style.sign === "CR and DR") return `${plain} ${minor < 0n ? debit : credit}`;
  if (style.sign === "CR only") return minor > 0n ? `${plain} ${credit}` : plain;
  if (minor >= 0n) return style.sign === "plus and minus" && minor > 0n ? `+${plain}` : plain;
  switch (style.sign) {
    case "minus after":
      return style.mark === "sign after" || style.mark === "code after"
        ? withMark(`${number}-`, style)
        : `${plain}-`;
    case "long minus":
      return `−${plain}`;
    case "parentheses":
      return `(${plain})`;
    case "minus before the sign":
      return withMark(`-${number}`, style);
    default:
      return `-${plain}`;
  }
}

function withMark(number: string, { mark, currency }: AmountStyle): string {
  const sign = signs[currency] ?? currency;
  switch (mark) {
    case "sign before":
      return /[A-Za-z.]$/.test(sign) ? `${sign} ${number}` : `${sign}${number}`;
    case "sign after":
      return `${number} ${sign}`;
    case "code before":
      return `${currency} ${number}`;
    case "code after":
      return `${number} ${currency}`;
    default:
      return number;
  }
}
