import type { ColumnRole } from "../vocabulary/vocabulary.ts";

export type HeaderCell = { role: ColumnRole; x0: number; x1: number; text: string };

/** The headings of one table: of one line, or of up to three that stand above one another. */
export type Header = { first: number; last: number; page: number; cells: HeaderCell[] };

export const moneyRoles: ReadonlySet<ColumnRole> = new Set(["debit", "credit", "amount", "balance"]);

/** What tells two tables apart: the order of their columns. */
export function signatureOf(header: Header | null): string {
  return header?.cells.map(({ role }) => role).join(" ") ?? "";
}

/** Whether money out and money in have columns of their own. */
export function headsBothSides({ cells }: Header): boolean {
  return cells.some(({ role }) => role === "debit") && cells.some(({ role }) => role === "credit");
}
