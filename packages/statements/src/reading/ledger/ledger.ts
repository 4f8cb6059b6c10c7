import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { Side } from "../../vocabulary/lexicon.ts";

/** A figure where it is printed. */
export type Place = { line: MarkedLine; figure: Figure };

/** What one reading of an account says, in the order of time, amounts in minor units. */
export type LedgerRow = {
  type: "row";
  /** Place among all drafts of the account, in the order of print. */
  draft: number;
  magnitude: bigint;
  /** 1 for money in, -1 for money out, 0 where nothing but the balances can tell. */
  sign: 1 | -1 | 0;
  /** The section, where all rows of one are on one side; null where each may be on another. */
  part: number | null;
  balance: bigint | null;
  /** Of the balance where it prints one, else of the amount. */
  at: Place;
};

/**
 * A balance that stands between rows: opening, carried forward, closing. `subtotal`: its words may as well mean the
 * sum of what stands above it; `inColumn`: it stands in the column of balances, where sums do not. `named`: its words say what it is, or it has no date and so can be no row. `closes`: they
 * say that it is the last one.
 */
export type LedgerPoint = {
  type: "point";
  value: bigint;
  at: Place;
  subtotal: boolean;
  inColumn?: boolean;
  named: boolean;
  closes: boolean;
  /** Its words say that it is the first one. */
  opens?: boolean;
};

export type LedgerItem = LedgerRow | LedgerPoint;

export type PrintedBalance = { value: bigint; at: Place };

/** Something printed that the rows must agree with. */
export type Claim = {
  kind: "total_debits" | "total_credits" | "total_due" | "subtotal" | "count";
  /** Whose rows a count counts; null for those of both sides. */
  side: Side | null;
  value: bigint;
  at: Place;
  /** How many of the account's drafts are printed before it. */
  after: number;
  /** Whether it contradicts the rows when nothing that it can be meant to sum up gives it. */
  firm: boolean;
  /** Of a subtotal the side that its words may mean: "payments" are made or received. */
  meant?: Side | null;
  /** Whether it is one of two sums below columns of both sides, though it stands in neither. */
  ofSides?: boolean;
  /** Whether its words say that it goes on to the next page: then it may be a balance as well. */
  carried?: boolean;
  /** A figure among the rows in the column of amounts that is no row's: a sum of some, or a row that was missed. */
  stray?: true;
};

export type Ledger = {
  items: LedgerItem[];
  opening: PrintedBalance[];
  closing: PrintedBalance[];
  claims: Claim[];
  /** Where a value is printed beside the rows, without a label that is known; null where it is not. */
  printed: (value: bigint) => Place | null;
  /** Where a value is printed above the first row, where no balance of a day or a page's end stands. */
  printedAbove: (value: bigint) => Place | null;
  /** The same with a label that may mean a sum or a balance. */
  vagueAbove: (value: bigint) => Place | null;
  amountOf: (figure: Figure) => bigint | null;
  /** Drafts at which a section or a table begins: what a total sums up may begin there. */
  breaks: readonly number[];
  /** 1: money in raises the balance. -1: the balance is what a card's holder owes. */
  direction: 1 | -1;
};
