/**
 * What is known of one file. Amounts and balances are decimal strings with the currency's own number
 * of decimals ("1234.50", "-20.00"); dates are civil dates ("2025-06-30").
 */
export type Statement = {
  /** The worst of its accounts' verdicts. */
  status: Verdict;
  accounts: StatementAccount[];
  /** How many pages the file has; 1 where its format knows none. */
  pages: number;
  warnings: Warning[];
  /** What the file is; absent for a PDF. */
  format?: Exclude<FileFormat, "pdf">;
};

/** Kinds of file that are read. */
export type FileFormat = "pdf" | "camt.053" | "ofx" | "csv";

/** Kinds of file that are recognised and not read; `xml` and `json` are those of no known kind. */
export type OtherFormat =
  | "camt.052"
  | "camt.054"
  | "mt940"
  | "qif"
  | "excel"
  | "opendocument"
  | "word"
  | "rtf"
  | "html"
  | "email"
  | "xml"
  | "json"
  | "archive"
  | "image";

/**
 * - `reconciled`: opening + credits - debits = closing (or a printed total that covers every row equals
 *   their sum), and every other printed balance, subtotal, count and total agrees with the rows.
 * - `discrepant`: something printed contradicts the rows; the checks say what, where and by how much.
 * - `unverifiable`: nothing printed can prove the rows, or two different readings both add up.
 */
export type Verdict = "reconciled" | "discrepant" | "unverifiable";

export type StatementAccount = {
  /** The bank's name as printed, or null. */
  institution: string | null;
  /** ISO 4217, or null where neither code nor symbol is printed. */
  currency: string | null;
  /** As printed, masked or not. */
  account_number: string | null;
  opening_balance: string | null;
  closing_balance: string | null;
  period: { from: string; to: string } | null;
  status: Verdict;
  checks: Check[];
  transactions: StatementRow[];
};

export type StatementRow = {
  date: string;
  description: string;
  type: "DEBIT" | "CREDIT";
  /** Never negative; `type` says the side. */
  amount: string;
  balance: string | null;
  /** Starts at 1; 1 in files without pages. */
  page: number;
  /** [x, y, width, height] in PDF points from the top left of the page as displayed; zeros in files without pages. */
  box: [number, number, number, number];
  /** In files without pages: the line of the file, from 1, where the row begins. */
  line?: number;
  /** The text as printed, lines joined by a line feed. */
  raw: string;
};

/** One comparison of something printed with what the rows say. */
export type Check = {
  kind:
    | "closing_balance"
    | "running_balance"
    | "total_debits"
    | "total_credits"
    | "total_due"
    | "subtotal"
    | "count";
  printed: string;
  computed: string;
  /** printed - computed; "0.00" when they agree. */
  difference: string;
  page: number | null;
  /** Where the printed figure stands, as a row's box; null when it belongs to no page. */
  box: [number, number, number, number] | null;
};

/** A closed list; `year_assumed` is why a person is asked to confirm the year. */
export type Warning =
  | "year_assumed"
  | "currency_assumed"
  | "currency_unknown"
  | "some_pages_without_text"
  /** Pages without text were read by optical character recognition: letters of descriptions can be wrong. */
  | "read_by_ocr";

/** Why a file gave no statement: each is something a person can act on. */
export type FailureReason =
  | "password_needed"
  | "wrong_password"
  | "unsupported_encryption"
  /** No PDF, nor anything else that is read or recognised. */
  | "not_a_pdf"
  /** Recognised, and not read: the error's `format` says what it is. */
  | "unsupported_format"
  | "damaged"
  | "too_large"
  | "too_many_pages"
  | "no_statement_found"
  | "scanned_without_text"
  | "timed_out"
  | "out_of_memory"
  | "internal";

export class StatementError extends Error {
  readonly reason: FailureReason;
  /** What the file is, where the reason is `unsupported_format`. */
  readonly format: OtherFormat | undefined;

  constructor(reason: FailureReason, options?: { cause?: unknown; format?: OtherFormat }) {
    super(reason, options);
    this.name = "StatementError";
    this.reason = reason;
    this.format = options?.format;
  }
}

/**
 * What the person knows and the paper does not say. Each fills a gap and never overrules a printed figure.
 */
export type ReadOptions = {
  /** The kinds of file to read (default: all); any other is `not_a_pdf`. */
  formats?: readonly FileFormat[];
  password?: string;
  /** The year of the statement's last row, for files that print none. */
  year?: number;
  /** ISO 4217, for files that print neither code nor symbol. */
  currency?: string;
  /** The day of reading (default: today), the latest a row can be dated when no year is printed. */
  today?: string;
};
