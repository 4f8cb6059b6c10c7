import type { Figure } from "../layout/figures.ts";
import type { LabelledFigure } from "../table/labels.ts";
import type { AccountInput, Attempt } from "./attempts.ts";
import { claimsOf } from "./claims.ts";
import { balanceOf, type Interpretation } from "./interpret.ts";
import type { Ledger, LedgerItem, PrintedBalance } from "./ledger.ts";

/** The rows of an interpretation with everything printed that they must agree with, in the order of time. */
export function toLedger(input: AccountInput, attempt: Attempt, interpretation: Interpretation): Ledger {
  const { style, direction, newestFirst, softEnds, drafts } = attempt;
  const value = (label: LabelledFigure): PrintedBalance[] => {
    const figure = balanceFigure(label, attempt);
    const amount = balanceOf(figure, style, direction);
    return amount === null ? [] : [{ value: amount, at: { line: label.line, figure } }];
  };
  const ends = input.ends.filter(({ soft }) => softEnds || !soft);
  const opening = distinct(ends.filter(({ end }) => end === "opening").flatMap(({ label }) => value(label)));
  const closing = distinct(ends.filter(({ end }) => end === "closing").flatMap(({ label }) => value(label)));
  const printed = interpretation.items.map((item) =>
    item.type === "row" ? { ...item, draft: drafts[item.draft]! } : item,
  );
  const items = withPoints(input, printed, value, [...opening, ...closing]);
  const claims = [
    ...interpretation.claims.map((claim) => ({ ...claim, after: drafts[claim.after]! })),
    ...claimsOf(input.anchors, attempt),
  ];
  if (
    direction === -1 &&
    opening.length + items.filter(({ type }) => type === "point").length > 0 &&
    closing.length === 0
  ) {
    const due = claims.find(({ kind }) => kind === "total_due");
    if (due) closing.push({ value: due.value, at: due.at });
  }
  return {
    items: newestFirst ? items.toReversed() : items,
    opening,
    closing,
    claims,
    breaks: input.breaks,
    direction,
  };
}

/** In a line with a figure for each column the balance is the one in the balance's column. */
function balanceFigure(label: LabelledFigure, { model, choice }: Attempt): Figure {
  const column = choice.roles.indexOf("balance");
  return label.all.find((figure) => column >= 0 && model.columnOf(figure) === column) ?? label.figure;
}

function distinct(amounts: PrintedBalance[]): PrintedBalance[] {
  return amounts.filter(({ value }, index) => amounts.findIndex((other) => other.value === value) === index);
}

/** Puts the balances that are printed between rows in their place; a repeated opening or closing one is no news. */
function withPoints(
  input: AccountInput,
  items: readonly LedgerItem[],
  value: (label: LabelledFigure) => PrintedBalance[],
  known: readonly PrintedBalance[],
): LedgerItem[] {
  const points = input.anchors.between
    .filter(({ label }) => ["opening", "closing", "carried"].includes(label.kind))
    .map(({ after, label }) => ({ after, balance: value(label)[0], subtotal: label.kind === "carried" }))
    .filter(({ balance }) => balance && !known.some((end) => end.value === balance.value));
  const result: LedgerItem[] = [];
  let next = 0;
  for (const item of items) {
    const place = item.type === "row" ? item.draft : -1;
    while (next < points.length && points[next]!.after <= place) {
      const { balance, subtotal } = points[next++]!;
      result.push({ type: "point", ...balance!, subtotal, named: true });
    }
    result.push(item);
  }
  return result;
}
