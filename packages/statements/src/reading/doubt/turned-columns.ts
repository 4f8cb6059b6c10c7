import { moneyRoles } from "../../table/headings/header.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import type { Interpretation } from "../interpret/interpret.ts";

/**
 * Whether a row's amount stands on the other side of its balance than the headings say: on ragged pages the two may have
 * been taken for one another, and add up so too.
 */
export function turnsColumns(
  { drafts: all }: AccountInput,
  { drafts }: Attempt,
  { values }: Interpretation,
): boolean {
  return [...values].some(([draft, { amount, balance }]) => {
    const cells = all[drafts[draft]!]!.header?.cells ?? [];
    const last = cells.filter(({ role }) => role === "balance");
    const amounts = cells.filter(({ role }) => role !== "balance" && moneyRoles.has(role));
    if (!balance || last.length !== 1 || amounts.length === 0) return false;
    const isBefore = amounts.every(({ x0 }) => x0 < last[0]!.x0);
    const isAfter = amounts.every(({ x0 }) => x0 > last[0]!.x0);
    return (isBefore && amount.x0 > balance.x0) || (isAfter && amount.x0 < balance.x0);
  });
}
