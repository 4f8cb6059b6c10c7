import { findPhrases } from "../../text/phrases.ts";
import { paymentPhrases } from "../../vocabulary/loans.ts";
import type { HeaderCell } from "./header.ts";

/** "Charges | Payments | Balance": beside a column of what is charged, and no other for money in, payments are those towards the balance. */
export function withPaymentsIn(cells: HeaderCell[]): HeaderCell[] {
  const out = cells.filter(({ role }) => role === "debit");
  const paid = out.filter(({ text }) => {
    const words = text.split(" ");
    return findPhrases(words, paymentPhrases)[0]?.to === words.length;
  });
  const hasOther = cells.some(({ role }) => role === "credit" || role === "amount");
  if (hasOther || out.length !== 2 || paid.length !== 1 || !cells.some(({ role }) => role === "balance"))
    return cells;
  return cells.map((cell) => (cell === paid[0] ? { ...cell, role: "credit" } : cell));
}
