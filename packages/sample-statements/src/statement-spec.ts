import type { LayoutName } from "./layouts.ts";

/** A statement made to order. Amounts are minor units of the account's currency, dates civil dates. */
export type StatementSpec = {
  /** An invented bank. Like every text here: characters of Windows-1252, what the standard fonts have. */
  institution: string;
  layout: LayoutName;
  /** One or more, one section each. */
  accounts: AccountSpec[];
  /** The file's creation date, noon UTC; default: the day after the last period's end. */
  created?: string;
  /** How a person would learn the currency: its code (default), its symbol, or not at all. */
  currencyPrinted?: "code" | "symbol" | "nowhere";
  /** The password to open the file, and the encryption (default AES-256). */
  password?: string;
  encryption?: "aes256" | "aes128" | "rc4";
  /** What the bank got wrong; the truth is then what is printed, and its status `discrepant`. */
  mistake?: Mistake;
};

export type AccountSpec = {
  /** Printed as it is, so it may be masked ("XXXX 1234"). */
  number: string;
  /** ISO 4217. */
  currency: string;
  /** Both days included. */
  period: { from: string; to: string };
  /** The balance before the first row; 0n in layouts that print no balances. */
  opening: bigint;
  /** Oldest first, all within the period. */
  rows: RowSpec[];
};

export type RowSpec = {
  date: string;
  /** A line feed starts a new printed line; the truth has a space there. */
  description: string;
  /** Negative leaves the account. Zero only where the layout prints the side beside the amount. */
  amount: bigint;
};

/** `account` and `row` are indexes from 0. */
export type Mistake =
  /** The closing balance (or total due) is printed off by this much. */
  | { kind: "closing"; account: number; by: bigint }
  /** One row's balance is printed off by this much; the next ones are right. */
  | { kind: "balance"; account: number; row: number; by: bigint }
  /** A row is not printed, though the balances know it. */
  | { kind: "missing_row"; account: number; row: number };

export class SpecError extends Error {
  /** The field that is wrong, as a path: "accounts[0].rows[3].date". */
  readonly field: string;

  constructor(field: string, message: string) {
    super(`${field} ${message}`);
    this.name = "SpecError";
    this.field = field;
  }
}
