import { isCurrency } from "@finflow/money/currency";
import type { MarkedLine } from "../../layout/marked-line.ts";
import { compilePhrases, findPhrases } from "../../text/phrases.ts";
import { currencyLabels } from "../../vocabulary/countries.ts";
import { overlaps } from "../line/span.ts";
import type { HeaderCell } from "./header.ts";

const labels = compilePhrases(currencyLabels.map((label) => [label, true] as const));

/**
 * "Currency | Amount | CHF": a code alone, last of the headings, heads what was charged; the amount beside the word for a
 * currency is what was paid abroad.
 */
export function withOwnMoney(cells: HeaderCell[], line: MarkedLine): HeaderCell[] {
  const last = line.words.at(-1)!;
  const code = last.text.replace(/[()]/g, "");
  if (!/^[A-Z]{3}$/.test(code) || !isCurrency(code) || cells.some((cell) => overlaps(cell, last)))
    return cells;
  const amounts = cells.filter(({ role }) => role === "amount");
  const [foreign] = amounts;
  if (!foreign || amounts.length > 1 || cells.some(({ role }) => role === "debit" || role === "credit"))
    return cells;
  const texts = line.words.map(({ text }) => text);
  const isBeside = findPhrases(texts, labels).some(
    ({ to }) => line.words[to] !== undefined && overlaps(foreign, line.words[to]),
  );
  if (!isBeside) return cells;
  const own: HeaderCell = { role: "amount", x0: last.x0, x1: last.x1, text: last.text };
  return [...cells.map((cell) => (cell === foreign ? { ...cell, role: "other" as const } : cell)), own];
}
