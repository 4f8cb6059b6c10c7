import { minorDigits } from "@finflow/money/currency";
import type { Statement } from "../../statement.ts";
import type { PictureWords } from "./page-words.ts";

/**
 * Whether all figures of an account may have lost the mark of their cents, which is two pixels of small type: then
 * they add up as well, a hundred times too large. A paper that prints no cents parts its thousands, or has a currency
 * without any.
 */
export function hasLostMarks({ accounts }: Statement, pages: readonly PictureWords[]): boolean {
  const words = pages.flatMap((page) => page.words.map(({ text }) => text));
  return accounts.some(({ currency, transactions }) => {
    if (currency === null || minorDigits(currency) === 0 || transactions.length === 0) return false;
    const amounts = new Set(transactions.map(({ amount }) => amount));
    if ([...amounts].some((amount) => amount.includes("."))) return false;
    const printed = words.filter((text) => amounts.has(text.replaceAll(/\D/g, "")));
    return printed.length > 0 && printed.every((text) => !/\d\D\d/.test(text));
  });
}
