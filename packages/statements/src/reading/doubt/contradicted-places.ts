import type { Figure } from "../../layout/figures.ts";
import type { ColumnModel } from "../../table/columns/column-model.ts";
import { type Header, headsBothSides } from "../../table/headings/header.ts";
import { overlaps } from "../../table/line/span.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import type { Interpretation } from "../interpret/interpret.ts";
import type { Sign } from "../proof/proof.ts";
import { sideSign } from "./doubtful-sides.ts";

type Signs = ReadonlyMap<number, Sign>;

/** Of fewer rows the places of amounts may differ by chance. */
const fewestRows = 5;
/** One row of so many may stand in another column than its side's others by mistake; of more, places say nothing of sides. */
const rarest = 5;
/** In columns all but one of so many amounts stand under their headings. */
const fewestUnder = 5;
/** Points by which the ends of figures in one column differ at most. */
const alignment = 1;

/**
 * Whether a row was given the other side than that of the heading that its amount stands under. Where each row is bound by
 * balances these outweigh headings, unless most rows agree with theirs: then the headings mean what they say.
 */
export function contradictsHeadings(
  input: AccountInput,
  attempt: Attempt,
  interpretation: Interpretation,
  signs: Signs,
  areBound: boolean,
): boolean {
  const { drafts, model } = attempt;
  const headers = drafts.map((index) => input.drafts[index]!.header);
  if (changePlaces(headers) || (!areBound && changePlaces(withAlike(headers, input.headings)))) return true;
  const open = openAmounts(attempt, interpretation);
  let [agreed, against] = [0, 0];
  for (const { draft, figure } of open) {
    const index = drafts[draft]!;
    const side = sideAbove(figure, input.drafts[index]!.header, model);
    if (side === 0) continue;
    if (side === signs.get(index)) agreed++;
    else against++;
  }
  if (against === 0 || !areBound) return against > 0;
  // On ragged pages a few stand under headings by chance.
  return against <= agreed && (agreed + against) * fewestUnder >= open.length * (fewestUnder - 1);
}

/** The headings of rows, with those of other accounts' tables that name both sides in the same words. */
function withAlike(own: readonly (Header | null)[], all: readonly Header[]): (Header | null)[] {
  const sides = ({ cells }: Header) =>
    ["debit", "credit"].map((role) => cells.find((cell) => cell.role === role)?.text).join("|");
  const named = new Set(own.flatMap((header) => (header ? [sides(header)] : [])));
  return [...own, ...all.filter((header) => named.has(sides(header)))];
}

/** Whether the headings of both sides stand the other way round above some of the rows. */
function changePlaces(headers: readonly (Header | null)[]): boolean {
  const [first, ...others] = [...new Set(headers)].filter(
    (header) => header !== null && headsBothSides(header),
  );
  const cellOf = (header: Header, role: "debit" | "credit") =>
    header.cells.find((cell) => cell.role === role)!;
  return others.some(
    (other) =>
      overlaps(cellOf(first!, "debit"), cellOf(other!, "credit")) &&
      overlaps(cellOf(first!, "credit"), cellOf(other!, "debit")),
  );
}

/**
 * Whether amounts that headings tell nothing of stand in two columns, nearly all of one side in the one and nearly all of the
 * other in the other, but for a few: these stand on the other side than their balances say.
 */
export function contradictsPlaces(attempt: Attempt, interpretation: Interpretation, signs: Signs): boolean {
  const amounts = openAmounts(attempt, interpretation);
  if (attempt.model.spans.length > 0 || amounts.length < fewestRows) return false;
  const columns: { figures: Figure[]; credits: number; debits: number }[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { draft, figure } of amounts.toSorted((a, b) => a.figure.x0 - b.figure.x0)) {
    if (figure.x0 >= end) columns.push({ figures: [], credits: 0, debits: 0 });
    end = Math.max(end, figure.x1);
    const column = columns.at(-1)!;
    column.figures.push(figure);
    if (signs.get(attempt.drafts[draft]!) === 1) column.credits++;
    else column.debits++;
  }
  const [one, other, ...more] = columns;
  if (!one || !other || more.length > 0 || !columns.every(({ figures }) => isAligned(figures))) return false;
  const isCredit = ({ credits, debits }: typeof one) => credits > debits;
  const odd = columns.reduce((sum, { credits, debits }) => sum + Math.min(credits, debits), 0);
  return isCredit(one) !== isCredit(other) && odd > 0 && odd * rarest <= amounts.length;
}

/** Whether figures begin or end in one line, as on ragged pages they do not. */
function isAligned(figures: readonly Figure[]): boolean {
  const isOne = (places: readonly number[]) =>
    places.every((place) => Math.abs(place - places[0]!) < alignment);
  return isOne(figures.map(({ x0 }) => x0)) || isOne(figures.map(({ x1 }) => x1));
}

/** The amounts of rows whose side nothing but the search told. */
function openAmounts(
  { scheme }: Attempt,
  { items, values }: Interpretation,
): { draft: number; figure: Figure }[] {
  const isAssumed = scheme?.scheme === "all_debit";
  return items.flatMap((item) => {
    if (item.type !== "row" || item.magnitude === 0n || (item.sign !== 0 && !isAssumed)) return [];
    const { amount } = values.get(item.draft)!;
    // An amount with a mark of its own has its side from that.
    return amount.side || amount.sign ? [] : [{ draft: item.draft, figure: amount }];
  });
}

/**
 * The side of the heading that a figure stands under. On ragged pages it may stand under any; in columns both begin or end at
 * one place.
 */
function sideAbove(figure: Figure, header: Header | null, { spans }: ColumnModel): Sign {
  const under = header?.cells.filter((cell) => overlaps(cell, figure)) ?? [];
  const [cell, ...more] = under.filter(
    ({ x0, x1 }) => spans.length > 0 || Math.abs(x0 - figure.x0) < 1 || Math.abs(x1 - figure.x1) < 1,
  );
  const role = more.length > 0 ? null : cell?.role;
  return role === "debit" || role === "credit" ? sideSign(role) : 0;
}

/**
 * Whether a row's column, which no heading gives to one side, was taken for the other side than the title of its section says,
 * and no two balances bind it: "Checks paid" and "Withdrawals" may have their amounts in places of their own.
 */
export function contradictsSections(
  input: AccountInput,
  { drafts, model, choice }: Attempt,
  { items, values }: Interpretation,
  signs: Signs,
  areBound: boolean,
): boolean {
  if (areBound) return false;
  return items.some((item) => {
    if (item.type !== "row" || item.magnitude === 0n || item.balance !== null) return false;
    const index = drafts[item.draft]!;
    const { section } = input.drafts[index]!;
    const { amount } = values.get(item.draft)!;
    const column = model.columnOf(amount);
    const role = column === null ? null : choice.roles[column];
    if ((role !== "debit" && role !== "credit") || model.headed[column!] === role) return false;
    const isMarked = amount.side !== null || amount.sign !== 0;
    return !isMarked && section !== null && sideSign(section) === -(signs.get(index) ?? 0);
  });
}
