import type { ColumnModel } from "../../table/columns/column-model.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import { saysTotal } from "../../table/draft/total-rows.ts";
import { overlaps } from "../../table/line/span.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import { magnitudeOf } from "../interpret/interpret.ts";
import { isAmountRole, type MoneyRole } from "../interpret/roles.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Sign } from "../proof/proof.ts";
import { sidesOf } from "../proof/sides.ts";
import { leavesTableOut } from "./left-out-tables.ts";

/** Whether a line has an amount in a column of amounts. */
export function hasAmount(
  { figures }: Draft,
  { columnOf }: ColumnModel,
  roles: readonly MoneyRole[],
): boolean {
  return figures.some(({ figure }) => {
    const column = columnOf(figure);
    return column !== null && isAmountRole(roles[column]!);
  });
}

/** Whether a row has an amount under a heading of one, in a column that no other row fills. */
function isHeadedAlone({ figures, header }: Draft, { columnOf, spans }: ColumnModel): boolean {
  return figures.some(
    ({ figure }) =>
      spans.length > 0 &&
      columnOf(figure) === null &&
      header?.cells.some((cell) => isAmountRole(cell.role) && overlaps(cell, figure)),
  );
}

/** Whether each amount of a line stands where some row has one. */
function standsAsRow({ figures }: Draft, rows: readonly Draft[]): boolean {
  const amounts = figures.filter(({ figure }) => !figure.weak);
  return (
    amounts.length > 0 &&
    amounts.every(({ figure }) =>
      rows.some((row) => row.figures.some((each) => overlaps(each.figure, figure))),
    )
  );
}

/** Lines that are left out though they have amounts under the columns of the rows' own table may be the rows. */
export function leavesRowsOut(
  { drafts: all }: AccountInput,
  { drafts, model, choice, style }: Attempt,
  ledger: Ledger,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  if (drafts.length === all.length) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const isSum = (value: bigint | null) =>
    value !== null && value !== 0n && (value === debits || value === credits);
  const rows = new Set(drafts);
  const tables = new Set(drafts.map((index) => all[index]!.signature));
  if (leavesAccountOut(all, tables) || leavesTableOut(all, rows)) return true;
  // Rows in no columns have only each other's places.
  const kept = model.spans.length > 0 ? [] : drafts.map((index) => all[index]!);
  return all.some(
    (draft, index) =>
      !rows.has(index) &&
      draft.label === null &&
      tables.has(draft.signature) &&
      (hasAmount(draft, model, choice.roles) || isHeadedAlone(draft, model) || standsAsRow(draft, kept)) &&
      !(saysTotal(draft) && draft.figures.every(({ figure }) => isSum(magnitudeOf(figure, style)))),
  );
}

/**
 * Whether a table whose rows begin with a balance of their own, or end with one, is left out: it is an account's, and no list
 * beside the rows.
 */
function leavesAccountOut(all: readonly Draft[], tables: ReadonlySet<string>): boolean {
  const left = all.filter(({ signature }) => !tables.has(signature));
  const opened = left.findIndex(({ label }) => label === "opening");
  const closed = left.findLastIndex(({ label }) => label === "closing");
  const isRow = ({ label, dated }: Draft) => label === null && dated;
  return (
    (opened >= 0 && left.slice(opened).some(({ label, figures }) => label === null && figures.length > 1)) ||
    (closed >= 0 && left.slice(0, closed).some(isRow))
  );
}
