import { isNameless } from "../../layout/affix.ts";
import type { Figure } from "../../layout/figures.ts";
import { currencySigns, dollars, sharedSigns } from "../../vocabulary/currencies.ts";
import type { Interpretation } from "../interpret/interpret.ts";

/**
 * Whether the amounts of rows, or their balances, each with its currency beside it, are of several currencies: their sum means
 * nothing.
 */
export function mixesCurrencies({ values }: Interpretation): boolean {
  const rows = [...values.values()];
  return (
    areMixed(rows.map(({ amount }) => amount)) ||
    areMixed(rows.flatMap(({ balance }) => (balance ? [balance] : [])))
  );
}

/** A currency, whether its sign may as well mean another one, and whether it stands before its digits. */
type Mark = { currency: string; isOpen: boolean; leads: boolean };

function areMixed(figures: readonly Figure[]): boolean {
  const marks = new Map<string, Mark>();
  for (const { currency: named, text } of figures) {
    const sign = named === null ? text.split(/[^\p{L}.]+/u).find(isNameless) : undefined;
    const currency = named ?? sign;
    // An amount without a mark says nothing, and then a mark may be one of the text before it.
    if (currency === undefined) return false;
    const isOpen =
      sign !== undefined || currency === "$" || (!text.includes(currency) && hasSign(currency, true));
    const leads = /^\P{Nd}*[\p{L}\p{Sc}]/u.test(text);
    marks.set(`${currency} ${isOpen} ${leads}`, { currency, isOpen, leads });
  }
  const [first, ...others] = [...marks.values()];
  return others.some((other) => !mayBeSame(first!, other) && !mayBeSame(other, first!));
}

function mayBeSame(mark: Mark, { currency, leads }: Mark): boolean {
  // Between a code before an amount and a sign behind it the code is a word of the text: "Paid PLN 234.00 Rp".
  if (mark.currency === currency || mark.leads !== leads) return true;
  if (mark.currency === "$") return currency === "USD" || dollars.has(currency);
  // "¥" is China's too; "Rs", "Fr", "kr" and "R" are of countries whose currencies have no other sign.
  return mark.isOpen && !isNameless(currency) && (currency === "CNY" || !hasSign(currency, false));
}

function hasSign(currency: string, shared: boolean): boolean {
  return currencySigns.some(([sign, code]) => code === currency && sharedSigns.has(sign) === shared);
}
