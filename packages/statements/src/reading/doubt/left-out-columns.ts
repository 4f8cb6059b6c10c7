import type { ColumnRole } from "../../vocabulary/vocabulary.ts";
import type { Attempt } from "../interpret/attempts.ts";
import { magnitudeOf } from "../interpret/interpret.ts";

const told: ReadonlySet<ColumnRole | null> = new Set(["debit", "credit", "balance"]);

/**
 * Whether a column that most rows fill is left out, and may hold amounts. Figures that no amount of the paper looks like
 * ("558.34" where pesos are "2.325") end lines of text, unless their heading names a side or a balance: "valor" above them
 * may be the day of value.
 */
export function leavesColumnOut({ choice, model, style }: Attempt): boolean {
  if (!choice.partial) return false;
  return choice.roles.some(
    (role, column) =>
      role === "ignored" &&
      (told.has(model.headed[column]!) ||
        model.cells.some((row) => row[column] && magnitudeOf(row[column], style) !== null)),
  );
}
