import type { Figure } from "../../layout/figures.ts";
import type { ColumnModel } from "../../table/columns/column-model.ts";
import { isNonZero } from "./draft-figures.ts";
import type { MoneyRole } from "./roles.ts";

/** Where some amounts have a minus and none a plus, those without are the other side; and the other way round. So with CR and DR. */
export function marksOf({ cells }: ColumnModel, roles: readonly MoneyRole[]): 1 | -1 | 0 {
  const column = roles.indexOf("amount");
  const signs = new Set(
    cells.map((row) => row[column] ?? null).map((figure) => (isNonZero(figure) ? markOf(figure) : 0)),
  );
  if (signs.has(1) === signs.has(-1)) return 0;
  return signs.has(1) ? -1 : 1;
}

function markOf({ side, sign }: Figure): 1 | -1 | 0 {
  if (side === null) return sign;
  return side === "credit" ? 1 : -1;
}
