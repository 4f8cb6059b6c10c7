import type { Draft } from "../draft/drafts.ts";
import { type Header, headsBothSides, moneyRoles } from "../headings/header.ts";
import { overlaps } from "../line/span.ts";

/** Fewer rows may be examples, or what is still to come. */
const fewestRows = 3;

/**
 * Whether lines of one table are headed as an account's rows are: with days, and with both sides, or with amounts and the
 * balances after them. Lists beside the rows (checks, instalments, rates) have but amounts or but balances.
 */
export function isAccountTable(lines: readonly Draft[]): boolean {
  const rows = lines.filter(
    (draft) => draft.label === null && draft.header && headsAccount(draft.header) && hasAmount(draft),
  );
  // A day is often printed for the first of its rows alone.
  return rows.length >= fewestRows && rows.some(({ dated }) => dated);
}

/** Whether a line has an amount: of one without a day only what stands under a heading of money is one. */
function hasAmount({ figures, dated, header }: Draft): boolean {
  const money = header?.cells.filter(({ role }) => moneyRoles.has(role)) ?? [];
  return figures.some(
    ({ figure }) => !figure.weak && (dated || money.some((cell) => overlaps(cell, figure))),
  );
}

function headsAccount(header: Header): boolean {
  const has = (role: string) => header.cells.some((cell) => cell.role === role);
  return (
    has("date") &&
    (headsBothSides(header) || (has("balance") && (has("amount") || has("debit") || has("credit"))))
  );
}
