import { createHash } from "node:crypto";
import { foldWords } from "./account-key.ts";

export type Side = "DEBIT" | "CREDIT";
export type Flow = "SPENDING" | "INCOME" | "TRANSFER";
export type Verdict = "RECONCILED" | "DISCREPANT" | "UNVERIFIABLE";

/** One row as one statement printed it; amounts in minor units of the statement's currency. */
export type PrintedRow = {
  statementId: string;
  documentId: string;
  /** Place within the statement, from 0. */
  ordinal: number;
  /** Hexadecimal; see `rowKey`. */
  rowKey: string;
  page: number;
  box: readonly number[];
  date: string;
  description: string;
  type: Side;
  /** Never negative. */
  amount: bigint;
  balance: bigint | null;
  category: string;
  flow: Flow;
  confidence: number;
  merchant: string;
};

/** What has to be equal for rows to be the same, short enough for an index. */
export function rowKey(
  row: Pick<PrintedRow, "date" | "type" | "amount" | "description">,
  currency: string,
): string {
  const parts = [currency, row.date, row.type, row.amount.toString(), foldWords(row.description)];
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 32);
}

const badness: Record<Verdict, number> = { RECONCILED: 0, UNVERIFIABLE: 1, DISCREPANT: 2 };

export function compareVerdicts(one: Verdict, other: Verdict): number {
  return badness[one] - badness[other];
}

/** A document's verdict is the worst of its statements'. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdicts.toSorted(compareVerdicts).at(-1);
}
