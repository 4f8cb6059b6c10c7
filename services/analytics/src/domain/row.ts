export type TransactionType = "DEBIT" | "CREDIT";
export type Flow = "SPENDING" | "INCOME" | "TRANSFER";
export type Verdict = "RECONCILED" | "DISCREPANT" | "UNVERIFIABLE";

/** A row of a statement as analytics knows it. */
export type Row = {
  transactionId: string;
  /** YYYY-MM-DD. */
  date: string;
  type: TransactionType;
  flow: Flow;
  category: string;
  /** ISO 4217. */
  currency: string;
  accountId: string;
  /** Minor units, never negative. */
  amount: bigint;
  verdict: Verdict;
  documentIds: string[];
  description: string;
  /** The whole transaction as the contract encodes it: what lists give back. */
  state: Uint8Array;
};
