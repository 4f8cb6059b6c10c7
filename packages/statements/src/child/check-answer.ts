import {
  type Check,
  type FailureReason,
  type OtherFormat,
  type Statement,
  type StatementAccount,
  StatementError,
  type StatementRow,
  type Verdict,
  type Warning,
} from "../statement.ts";
import { count, currency, date, decimal, finite, list, nullable, oneOf, record, text } from "./shape.ts";

/**
 * Turns what a child sent into a statement or its error. The child has read a stranger's file and may do
 * that stranger's bidding, so nothing of its answer is believed before its shape has been looked at; what
 * has another shape is `internal`, and unknown fields are left behind.
 */
export function checkAnswer(message: unknown): { statement: Statement } | { error: StatementError } {
  try {
    const answer = record(message, "answer");
    if (answer.reason !== undefined) {
      const where = answer.where === undefined ? undefined : text(answer.where, "where").slice(0, 4000);
      const cause = where === undefined ? undefined : new Error(`in the parse child: ${where}`);
      const format = answer.format === undefined ? undefined : oneOf(OTHERS, answer.format, "format");
      return { error: new StatementError(oneOf(REASONS, answer.reason, "reason"), { cause, format }) };
    }
    return { statement: statement(answer.statement) };
  } catch (error) {
    return { error: new StatementError("internal", { cause: error }) };
  }
}

/** Names of a closed list; a Record, so that the compiler refuses a list that lacks one. */
const REASONS: Record<FailureReason, true> = {
  password_needed: true,
  wrong_password: true,
  unsupported_encryption: true,
  not_a_pdf: true,
  unsupported_format: true,
  damaged: true,
  too_large: true,
  too_many_pages: true,
  no_statement_found: true,
  scanned_without_text: true,
  timed_out: true,
  out_of_memory: true,
  internal: true,
};
const FORMATS: Record<NonNullable<Statement["format"]>, true> = { "camt.053": true, ofx: true, csv: true };
const OTHERS: Record<OtherFormat, true> = {
  "camt.052": true,
  "camt.054": true,
  mt940: true,
  qif: true,
  excel: true,
  opendocument: true,
  word: true,
  rtf: true,
  html: true,
  email: true,
  xml: true,
  json: true,
  archive: true,
  image: true,
};
const VERDICTS: Record<Verdict, true> = { reconciled: true, discrepant: true, unverifiable: true };
const WARNINGS: Record<Warning, true> = {
  year_assumed: true,
  currency_assumed: true,
  currency_unknown: true,
  some_pages_without_text: true,
  read_by_ocr: true,
};
const KINDS: Record<Check["kind"], true> = {
  closing_balance: true,
  running_balance: true,
  total_debits: true,
  total_credits: true,
  total_due: true,
  subtotal: true,
  count: true,
};
const TYPES: Record<StatementRow["type"], true> = { DEBIT: true, CREDIT: true };

function statement(value: unknown): Statement {
  const it = record(value, "statement");
  return {
    status: oneOf(VERDICTS, it.status, "status"),
    accounts: list(it.accounts, "accounts", account),
    pages: count(it.pages, "pages"),
    warnings: list(it.warnings, "warnings", (item, at) => oneOf(WARNINGS, item, at)),
    ...(it.format === undefined ? {} : { format: oneOf(FORMATS, it.format, "format") }),
  };
}

function account(value: unknown, at: string): StatementAccount {
  const it = record(value, at);
  const period = nullable(record)(it.period, `${at}.period`);
  return {
    institution: nullable(text)(it.institution, `${at}.institution`),
    currency: nullable(currency)(it.currency, `${at}.currency`),
    account_number: nullable(text)(it.account_number, `${at}.account_number`),
    opening_balance: nullable(decimal)(it.opening_balance, `${at}.opening_balance`),
    closing_balance: nullable(decimal)(it.closing_balance, `${at}.closing_balance`),
    period: period && {
      from: date(period.from, `${at}.period.from`),
      to: date(period.to, `${at}.period.to`),
    },
    status: oneOf(VERDICTS, it.status, `${at}.status`),
    checks: list(it.checks, `${at}.checks`, check),
    transactions: list(it.transactions, `${at}.transactions`, row),
  };
}

function check(value: unknown, at: string): Check {
  const it = record(value, at);
  return {
    kind: oneOf(KINDS, it.kind, `${at}.kind`),
    printed: decimal(it.printed, `${at}.printed`),
    computed: decimal(it.computed, `${at}.computed`),
    difference: decimal(it.difference, `${at}.difference`),
    page: nullable(count)(it.page, `${at}.page`),
    box: nullable(box)(it.box, `${at}.box`),
  };
}

function row(value: unknown, at: string): StatementRow {
  const it = record(value, at);
  const amount = decimal(it.amount, `${at}.amount`);
  if (amount.startsWith("-")) throw new TypeError(`${at}.amount is negative`);
  return {
    date: date(it.date, `${at}.date`),
    description: text(it.description, `${at}.description`),
    type: oneOf(TYPES, it.type, `${at}.type`),
    amount,
    balance: nullable(decimal)(it.balance, `${at}.balance`),
    page: count(it.page, `${at}.page`),
    box: box(it.box, `${at}.box`),
    ...(it.line === undefined ? {} : { line: count(it.line, `${at}.line`) }),
    raw: text(it.raw, `${at}.raw`),
  };
}

function box(value: unknown, at: string): StatementRow["box"] {
  const sides = list(value, at, finite);
  if (sides.length !== 4) throw new TypeError(`${at} has not four numbers`);
  return sides as StatementRow["box"];
}
