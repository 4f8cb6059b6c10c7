/** What one reading of an account says, in the order of time, amounts in minor units. */
export type LedgerRow = {
  type: "row";
  /** Place among the account's drafts. */
  draft: number;
  magnitude: bigint;
  /** 1 for money in, -1 for money out, 0 where nothing but the balances can tell. */
  sign: 1 | -1 | 0;
  balance: bigint | null;
  page: number;
};

/** A balance that stands between rows: opening, carried forward, closing. */
export type LedgerPoint = { type: "point"; value: bigint; page: number };

export type LedgerItem = LedgerRow | LedgerPoint;

/** Something printed that the rows must agree with. */
export type Claim = {
  kind: "total_debits" | "total_credits" | "total_due" | "total" | "count";
  value: bigint;
  page: number;
};

export type Ledger = {
  items: LedgerItem[];
  opening: { value: bigint; page: number }[];
  closing: { value: bigint; page: number }[];
  claims: Claim[];
  /** 1: money in raises the balance. -1: the balance is what a card's holder owes. */
  direction: 1 | -1;
};
