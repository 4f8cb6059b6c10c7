import type { Draft } from "../../table/draft/drafts.ts";
import type { LedgerItem } from "../ledger/ledger.ts";
import type { Attempt } from "./attempts.ts";
import { balanceOf, type Interpretation, magnitudeOf } from "./interpret.ts";

type Row = Extract<LedgerItem, { type: "row" }>;

/** Rows with what is charged for them, where the attempt says so, and with the balances that stand before them in columns of their own. */
export function withExtraFigures(
  interpretation: Interpretation,
  drafts: readonly Draft[],
  attempt: Attempt,
): Interpretation {
  const { model, charged, choice } = attempt;
  const hasBefore = model.before !== undefined && choice.roles[model.before] === "ignored";
  if (!charged && !hasBefore) return interpretation;
  const items = interpretation.items.flatMap((item): LedgerItem[] => {
    if (item.type !== "row") return [item];
    const row = charged ? withCharges(item, attempt) : item;
    const point = hasBefore ? balanceBefore(item, drafts[item.draft]!, attempt) : null;
    if (!point) return [row];
    return attempt.newestFirst ? [row, point] : [point, row];
  });
  return { ...interpretation, items };
}

/** What is charged is taken with what goes out, and kept back from what comes in. */
function withCharges(row: Row, { model, style }: Attempt): Row {
  let { magnitude } = row;
  for (const column of model.charges ?? []) {
    const figure = model.cells[row.draft]![column];
    const charge = figure ? (magnitudeOf(figure, style) ?? 0n) : 0n;
    magnitude += row.sign === 1 ? -charge : charge;
  }
  return magnitude < 0n ? row : { ...row, magnitude };
}

function balanceBefore(row: Row, draft: Draft, { model, style, direction }: Attempt): LedgerItem | null {
  const figure = model.cells[row.draft]![model.before!];
  const value = figure ? balanceOf(figure, style, direction) : null;
  if (!figure || value === null) return null;
  const line = draft.figures.find((each) => each.figure === figure)?.line ?? draft.lines[0]!;
  return {
    type: "point",
    value,
    at: { line, figure },
    subtotal: false,
    inColumn: true,
    named: true,
    closes: false,
  };
}
