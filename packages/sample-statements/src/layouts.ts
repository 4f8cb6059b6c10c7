import type { DateStyle } from "./civil-date.ts";
import type { NumberStyle } from "./printed-amount.ts";

export type Field = "date" | "description" | "reference" | "amount" | "debit" | "credit" | "balance";

/** A column of the table; `x` is its left edge in points, and numbers end at x + width. */
export type Column = { field: Field; title: string; x: number; width: number };

export type Labels = {
  title: string;
  account: string;
  currency: string;
  period: string;
  periodTo: string;
  opening: string;
  closing: string;
  paidOut: string;
  paidIn: string;
  page: string;
  pageOf: string;
};

export type Layout = {
  labels: Labels;
  columns: Column[];
  dates: DateStyle;
  /** The dates of the period at the top; a layout whose rows print no year may print it here, or nowhere. */
  periodDates: DateStyle;
  numbers: NumberStyle;
  /**
   * How a row says its side: a column each, a minus for debits, "DR" or "CR" behind every amount, or, as
   * cards do, "CR" behind credits only.
   */
  side: "columns" | "minus" | "marks" | "card";
  /** Which rows print the balance after them. */
  balances: "every_row" | "last_of_day" | "none";
  /** What stands around the rows: opening and closing balance, the total due (they sum to it), or nothing. */
  proof: "balances" | "total_due" | "nothing";
  /** Opening and closing balance as rows of the table as well. */
  balanceRows: boolean;
  /** The sums of both sides below the table. */
  totals: boolean;
  newestFirst: boolean;
  /** Only the first row of a day prints the date. */
  dateOncePerDay: boolean;
  /** The balance is carried from page to page. */
  carriedForward: boolean;
  font: "Helvetica" | "Times" | "Courier";
  /** Where the account number stands: a line of its own, or beside the title on every page. */
  numberBesideTitle: boolean;
  /** Rows on a page are also bounded by its height. */
  rowsPerPage: number;
};

const english: Labels = {
  title: "Account statement",
  account: "Account number",
  currency: "Currency",
  period: "Statement period",
  periodTo: "to",
  opening: "Opening balance",
  closing: "Closing balance",
  paidOut: "Total paid out",
  paidIn: "Total paid in",
  page: "Page",
  pageOf: "of",
};

const german: Labels = {
  title: "Kontoauszug",
  account: "Kontonummer",
  currency: "Währung",
  period: "Zeitraum",
  periodTo: "bis",
  opening: "Alter Kontostand",
  closing: "Neuer Kontostand",
  paidOut: "Summe Soll",
  paidIn: "Summe Haben",
  page: "Seite",
  pageOf: "von",
};

const card: Labels = {
  ...english,
  title: "Credit card statement",
  account: "Card number",
  closing: "Total amount due",
};

const twoSides: Column[] = [
  { field: "date", title: "Date", x: 40, width: 66 },
  { field: "description", title: "Description", x: 110, width: 215 },
  { field: "debit", title: "Paid out", x: 330, width: 70 },
  { field: "credit", title: "Paid in", x: 405, width: 70 },
  { field: "balance", title: "Balance", x: 480, width: 75 },
];

const oneAmount: Column[] = [
  { field: "date", title: "Date", x: 40, width: 70 },
  { field: "description", title: "Details", x: 115, width: 245 },
  { field: "amount", title: "Amount", x: 365, width: 90 },
  { field: "balance", title: "Balance", x: 460, width: 95 },
];

const withoutBalance: Column[] = [
  { field: "date", title: "Date", x: 40, width: 70 },
  { field: "description", title: "Transaction", x: 115, width: 330 },
  { field: "amount", title: "Amount", x: 450, width: 105 },
];

const base: Layout = {
  labels: english,
  columns: twoSides,
  dates: "2 Jan 2006",
  periodDates: "2 Jan 2006",
  numbers: "1,234,567.89",
  side: "columns",
  balances: "every_row",
  proof: "balances",
  balanceRows: false,
  totals: false,
  newestFirst: false,
  dateOncePerDay: false,
  carriedForward: false,
  font: "Helvetica",
  numberBesideTitle: false,
  rowsPerPage: 1_000,
};

/** Each looks as some kind of real statement does; none is any bank's. */
export const layouts = {
  /** A column for each side, balance on every row, sums below. */
  debit_credit: { ...base, totals: true },
  /** One column of amounts with a minus for debits. */
  signed: {
    ...base,
    columns: oneAmount,
    side: "minus",
    dates: "2006-01-02",
    periodDates: "2006-01-02",
    font: "Courier",
  },
  /** Amount and "DR" or "CR", a reference column, lakhs and crores. */
  marked: {
    ...base,
    columns: [
      { field: "date", title: "Txn Date", x: 40, width: 62 },
      { field: "description", title: "Particulars", x: 105, width: 185 },
      { field: "reference", title: "Ref No.", x: 295, width: 65 },
      { field: "amount", title: "Amount", x: 365, width: 90 },
      { field: "balance", title: "Balance", x: 460, width: 95 },
    ],
    side: "marks",
    dates: "02-01-2006",
    periodDates: "02-01-2006",
    numbers: "12,34,567.89",
    balanceRows: true,
  },
  /** The latest row on top. */
  newest_first: {
    ...base,
    columns: oneAmount,
    side: "minus",
    dates: "01/02/2006",
    periodDates: "01/02/2006",
    newestFirst: true,
    numberBesideTitle: true,
  },
  /** A card: no balances, a total due that is the sum of all rows. */
  card: {
    ...base,
    labels: card,
    columns: withoutBalance,
    side: "card",
    dates: "02/01/2006",
    periodDates: "02/01/2006",
    balances: "none",
    proof: "total_due",
  },
  /** The balance only once a day. */
  sparse_balances: { ...base, balances: "last_of_day", balanceRows: true, font: "Times" },
  /** Rows print day and month; only the period says the year. */
  year_in_period: { ...base, dates: "02 Jan", balanceRows: true },
  /** No year anywhere. */
  without_year: { ...base, columns: oneAmount, side: "minus", dates: "Jan 2", periodDates: "Jan 2" },
  /** The date once a day, as some banks group their rows. */
  grouped_days: { ...base, dateOncePerDay: true, balances: "last_of_day", balanceRows: true },
  /** Decimal commas, dots between thousands, German words. */
  european: {
    ...base,
    labels: german,
    columns: [
      { field: "date", title: "Datum", x: 40, width: 70 },
      { field: "description", title: "Verwendungszweck", x: 115, width: 245 },
      { field: "amount", title: "Betrag", x: 365, width: 90 },
      { field: "balance", title: "Saldo", x: 460, width: 95 },
    ],
    side: "minus",
    dates: "02.01.2006",
    periodDates: "02.01.2006",
    numbers: "1.234.567,89",
    numberBesideTitle: true,
  },
  /** Short pages, each with its header and footer, and the balance carried from one to the next. */
  carried_forward: { ...base, carriedForward: true, balanceRows: true, rowsPerPage: 25 },
  /** Rows and nothing that could prove them. */
  rows_only: { ...base, columns: withoutBalance, side: "minus", balances: "none", proof: "nothing" },
} satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;

export const layoutNames = Object.keys(layouts) as LayoutName[];
