import type { Figure } from "../../layout/figures.ts";
import type { ColumnModel } from "../../table/columns/column-model.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import { isNonZero } from "./draft-figures.ts";
import type { MoneyRole } from "./roles.ts";

/** The figures of a row by the meaning of their columns. */
export type Cells = {
  debit: Figure | null;
  credit: Figure | null;
  amount: Figure | null;
  balance: Figure | null;
};

export type Picked = { figure: Figure; role: "debit" | "credit" | "amount" };

/** The cell that is the row's amount: one of its sides that is not zero, before the signed one. */
export function pickSide({ debit, credit, amount }: Cells): Picked | null {
  if (isNonZero(debit)) return { figure: debit, role: "debit" };
  if (isNonZero(credit)) return { figure: credit, role: "credit" };
  if (amount) return { figure: amount, role: "amount" };
  if (debit) return { figure: debit, role: "debit" };
  return credit ? { figure: credit, role: "credit" } : null;
}

export function cellsOf(row: readonly (Figure | null)[], roles: readonly MoneyRole[]): Cells {
  const at = (role: MoneyRole) => row[roles.indexOf(role)] ?? null;
  return { debit: at("debit"), credit: at("credit"), amount: at("amount"), balance: at("balance") };
}

/** Columns in which every amount has a minus: there it is a habit and takes nothing back. */
export function negated(
  drafts: readonly Draft[],
  model: ColumnModel,
  roles: readonly MoneyRole[],
): Set<string> {
  const found = new Set<string>();
  for (const role of ["debit", "credit"] as const) {
    const figures = drafts.map((_, index) => cellsOf(model.cells[index]!, roles)[role]).filter(isNonZero);
    if (figures.length > 0 && figures.every(({ sign }) => sign === -1)) found.add(role);
  }
  return found;
}
