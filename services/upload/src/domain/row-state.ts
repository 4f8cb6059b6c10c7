import type { Correction } from "./correction.ts";
import type { PrintedRow, Verdict } from "./printed-row.ts";

/** What a document printed, as it was extracted. Amounts in minor units of the currency. */
export type Extracted = Pick<
  PrintedRow,
  "date" | "description" | "type" | "amount" | "balance" | "category" | "flow" | "confidence" | "merchant"
>;

export type Source = { documentId: string; page: number; box: readonly number[] };

/** A whole transaction: everything that events and answers say of it. */
export type RowState = {
  transactionId: string;
  revision: number;
  createdRevision: number;
  accountId: string;
  currency: string;
  verdict: Verdict;
  possibleDuplicateOf: string | undefined;
  extracted: Extracted;
  correction: Correction;
  /** The first is the one whose values it shows. */
  sources: readonly Source[];
};

/** Changes with every change of the row. */
export function etagOf({ revision }: Pick<RowState, "revision">): string {
  return `r${revision.toString(36)}`;
}

/** The row as it was, for a correction whose row is no more. */
export type LeftOver = Pick<RowState, "accountId" | "currency" | "verdict" | "extracted" | "sources">;
