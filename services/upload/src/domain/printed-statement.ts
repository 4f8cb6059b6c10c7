import { createHash } from "node:crypto";
import type { AccountKey } from "./account-key.ts";
import type { PrintedRow, Verdict } from "./printed-row.ts";

export type Period = { from: string; to: string };

/** One account's statement within a document, as far as it decides which rows are the same. */
export type PrintedStatement = {
  statementId: string;
  documentId: string;
  accountId: string;
  account: AccountKey;
  verdict: Verdict;
  period: Period | null;
  /** Hexadecimal; see `statementIdentity`. */
  identity: string;
};

/**
 * Equal for statements with the same currency, institution, period, opening, closing and rows, in whatever
 * order and bytes they are printed.
 */
export function statementIdentity(
  statement: {
    account: AccountKey;
    period: Period | null;
    opening: bigint | null;
    closing: bigint | null;
  },
  rows: readonly PrintedRow[],
): string {
  const { account, period, opening, closing } = statement;
  const printed = rows.map((row) => `${row.rowKey} ${row.balance ?? "-"}`).sort();
  const head = [
    account.currency,
    account.institutionKey,
    period && `${period.from}/${period.to}`,
    opening,
    closing,
  ];
  return createHash("sha256")
    .update([...head.map((part) => String(part ?? "-")), ...printed].join("\0"))
    .digest("hex");
}

/** Whether a day is covered whole by the statement: its first and last day may be only in part. */
export function isStrictlyInside(date: string, period: Period | null): boolean {
  return period !== null && period.from < date && date < period.to;
}
