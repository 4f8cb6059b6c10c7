/** What a column of a table of transactions holds. */
export type ColumnRole =
  | "date"
  | "value_date"
  | "description"
  | "reference"
  | "type"
  | "debit"
  | "credit"
  | "amount"
  | "balance"
  | "other";

/**
 * The words that banks of one language print. All are hints: they say where to look first and settle nothing
 * that the figures contradict. Case, accents and punctuation do not matter. A language that is missing, or a
 * word, makes a statement harder to prove and never wrong; adding one is adding data.
 */
export type Vocabulary = {
  /** ISO 4217, where only one country's banks print in this language. */
  currency?: string;
  /** Names and short names of the twelve months, in order. */
  months?: readonly (readonly string[])[];
  /** Column headings. */
  headers: Partial<Record<ColumnRole, readonly string[]>>;
  /** Beside an amount, or alone in a type column: which side the row is on. */
  sides?: { debit?: readonly string[]; credit?: readonly string[] };
  /** What stands beside the balance before the first row, after the last, or at the turn of a page. */
  opening?: readonly string[];
  closing?: readonly string[];
  carried?: readonly string[];
  /** At the foot of a page, or beside the balance there: that another page follows. */
  nextPage?: readonly string[];
  /** A balance on a named day: opening or closing by its day and place. */
  balanceOn?: readonly string[];
  /** Totals of the period, and headings of sections that hold one side only. */
  totalDebits?: readonly string[];
  totalCredits?: readonly string[];
  total?: readonly string[];
  /** How many rows there are: of both sides, of money out, of money in. */
  countAll?: readonly string[];
  countDebits?: readonly string[];
  countCredits?: readonly string[];
  /** Beside a balance: that it is below zero ("solde débiteur"). */
  overdrawn?: readonly string[];
  debitSection?: readonly string[];
  creditSection?: readonly string[];
  /** What a card's holder owes for the period; what makes a paper a card's. */
  totalDue?: readonly string[];
  card?: readonly string[];
  /** What accounts that hold their owner's money are called (ISO 20022: CACC, SVGS): titles, and no labels of a figure. */
  depositAccount?: readonly string[];
  /** What has to be paid of it at least: no balance, and on no paper but a card's. */
  minimumDue?: readonly string[];
  /** Figures that look like one of the above and are not: available or average balance, limits. */
  ignored?: readonly string[];
  /** Labels of the account's number and of the period. */
  account?: readonly string[];
  period?: readonly string[];
};

/** Phrases from a text that parts them by commas. */
export function phrases(text: string): string[] {
  return text
    .split(",")
    .map((phrase) => phrase.trim().replace(/\s+/g, " "))
    .filter((phrase) => phrase !== "");
}

/** The names of twelve months, January first: commas part the months, spaces the names of one. */
export function months(text: string): string[][] {
  return text.split(",").map((names) => names.trim().split(/\s+/));
}
