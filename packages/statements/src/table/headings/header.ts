import type { ColumnRole } from "../../vocabulary/vocabulary.ts";

export type HeaderCell = { role: ColumnRole; x0: number; x1: number; text: string };

/** The headings of one table: of one line, or of up to three that stand above one another. */
export type Header = { first: number; last: number; page: number; cells: HeaderCell[] };

export const rowRoles: ReadonlySet<ColumnRole> = new Set(["date", "value_date", "description"]);

export const moneyRoles: ReadonlySet<ColumnRole> = new Set(["debit", "credit", "amount", "balance"]);

const signatures = new WeakMap<Header, string>();

/** What tells two tables apart: the order of their columns. Asked for each row. */
export function signatureOf(header: Header | null): string {
  if (!header) return "";
  const known = signatures.get(header);
  if (known !== undefined) return known;
  const signature = header.cells.map(({ role }) => role).join(" ");
  signatures.set(header, signature);
  return signature;
}

/** Whether money out and money in have columns of their own. */
export function headsBothSides({ cells }: Header): boolean {
  return cells.some(({ role }) => role === "debit") && cells.some(({ role }) => role === "credit");
}

export function rolesOf(cells: readonly HeaderCell[]): ReadonlySet<ColumnRole> {
  return new Set(cells.map(({ role }) => role));
}
