import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { HeaderCell } from "../../table/headings/header.ts";
import type { LabelledFigure } from "../../table/labels/labelled-figures.ts";
import { sideSummed, sumsSection } from "../../table/labels/labels.ts";
import { overlaps } from "../../table/line/span.ts";
import type { Anchors } from "../ledger/anchors.ts";
import type { Claim } from "../ledger/ledger.ts";
import type { Attempt } from "./attempts.ts";
import { magnitudeOf } from "./interpret.ts";
import { isAmountRole, type MoneyRole } from "./roles.ts";

const mostCountDigits = 5;

/** The totals and counts that are printed with a label, as claims on the rows. */
export function claimsOf(anchors: Anchors, headings: readonly HeaderCell[], attempt: Attempt): Claim[] {
  const others = new Set(sumsOfOthers(attempt));
  const claims: Claim[] = [];
  const sides = sidesInOrder(headings);
  const take = (label: LabelledFigure, after: number) =>
    claims.push(
      ...(sumsOfSides(label, after, sides, attempt) ?? claimsOfLabel(label, after, headings, attempt)),
    );
  for (const label of anchors.before) take(label, 0);
  for (const { after, label } of anchors.between) take(label, after);
  for (const label of anchors.after) take(label, anchors.drafts);
  return claims.filter(
    (claim, index) =>
      !(claim.kind === "subtotal" && others.has(claim.value)) &&
      claims.findIndex(
        ({ kind, side, value, after }) =>
          kind === claim.kind && side === claim.side && value === claim.value && after === claim.after,
      ) === index,
  );
}

/** The sides of the columns of amounts, from left to right, where there is one of each. */
function sidesInOrder(headings: readonly HeaderCell[]): ("debit" | "credit")[] {
  const sides = headings
    .toSorted((a, b) => a.x0 - b.x0)
    .flatMap(({ role }) => (role === "debit" || role === "credit" ? [role] : []));
  return sides.length === 2 && sides[0] !== sides[1] ? sides : [];
}

/**
 * "Total 5,210.00 278.08" below rows that stand in no columns: two sums in the order of the headings. Null for all else;
 * the order alone is not enough to contradict the rows.
 */
function sumsOfSides(
  { kind, all, line }: LabelledFigure,
  after: number,
  sides: readonly ("debit" | "credit")[],
  { style, model }: Attempt,
): Claim[] | null {
  if (kind !== "total" || after === 0 || all.length !== sides.length) return null;
  // A few rows on a ragged page make columns where not all of their sums stand: then no place tells their sides.
  if (model.spans.length > 0 && all.every((each) => model.columnOf(each) !== null)) return null;
  const values = all.map((each) => magnitudeOf(each, style));
  if (values.length === 0 || values.includes(null)) return null;
  return all.map((each, at) => ({
    ...claim(sides[at] === "debit" ? "total_debits" : "total_credits", values[at]!, line, each, after),
    firm: false,
  }));
}

function* claimsOfLabel(
  { kind, figure, all, line, meant }: LabelledFigure,
  after: number,
  headings: readonly HeaderCell[],
  { style, model, choice }: Attempt,
): Generator<Claim> {
  const roleOf = (each: Figure) => {
    // A line of totals above the rows stands in a table of its own.
    if (after === 0) return null;
    const column = model.columnOf(each);
    const role = column === null ? null : choice.roles[column]!;
    if (column !== null && role === "ignored") return sideOfZeros(column, model, style) ?? role;
    if (role !== null) return role;
    return model.spans.length > 0 ? headedSide(each, headings, choice.roles) : null;
  };
  if (kind === "total_debits" || kind === "total_credits" || kind === "total_due") {
    const amount = magnitudeOf(figure, style);
    if (amount === null) return;
    const negative = kind === "total_due" && (figure.side === "credit" || figure.sign === -1);
    yield claim(kind, negative ? -amount : amount, line, figure, after);
  } else if (kind === "closing" && all.length > 1 && choice.roles.includes("balance")) {
    // Beside the balance the sums of the columns, which it closes too.
    for (const each of all) {
      const [role, amount] = [roleOf(each), magnitudeOf(each, style)];
      if (amount === null) continue;
      if (role === "debit" || role === "credit")
        yield claim(role === "debit" ? "total_debits" : "total_credits", amount, line, each, after);
      // Where no row has an amount in the other column this one may be taken for that of both sides.
      else if (role === "amount" && all.length > 2 && amount !== 0n)
        yield claim("subtotal", amount, line, each, after);
    }
  } else if (kind === "total" || kind === "carried") {
    const sums = all.length > 0 ? all : [figure];
    // Above the rows a line with more figures than they have columns sums up another table.
    if (after === 0 && sums.length > choice.roles.filter((role) => role !== "ignored").length) return;
    if (style.digits > 0 && after > 0 && areCounts(sums)) {
      for (const each of sums) {
        const role = roleOf(each);
        if (role !== "debit" && role !== "credit") continue;
        const value = BigInt(each.readings[0]!.whole);
        yield { ...claim("count", value, line, each, after), side: role, firm: false };
      }
      return;
    }
    const told = asBothSides(sums, sums.map(roleOf), headings);
    for (const [at, each] of sums.entries()) {
      const role = told[at]!;
      const amount = magnitudeOf(each, style);
      if (amount === null || role === "balance" || role === "ignored") continue;
      if (role === "debit" || role === "credit")
        yield {
          ...claim(role === "debit" ? "total_debits" : "total_credits", amount, line, each, after),
          carried: kind === "carried",
        };
      else if (kind === "total")
        yield {
          ...claim("subtotal", figure.sign === -1 ? -amount : amount, line, each, after),
          // "Total" may head a column of figures, of which the first stands right below it.
          firm:
            (role === "amount" && after > 0 && line.labels.some(({ value }) => value === kind)) ||
            (sums.length === 1 && sumsSection(line)),
          meant: sums.length === 1 ? (meant ?? sideSummed(line)) : null,
          // Of two figures below columns of both sides neither is anything but a sum.
          ofSides: after > 0 && all.length === 2 && sidesInOrder(headings).length === 2,
        };
    }
  }
}

/** Of two sums in one line the one cannot be of the other's side, though it may reach under that one's column. */
function asBothSides(
  [left, right]: readonly Figure[],
  roles: readonly (MoneyRole | null)[],
  headings: readonly HeaderCell[],
): readonly (MoneyRole | null)[] {
  const [role, other, ...more] = roles;
  const sides = sidesInOrder(headings);
  const isShared = role === other && role != null && isAmountRole(role);
  if (!left || !right || more.length > 0 || !isShared || sides.length === 0) return roles;
  return left.x0 < right.x0 ? sides : sides.toReversed();
}

/** A column in which the rows print nothing but noughts is told by its heading. */
function sideOfZeros(
  column: number,
  { headed, cells }: Attempt["model"],
  style: Attempt["style"],
): "debit" | "credit" | null {
  const side = headed[column];
  const isZero = (row: Attempt["model"]["cells"][number]) =>
    !row[column] || magnitudeOf(row[column], style) === 0n;
  return (side === "debit" || side === "credit") && cells.every(isZero) ? side : null;
}

/** A column that no row fills is told by its heading. */
function headedSide(
  figure: Figure,
  headings: readonly HeaderCell[],
  roles: readonly MoneyRole[],
): "debit" | "credit" | null {
  const width = ({ x0, x1 }: HeaderCell) => Math.min(x1, figure.x1) - Math.max(x0, figure.x0);
  // A sum in bold may reach under the heading before its own.
  const [cell] = headings.filter((each) => overlaps(each, figure)).toSorted((a, b) => width(b) - width(a));
  const role = cell?.role;
  return (role === "debit" || role === "credit") && !roles.includes(role) ? role : null;
}

/**
 * The sums of columns that are no amounts of the rows, though most rows print one beside theirs ("Cash back"): what a total
 * may be as well.
 */
function sumsOfOthers({ model, choice, style }: Attempt): bigint[] {
  const amounts = choice.roles.flatMap((role, column) => (isAmountRole(role) ? [column] : []));
  const others = choice.roles.flatMap((role, column) => (role === "ignored" ? [column] : []));
  return others.flatMap((column) => {
    const rows = model.cells.filter((row) => row[column] && amounts.some((amount) => row[amount]));
    if (rows.length * 2 <= model.cells.length) return [];
    const sum = rows.reduce((all, row) => {
      const figure = row[column]!;
      return all + (magnitudeOf(figure, style) ?? 0n) * (figure.sign === -1 ? -1n : 1n);
    }, 0n);
    return sum === 0n ? [] : [sum];
  });
}

/** Whether each column that is no amount of the rows has its own sum printed below them, so that it is a table's of its own. */
export function sumsOthers({ after, between }: Anchors, attempt: Attempt): boolean {
  const sums = sumsOfOthers(attempt);
  const totals = [...between.map(({ label }) => label), ...after].filter(({ kind }) => kind === "total");
  const printed = new Set(totals.map(({ figure }) => magnitudeOf(figure, attempt.style)));
  const { roles } = attempt.choice;
  const left = roles.flatMap((role, column) => (role === "ignored" ? [attempt.model.headed[column]] : []));
  // A column of one side is no other table's, whatever it sums up to.
  if (left.some((said) => said === "debit" || said === "credit" || said === "balance")) return false;
  return sums.length > 0 && sums.length === left.length && sums.every((sum) => printed.has(sum));
}

/** "Total items  22  4": bare numbers below the columns of both sides, where amounts have decimals. */
function areCounts(figures: readonly Figure[]): boolean {
  const isNumber = ({ weak, readings: [first] }: Figure) =>
    weak && first?.fraction === "" && first.whole.length <= mostCountDigits;
  return figures.length === 2 && figures.every(isNumber);
}

function claim(kind: Claim["kind"], value: bigint, line: MarkedLine, figure: Figure, after: number): Claim {
  return { kind, side: null, value, at: { line, figure }, after, firm: true };
}
