import type { Figure } from "../layout/figures.ts";
import type { LabelledFigure } from "../table/labels.ts";
import type { Anchors } from "./anchors.ts";
import type { AccountInput, Attempt } from "./attempts.ts";
import { balanceOf, type Interpretation, magnitudeOf } from "./interpret.ts";
import type { Claim, Ledger, LedgerItem } from "./ledger.ts";

/** The rows of an interpretation with everything printed that they must agree with, in the order of time. */
export function toLedger(input: AccountInput, attempt: Attempt, interpretation: Interpretation): Ledger {
  const { style, direction, newestFirst, softEnds } = attempt;
  const value = (label: LabelledFigure) => {
    const amount = balanceOf(balanceFigure(label, attempt), style, direction);
    return amount === null ? [] : [{ value: amount, page: label.line.page }];
  };
  const ends = input.ends.filter(({ soft }) => softEnds || !soft);
  const opening = distinct(ends.filter(({ end }) => end === "opening").flatMap(({ label }) => value(label)));
  const closing = distinct(ends.filter(({ end }) => end === "closing").flatMap(({ label }) => value(label)));
  const items = withPoints(input, attempt, interpretation.items, value, [...opening, ...closing]);
  const claims = [...interpretation.claims, ...claimsOf(input.anchors, attempt)];
  if (
    direction === -1 &&
    opening.length + items.filter(({ type }) => type === "point").length > 0 &&
    closing.length === 0
  ) {
    const due = claims.find(({ kind }) => kind === "total_due");
    if (due) closing.push(due);
  }
  return { items: newestFirst ? items.toReversed() : items, opening, closing, claims, direction };
}

/** In a line with a figure for each column the balance is the one in the balance's column. */
function balanceFigure(label: LabelledFigure, { model, choice }: Attempt): Figure {
  const column = choice.roles.indexOf("balance");
  return label.all.find((figure) => column >= 0 && model.columnOf(figure) === column) ?? label.figure;
}

type Amount = { value: bigint; page: number };

function distinct(amounts: Amount[]): Amount[] {
  return amounts.filter(({ value }, index) => amounts.findIndex((other) => other.value === value) === index);
}

/** Puts the balances that are printed between rows in their place; a repeated opening or closing one is no news. */
function withPoints(
  input: AccountInput,
  { drafts }: Attempt,
  items: readonly LedgerItem[],
  value: (label: LabelledFigure) => Amount[],
  known: readonly Amount[],
): LedgerItem[] {
  const points = input.anchors.between
    .filter(({ label }) => ["opening", "closing", "carried"].includes(label.kind))
    .map(({ after, label }) => ({ after, amount: value(label)[0] }))
    .filter(({ amount }) => amount && !known.some((end) => end.value === amount.value));
  const result: LedgerItem[] = [];
  let next = 0;
  for (const item of items) {
    const place = item.type === "row" ? drafts[item.draft]! : -1;
    while (next < points.length && points[next]!.after <= place)
      result.push({ type: "point", ...points[next++]!.amount! });
    result.push(item);
  }
  return result;
}

function claimsOf(anchors: Anchors, { style, model, choice }: Attempt): Claim[] {
  const claims: Claim[] = [];
  const labels = [...anchors.before, ...anchors.between.map(({ label }) => label), ...anchors.after];
  for (const { kind, figure, all, line } of labels) {
    const { page } = line;
    if (kind === "total_debits" || kind === "total_credits" || kind === "total_due") {
      const amount = magnitudeOf(figure, style);
      if (amount !== null)
        claims.push({
          kind,
          value: kind === "total_due" && (figure.side === "credit" || figure.sign === -1) ? -amount : amount,
          page,
        });
    } else if (kind === "total" && all.length > 1) {
      for (const each of all) {
        const column = model.columnOf(each);
        const role = column === null ? null : choice.roles[column];
        const amount = magnitudeOf(each, style);
        if (amount === null || (role !== "debit" && role !== "credit")) continue;
        claims.push({ kind: role === "debit" ? "total_debits" : "total_credits", value: amount, page });
      }
    } else if (kind === "total" && all.length === 1) {
      const amount = magnitudeOf(figure, style);
      if (amount !== null) claims.push({ kind: "total", value: amount, page });
    }
  }
  return claims.filter(
    (claim, index) =>
      claims.findIndex((other) => other.kind === claim.kind && other.value === claim.value) === index,
  );
}
