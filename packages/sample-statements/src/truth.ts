import { minorDigits } from "@finflow/money/currency";
import { formatMinor } from "@finflow/money/decimal";
import { type Layout, layouts } from "./layouts.ts";
import type { AccountSpec, Mistake, StatementSpec } from "./statement-spec.ts";

/**
 * What a perfect reader would find in the file: the printed figures, in the shape and with the names of a
 * read statement. Amounts are decimal strings; what is not printed is null.
 */
export type Truth = {
  status: "reconciled" | "discrepant" | "unverifiable";
  accounts: TruthAccount[];
};

export type TruthAccount = {
  institution: string;
  currency: string | null;
  account_number: string;
  opening_balance: string | null;
  closing_balance: string | null;
  /** Printed by cards: what all rows sum to, positive when it is owed. */
  total_due: string | null;
  period: { from: string; to: string };
  /** Oldest first, whatever the order on paper. */
  transactions: TruthRow[];
};

export type TruthRow = {
  date: string;
  description: string;
  type: "DEBIT" | "CREDIT";
  amount: string;
  balance: string | null;
};

/** A row as it is printed, in minor units; the balance is null where the layout prints none. */
export type PrintedRow = {
  date: string;
  description: string;
  amount: bigint;
  balance: bigint | null;
  /** The balance after it, printed or not, right even where the printed one is not. */
  after: bigint;
};

/** The figures of one account as they are printed, the mistake included. */
export type PrintedAccount = {
  opening: bigint;
  closing: bigint;
  debits: bigint;
  credits: bigint;
  rows: PrintedRow[];
};

export function printedAccount(
  spec: AccountSpec,
  layout: Layout,
  mistake: Mistake | undefined,
): PrintedAccount {
  let balance = spec.opening;
  const rows = spec.rows.map((row, index): PrintedRow => {
    balance += row.amount;
    const lastOfDay = spec.rows[index + 1]?.date !== row.date;
    const shown = layout.balances === "every_row" || (layout.balances === "last_of_day" && lastOfDay);
    const off = mistake?.kind === "balance" && mistake.row === index ? mistake.by : 0n;
    return { ...row, balance: shown ? balance + off : null, after: balance };
  });
  const printed = mistake?.kind === "missing_row" ? rows.filter((_, index) => index !== mistake.row) : rows;
  return {
    opening: spec.opening,
    closing: balance + (mistake?.kind === "closing" ? mistake.by : 0n),
    debits: -rows.reduce((sum, { amount }) => (amount < 0n ? sum + amount : sum), 0n),
    credits: rows.reduce((sum, { amount }) => (amount > 0n ? sum + amount : sum), 0n),
    rows: printed,
  };
}

export function truthOf(spec: StatementSpec): Truth {
  const layout: Layout = layouts[spec.layout];
  return {
    status: spec.mistake ? "discrepant" : layout.proof === "nothing" ? "unverifiable" : "reconciled",
    accounts: spec.accounts.map((account, index) =>
      truthOfAccount(spec, account, layout, spec.mistake?.account === index ? spec.mistake : undefined),
    ),
  };
}

function truthOfAccount(
  spec: StatementSpec,
  account: AccountSpec,
  layout: Layout,
  mistake: Mistake | undefined,
): TruthAccount {
  const printed = printedAccount(account, layout, mistake);
  const decimal = (minor: bigint) => formatMinor(minor, minorDigits(account.currency));
  const balances = layout.proof === "balances";
  return {
    institution: spec.institution,
    currency: spec.currencyPrinted === "nowhere" ? null : account.currency,
    account_number: account.number,
    opening_balance: balances ? decimal(printed.opening) : null,
    closing_balance: balances ? decimal(printed.closing) : null,
    total_due: layout.proof === "total_due" ? decimal(-printed.closing) : null,
    period: account.period,
    transactions: printed.rows.map((row) => ({
      date: row.date,
      description: row.description.split(/\s+/).join(" "),
      type: row.amount > 0n ? "CREDIT" : "DEBIT",
      amount: decimal(row.amount < 0n ? -row.amount : row.amount),
      balance: row.balance === null ? null : decimal(row.balance),
    })),
  };
}
