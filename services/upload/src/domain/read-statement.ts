import { isCurrency, minorDigits, unknownCurrency } from "@finflow/money/currency";
import { parseDecimal } from "@finflow/money/decimal";
import type { Check, Statement, StatementAccount, StatementRow } from "@finflow/statements/statement";
import { accountKey } from "./account-key.ts";
import { toOneLine } from "./one-line.ts";
import { type Flow, type PrintedRow, rowKey, type Side, type Verdict } from "./printed-row.ts";
import { type Period, type PrintedStatement, statementIdentity } from "./printed-statement.ts";

/** A statement as it is stored; its account gets its id when it is written. */
export type ReadStatement = Omit<PrintedStatement, "accountId"> & {
  ordinal: number;
  /** As printed; may be empty. */
  institution: string;
  opening: bigint | null;
  closing: bigint | null;
  warnings: string[];
  checks: Check[];
  rows: PrintedRow[];
};

export type Categorize = (row: { description: string; type: Side; amount: bigint; currency: string }) => {
  category: string;
  flow: Flow;
  confidence: number;
  merchant: string;
};

export type ReadingOf = {
  documentId: string;
  /** What the person said, for files that print none. */
  currency: string | undefined;
  categorize: Categorize;
  /** By the statement's place in the document; the same at every reading. */
  statementId: (ordinal: number) => string;
};

const verdicts: Record<Statement["status"], Verdict> = {
  reconciled: "RECONCILED",
  discrepant: "DISCREPANT",
  unverifiable: "UNVERIFIABLE",
};

/** Longer texts are cut: they come from a stranger's file, and events and indexes are bounded. */
const longest = { description: 1_000, institution: 200, number: 64 };

/**
 * A reading in upload's own terms: minor units, keys that decide what is the same, categories.
 *
 * @throws MoneyError when an amount has more decimals than its currency, which the reader rules out
 */
export function readStatements(statement: Statement, of: ReadingOf): ReadStatement[] {
  return statement.accounts.map((account, ordinal) =>
    readAccount(account, ordinal, [...statement.warnings], of),
  );
}

function readAccount(
  account: StatementAccount,
  ordinal: number,
  warnings: string[],
  of: ReadingOf,
): ReadStatement {
  const currency = currencyOf(account.currency ?? of.currency);
  const digits = minorDigits(currency);
  const institution = toOneLine(account.institution ?? "", longest.institution);
  const key = accountKey(institution, toOneLine(account.account_number ?? "", longest.number), currency);
  const statementId = of.statementId(ordinal);
  const rows = account.transactions.map((row, place) =>
    readRow(row, { statementId, place, currency, digits }, of),
  );
  const known = {
    account: key,
    period: account.period as Period | null,
    opening: minor(account.opening_balance, digits),
    closing: minor(account.closing_balance, digits),
  };
  return {
    ...known,
    statementId,
    documentId: of.documentId,
    ordinal,
    institution,
    verdict: verdicts[account.status],
    identity: statementIdentity(known, rows),
    warnings,
    checks: account.checks,
    rows,
  };
}

function readRow(
  row: StatementRow,
  at: { statementId: string; place: number; currency: string; digits: number },
  of: ReadingOf,
): PrintedRow {
  const printed = {
    date: row.date,
    description: toOneLine(row.description, longest.description),
    type: row.type,
    amount: parseDecimal(plain(row.amount), at.digits),
  };
  return {
    ...printed,
    ...of.categorize({ ...printed, currency: at.currency }),
    statementId: at.statementId,
    documentId: of.documentId,
    ordinal: at.place,
    rowKey: rowKey(printed, at.currency),
    page: row.page,
    box: row.box,
    balance: minor(row.balance, at.digits),
  };
}

function currencyOf(code: string | null | undefined): string {
  return code && isCurrency(code) ? code : unknownCurrency;
}

function minor(decimal: string | null, digits: number): bigint | null {
  return decimal === null ? null : parseDecimal(plain(decimal), digits);
}

/** The reader's decimals may begin with zeros, which the strict parser refuses. */
function plain(decimal: string): string {
  return decimal.replace(/^(-?)0+(?=\d)/, "$1");
}
