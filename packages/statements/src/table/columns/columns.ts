import type { Figure } from "../../layout/figures.ts";
import type { ColumnRole } from "../../vocabulary/vocabulary.ts";
import type { Draft } from "../draft/drafts.ts";
import { type Header, type HeaderCell, moneyRoles } from "../headings/header.ts";
import type { Span } from "../line/span.ts";
import type { ColumnModel } from "./column-model.ts";
import { withSidesMerged } from "./merged-columns.ts";
import { areRunOn } from "./run-on-rows.ts";

/** Whether each column overlaps the heading of its role. */
function isUnderHeadings({ headed, spans }: ColumnModel, header: Header | null): boolean {
  return spans.every((span, column) =>
    header?.cells.some(({ role, x0, x1 }) => role === headed[column] && x0 < span.x1 && span.x0 < x1),
  );
}

/** Whether a row has an amount under the headings of both sides, as none does: then ragged lines may stand under them by chance. */
function fillsBothSides({ headed, cells }: ColumnModel, drafts: readonly Draft[]): boolean {
  const [debit, credit] = [headed.indexOf("debit"), headed.indexOf("credit")];
  const isAmount = (figure: Figure | null | undefined) =>
    figure?.readings.some(({ whole, fraction }) => /[1-9]/.test(whole + fraction)) ?? false;
  // Where figures of a column end or begin in one line the places are meant, and a heading may be wrong.
  const isAligned = (column: number) => {
    const figures = cells.flatMap((row) => row[column] ?? []);
    const isOne = (places: readonly number[]) => Math.max(...places) - Math.min(...places) < 0.5;
    return figures.length > 1 && (isOne(figures.map(({ x0 }) => x0)) || isOne(figures.map(({ x1 }) => x1)));
  };
  const rows = cells.filter((_, at) => drafts[at]!.dated);
  const filled = rows.filter((row) => isAmount(row[debit]) && isAmount(row[credit])).length;
  return isAligned(debit) || isAligned(credit) ? filled > 1 && filled === rows.length : filled > 0;
}

const numericRoles: ReadonlySet<ColumnRole> = new Set([...moneyRoles, "other"]);

/** The ways to put the figures of these drafts into columns, the likeliest first. */
export function columnModels(drafts: readonly Draft[]): ColumnModel[] {
  const places = byPlace(drafts);
  // Where every column stands under its own heading the places are meant.
  const isMeant = places && isUnderHeadings(places, mainHeader(drafts)) && !fillsBothSides(places, drafts);
  if (isMeant && !areRunOn(drafts)) return [places];
  const order = byOrder(drafts);
  if (places && order && isSame(places, order)) return [places];
  return [places, order].filter((model) => model !== null);
}

function isSame(a: ColumnModel, b: ColumnModel): boolean {
  return (
    a.count === b.count &&
    a.headed.every((role, column) => role === b.headed[column]) &&
    a.cells.every((row, at) => row.every((cell, column) => cell === b.cells[at]![column]))
  );
}

function byPlace(drafts: readonly Draft[]): ColumnModel | null {
  const spans: Span[] = [];
  const figures = drafts.flatMap((draft) => draft.figures.map(spanWithMark));
  for (const { x0, x1 } of figures.toSorted((a, b) => a.x0 - b.x0)) {
    const last = spans.at(-1);
    if (last && x0 < last.x1) last.x1 = Math.max(last.x1, x1);
    else spans.push({ x0, x1 });
  }
  const columnOf = (figure: Span) => {
    // A sum in bold type may reach into the column before its own.
    let [column, most]: [number | null, number] = [null, 0];
    for (let at = 0; at < spans.length; at++) {
      const overlap = Math.min(figure.x1, spans[at]!.x1) - Math.max(figure.x0, spans[at]!.x0);
      if (overlap > most) [column, most] = [at, overlap];
    }
    return column;
  };
  const cells: (Figure | null)[][] = [];
  for (const draft of drafts) {
    const row: (Figure | null)[] = spans.map(() => null);
    for (const { figure } of draft.figures) {
      const column = columnOf(figure)!;
      if (row[column]) return null;
      row[column] = figure;
    }
    cells.push(row);
  }
  const header = mainHeader(drafts);
  const headed = withNumbering(withReferences(headedSpans(spans, header), spans, header, cells), cells);
  return withSidesMerged({ count: spans.length, headed, spans, cells, columnOf });
}

/** Under a heading for references integers are none of amounts that have decimals, though dots part them: "620.211". */
function withReferences(
  headed: (ColumnRole | null)[],
  spans: readonly Span[],
  header: Header | null,
  cells: readonly (Figure | null)[][],
): (ColumnRole | null)[] {
  const references = (header?.cells ?? []).filter(({ role }) => role === "reference");
  if (references.length === 0) return headed;
  const columns = headed.map((_, column) => cells.flatMap((row) => row[column] ?? []));
  const haveDecimals = columns.some((figures) => figures.length > 0 && figures.every(hasDecimals));
  return headed.map((role, column) => {
    const isUnder = references.some((cell) => distance(spans[column]!, cell) < 0);
    return role === null && haveDecimals && isUnder && columns[column]!.every(hasNoCents) ? "other" : role;
  });
}

/** An amount with the mark of its side behind it: "3.73 Credit" stands above "8.18" in one column, though only its end does. */
function spanWithMark({ figure, line }: Draft["figures"][number]): Span {
  const { x0, x1, side, to } = figure;
  return { x0, x1: side === null ? x1 : Math.max(x1, line.words[to - 1]?.x1 ?? x1) };
}

/**
 * From the right: the last figure of each line, the one before it, and so on; from the left where the balances head the
 * columns, as where one reads from the right.
 */
function byOrder(drafts: readonly Draft[]): ColumnModel | null {
  const count = Math.max(0, ...drafts.map(({ figures }) => figures.length));
  if (count === 0 || count > 8) return null;
  const money = moneyCells(mainHeader(drafts));
  // One heading alone says nothing of the order.
  const isMirrored = money.length > 1 && money[0]?.role === "balance";
  const cells = drafts.map(({ figures }) => {
    const row: (Figure | null)[] = Array.from({ length: count }, () => null);
    figures.forEach(({ figure }, index) => {
      row[(isMirrored ? 0 : count - figures.length) + index] = figure;
    });
    return row;
  });
  const headed: (ColumnRole | null)[] = Array.from({ length: count }, () => null);
  if (money.length === count && !excludeEachOther(money, cells))
    headed.splice(0, count, ...money.map(({ role }) => role));
  else if (count > 1 && isMirrored) headed[0] = "balance";
  else if (count > 1 && money.at(-1)?.role === "balance") headed[count - 1] = "balance";
  return { count, headed: withNumbering(headed, cells), spans: [], cells, columnOf: () => null };
}

/**
 * Whether headings of amounts alone, of one side and of another, stand above rows that mostly fill each: a row has one
 * amount, so a heading of its balance was not seen.
 */
function excludeEachOther(
  money: readonly HeaderCell[],
  cells: readonly (readonly (Figure | null)[])[],
): boolean {
  const full = cells.filter((row) => row.every((figure) => figure !== null)).length;
  return money.length > 1 && money.every(({ role }) => role !== "balance") && full * 2 > cells.length;
}

/**
 * Columns of references, whatever their heading: integers alone where all figures of another column have decimals, or of
 * more than three digits and without the mark of thousands that amounts have there.
 */
function withNumbering(
  headed: (ColumnRole | null)[],
  cells: readonly (Figure | null)[][],
): (ColumnRole | null)[] {
  const columns = headed.map((_, column) => cells.flatMap((row) => row[column] ?? []));
  const haveDecimals = columns.some((figures) => figures.length > 0 && figures.every(hasDecimals));
  const haveThousands = columns.some((figures) => figures.some(hasThousands));
  // A number with the mark of a side is an amount.
  const isNumber = ({ weak, side, readings }: Figure) =>
    weak &&
    side === null &&
    (haveDecimals || (haveThousands && readings.every(({ whole }) => whole.length > 3)));
  // "741.34 GBP" in the text of rows whose amounts have no decimals was paid abroad.
  const isWhole = columns.some(
    (figures) => figures.length === cells.length && figures.some(hasThousands) && figures.every(hasNoCents),
  );
  const isAbroad = (figure: Figure) => isWhole && hasCents(figure);
  return headed.map((role, column) => {
    const figures = columns[column]!;
    const isOther = figures.length > 0 && (figures.every(isNumber) || figures.every(isAbroad));
    return role === null && isOther ? "other" : role;
  });
}

function hasCents({ readings }: Figure): boolean {
  return readings.every(({ fraction }) => fraction.length === 2);
}

/** No decimals, and marks of thousands: "20,500,223". */
function hasNoCents({ weak, readings }: Figure): boolean {
  return weak || readings.some(({ fraction }) => fraction === "");
}

function hasDecimals({ readings }: Figure): boolean {
  return readings.every(({ fraction }) => fraction !== "");
}

/** A sign or a currency makes a figure strong too: only the mark between the digits counts. */
function hasThousands({ weak, readings, text }: Figure): boolean {
  const isMarked = !weak && /\d[.,'’´ ]\d{3}/.test(text);
  return isMarked && readings.some(({ whole, fraction }) => fraction === "" && whole.length > 3);
}

function mainHeader(drafts: readonly Draft[]): Header | null {
  return drafts.find(({ header }) => header)?.header ?? null;
}

function moneyCells(header: Header | null): HeaderCell[] {
  return (header?.cells ?? []).filter(({ role }) => moneyRoles.has(role)).toSorted((a, b) => a.x0 - b.x0);
}

/** Gives each column the heading that it stands under; none stands under two, no heading over two. */
function headedSpans(spans: readonly Span[], header: Header | null): (ColumnRole | null)[] {
  const headed: (ColumnRole | null)[] = spans.map(() => null);
  const cells = (header?.cells ?? []).filter(({ role }) => numericRoles.has(role));
  const pairs = spans.flatMap((span, column) =>
    cells.map((cell) => ({ column, cell, distance: distance(span, cell) })),
  );
  const used = new Set<HeaderCell>();
  let placed = 0;
  for (const { column, cell, distance: apart } of pairs.toSorted((a, b) => a.distance - b.distance)) {
    if (headed[column] !== null || used.has(cell) || apart > 60) continue;
    headed[column] = cell.role;
    used.add(cell);
    if (apart < 0) placed++;
  }
  // Headings that are set as one run of text have no places of their own: their order still counts.
  const money = moneyCells(header);
  const inOrder = headed.every((role) => role !== null) && isAscending(cells, headed);
  if (!inOrder && placed * 2 <= spans.length && money.length === spans.length)
    return money.map(({ role }) => role);
  return headed;
}

/** Negative where the two overlap, the more the better; else the gap between them. */
function distance(a: Span, b: Span): number {
  const overlap = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  return overlap > 0 ? -overlap / Math.min(a.x1 - a.x0, b.x1 - b.x0) : -overlap;
}

function isAscending(cells: readonly HeaderCell[], headed: readonly (ColumnRole | null)[]): boolean {
  const order = headed.map((role) => cells.findIndex((cell) => cell.role === role));
  return order.every((place, index) => index === 0 || place > order[index - 1]!);
}
