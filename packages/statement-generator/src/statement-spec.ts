import type { Country } from "./countries.ts";
import type { Dimensions } from "./dimensions.ts";
import type { AmountStyle } from "./printing/amount.ts";
import type { DateStyle } from "./printing/date-style.ts";

/** A statement before it is drawn: what is printed and how, and what is true of it. Pure data. */
export type StatementSpec = {
  seed: number;
  dimensions: Dimensions;
  country: Country;
  institution: string;
  date: DateStyle;
  accounts: AccountSpec[];
  /** The file's creation date, or none; and the day on which it is read. */
  created: string | null;
  today: string;
};

export type AccountSpec = {
  number: string;
  currency: string;
  digits: number;
  period: { from: string; to: string };
  amounts: AmountStyle;
  printed: Printed;
};

/**
 * Everything the paper says of one account, in minor units; null is not printed. A mutation changes these, so what
 * is held against a reading is always what is printed.
 */
export type Printed = {
  /** In the order in which they are printed. */
  rows: PrintedRow[];
  opening: bigint | null;
  closing: bigint | null;
  totals: { debits: bigint; credits: bigint } | null;
  count: number | null;
  /** 1: a balance is what one has; -1: what one owes (a card's). */
  direction: 1 | -1;
  /** Headings of debit and credit, or both marks, change places. */
  swapped: boolean;
};

export type PrintedRow = {
  date: string;
  valueDate: string;
  /** Lines of the description. */
  text: string[];
  reference: string;
  time: string;
  /** Credits above zero. */
  amount: bigint;
  balance: bigint | null;
  section: Section | null;
};

export type Section = "in" | "out" | "fees" | "first holder" | "second holder";
