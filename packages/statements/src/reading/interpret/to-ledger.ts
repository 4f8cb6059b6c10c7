import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import type { HeaderCell } from "../../table/headings/header.ts";
import type { LabelledFigure } from "../../table/labels/labelled-figures.ts";
import { overlaps } from "../../table/line/span.ts";
import { followsWord, isEmbedded } from "../../table/line/words-beside.ts";
import type { Claim, Ledger, LedgerItem, Place, PrintedBalance } from "../ledger/ledger.ts";
import type { AccountInput, Attempt } from "./attempts.ts";
import { claimsOf } from "./claims.ts";
import { balanceOf, type Interpretation, magnitudeOf } from "./interpret.ts";
import { withSide } from "./overdrawn.ts";

/** The rows of an interpretation with everything printed that they must agree with, in the order of time. */
export function toLedger(input: AccountInput, attempt: Attempt, interpretation: Interpretation): Ledger {
  const { style, direction, newestFirst, softEnds, drafts } = attempt;
  const edges = edgesOf(input.drafts);
  const headings = input.drafts[0]?.header?.cells ?? [];
  const isBalanced = hasBalances(attempt);
  const value = (label: LabelledFigure): PrintedBalance[] => {
    const figure = balanceFigure(label, attempt);
    const said = figureWithSide(figure, label);
    const sided = isBalanced ? said : inColumn(said, label, edges, headings, attempt);
    const amount = balanceOf(sided, style, direction);
    return amount === null ? [] : [{ value: amount, at: { line: label.line, figure } }];
  };
  const ends = input.ends.filter(({ soft }) => softEnds || !soft);
  const closing = distinct(ends.filter(({ end }) => end === "closing").flatMap(({ label }) => value(label)));
  const opening = distinct(
    ends
      .filter(({ end, label }) => end === "opening" && !isBroughtForward(label, input, closing, value))
      .flatMap(({ label }) => value(label)),
  );
  const isSectioned = attempt.scheme?.scheme === "section";
  const printed = interpretation.items.map((item) => {
    if (item.type !== "row") return item;
    const draft = drafts[item.draft]!;
    return { ...item, draft, part: isSectioned ? input.drafts[draft]!.part : null };
  });
  const items = withPoints(input, attempt, printed, value, [...opening, ...closing]);
  const claims = [
    ...interpretation.claims.map((claim) => ({ ...claim, after: drafts[claim.after]! })),
    ...claimsOf(input.anchors, headings, attempt),
    ...input.outside.counts,
    ...straysOf(input, attempt),
  ];
  // A sum of some rows is no balance that what is due could be led to from.
  const isCarried = (item: LedgerItem) => item.type === "point" && !item.subtotal;
  if (direction === -1 && closing.length === 0 && (opening.length > 0 || items.some(isCarried))) {
    const due = claims.find(({ kind }) => kind === "total_due");
    if (due) closing.push({ value: due.value, at: due.at });
  }
  const isWorth = ({ figure }: Place, wanted: bigint) => balanceOf(figure, style, direction) === wanted;
  return {
    items: withEndsApart(newestFirst ? items.toReversed() : items),
    opening,
    closing,
    claims,
    // What is listed below the title of something else is no balance, though one of many figures may be worth as much.
    printed: (wanted) =>
      input.outside.figures.find((place) => !place.listed && isWorth(place, wanted)) ?? null,
    printedAbove: (wanted) => unnamedAbove(input).find((place) => isWorth(place, wanted)) ?? null,
    vagueAbove: (wanted) => vagueAbove(input).find((place) => isWorth(place, wanted)) ?? null,
    amountOf: (figure) => balanceOf(figure, style, direction),
    breaks: input.breaks,
    direction,
  };
}

/** "Previous balance" at the top of a last page without rows: the closing balance once more, which is printed above it. */
function isBroughtForward(
  label: LabelledFigure,
  { anchors, dates }: AccountInput,
  closing: readonly PrintedBalance[],
  value: (label: LabelledFigure) => PrintedBalance[],
): boolean {
  if (!anchors.after.includes(label) || dates[0]! >= dates.at(-1)!) return false;
  return value(label).some((own) =>
    closing.some((each) => each.value === own.value && each.at.line.index < label.line.index),
  );
}

/** Figures above the rows that no word names. */
function unnamedAbove({ outside }: AccountInput): Place[] {
  return outside.figures.filter(({ after }) => after === 0);
}

/** Figures above the rows whose words may mean a sum or a balance: "Saldo total", "Toplam Borç". */
function vagueAbove({ anchors }: AccountInput): Place[] {
  return anchors.before
    .filter(({ kind }) => ["total", "total_debits", "balance_on"].includes(kind))
    .flatMap(({ line, figure, all }) => [figure, ...all.slice(1)].map((each) => ({ line, figure: each })));
}

/** Figures under the columns of the rows' amounts, among the rows, that belong to none. */
function straysOf({ outside, anchors, drafts }: AccountInput, { model, choice, style }: Attempt): Claim[] {
  return outside.figures.flatMap(({ line, figure, after }): Claim[] => {
    const last = drafts.at(-1)?.lines.at(-1);
    const isNext =
      last?.page === line.page &&
      line.baseline > last.baseline &&
      line.baseline - last.baseline < 2.6 * line.size;
    const isInside = after > 0 && (after < anchors.drafts || isNext) && !isInSentence(line, figure);
    const column = isInside ? model.columnOf(figure) : null;
    const role = column === null ? null : choice.roles[column]!;
    const value = magnitudeOf(figure, style);
    if (value === null || (role !== "amount" && role !== "debit" && role !== "credit")) return [];
    return [{ kind: "subtotal", side: null, value, at: { line, figure }, after, firm: false, stray: true }];
  });
}

/** "up to 100,000 by law": a figure with words close before and behind it stands in no column. */
function isInSentence(line: MarkedLine, figure: Figure): boolean {
  return isEmbedded(line, figure) && followsWord(line, figure);
}

/** A page's own total stands in the column of amounts, and what is carried in that of balances. */
function isBalance(label: LabelledFigure, attempt: Attempt): boolean {
  const { model, choice } = attempt;
  return !choice.roles.includes("balance") || model.spans.length === 0 || isInColumn(label, attempt);
}

function isInColumn({ figure, all }: LabelledFigure, { model, choice }: Attempt): boolean {
  const column = choice.roles.indexOf("balance");
  if (column < 0) return false;
  return (all.length > 0 ? all : [figure]).some((each) => model.columnOf(each) === column);
}

/** In a line with a figure for each column the balance is the one in the balance's column. */
function balanceFigure(label: LabelledFigure, { model, choice }: Attempt): Figure {
  const column = choice.roles.indexOf("balance");
  return label.all.find((figure) => column >= 0 && model.columnOf(figure) === column) ?? label.figure;
}

/** The first and the last lines of rows, with their text above the date, by their page. */
type Edges = ReadonlyMap<number, readonly MarkedLine[]>;

function edgesOf(drafts: readonly Draft[]): Edges {
  return Map.groupBy(
    drafts.flatMap(({ before, lines }) => [before[0] ?? lines[0]!, lines.at(-1)!]),
    ({ page }) => page,
  );
}

/** Whether a row has a balance beside its amount: a figure alone may stand under the columns by chance. */
function hasBalances({ model, choice }: Attempt): boolean {
  const column = choice.roles.indexOf("balance");
  return (
    column >= 0 && model.cells.some((row) => row[column] && row.some((each, at) => each && at !== column))
  );
}

/** A balance in a line of the table, where it stands in the column of one side and none is of balances, is on that side. */
function inColumn(
  figure: Figure,
  { line }: LabelledFigure,
  edges: Edges,
  headings: readonly HeaderCell[],
  { model, choice }: Attempt,
): Figure {
  if (figure.side !== null || figure.sign !== 0) return figure;
  const isNext = edges
    .get(line.page)
    ?.some((row) => Math.abs(row.baseline - line.baseline) < 2.6 * line.size);
  if (!isNext) return figure;
  const column = model.columnOf(figure);
  // A column in which no row has an amount is told by its heading.
  const header = headings.find((cell) => overlaps(cell, figure));
  const own = column === null ? header?.role : choice.roles[column]!;
  // A reading that gives the column both sides says nothing of what a balance there is.
  const role = own === "amount" && column !== null ? model.headed[column] : own;
  return role === "debit" || role === "credit" ? { ...figure, side: role } : figure;
}

/** Of a line with several balances each has its words before it. */
function figureWithSide(figure: Figure, { line }: LabelledFigure): Figure {
  const next = line.labels.find(({ from }) => from >= figure.to);
  return withSide(figure, next ? { ...line, words: line.words.slice(0, next.from) } : line);
}

/** A balance below zero may be printed in another place without its sign. */
function isPlain({ at }: PrintedBalance): boolean {
  return at.figure.sign === 0 && at.figure.side === null;
}

function distinct(amounts: PrintedBalance[]): PrintedBalance[] {
  const same = (a: PrintedBalance, b: PrintedBalance) =>
    a.value === b.value || (a.value === -b.value && (isPlain(a) || isPlain(b)));
  const signed = amounts.toSorted((a, b) => Number(isPlain(a)) - Number(isPlain(b)));
  return signed.filter((amount, index) => signed.findIndex((other) => same(other, amount)) === index);
}

/** The first and the last balance, both printed above the rows or below them, in the order of time. */
function withEndsApart(items: readonly LedgerItem[]): LedgerItem[] {
  const first = items.findIndex(({ type }) => type === "row");
  const last = items.findLastIndex(({ type }) => type === "row");
  if (first < 0) return [...items];
  const [lead, rows, trail] = [items.slice(0, first), items.slice(first, last + 1), items.slice(last + 1)];
  const opens = (item: LedgerItem) => item.type === "point" && item.opens === true;
  const closes = (item: LedgerItem) => item.type === "point" && item.closes;
  const isMixed = (some: readonly LedgerItem[]) => some.some(opens) && some.some(closes);
  if (isMixed(lead) && trail.length === 0)
    return [...lead.filter((each) => !closes(each)), ...rows, ...lead.filter(closes)];
  if (isMixed(trail) && lead.length === 0)
    return [...trail.filter(opens), ...rows, ...trail.filter((each) => !opens(each))];
  return [...items];
}

/** Puts the balances that are printed between rows in their place; a repeated opening or closing one is no news. */
function withPoints(
  input: AccountInput,
  attempt: Attempt,
  items: readonly LedgerItem[],
  value: (label: LabelledFigure) => PrintedBalance[],
  known: readonly PrintedBalance[],
): LedgerItem[] {
  const points = input.anchors.between
    .filter(({ label }) => ["opening", "closing", "carried"].includes(label.kind))
    .filter(({ label }) => label.kind !== "carried" || isBalance(label, attempt))
    .map(({ after, label }) => ({
      after,
      balance: value(label)[0],
      kind: label.kind,
      inColumn: isInColumn(label, attempt),
    }))
    .filter(({ balance }) => balance && !known.some((end) => end.value === balance.value));
  const result: LedgerItem[] = [];
  let next = 0;
  for (const item of items) {
    const place = item.type === "row" ? item.draft : -1;
    while (next < points.length && points[next]!.after <= place) {
      const { balance, kind, inColumn } = points[next++]!;
      const [subtotal, closes] = [kind === "carried", kind === "closing"];
      result.push({ type: "point", ...balance!, subtotal, inColumn, named: true, closes });
    }
    result.push(item);
  }
  return result;
}
