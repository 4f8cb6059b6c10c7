import { isCurrency, minorDigits } from "@finflow/money/currency";
import { formatMinor, parseDecimal } from "@finflow/money/decimal";
import { maxItemCharacters, maxListedChecks } from "../limits.ts";
import type { Check, StatementAccount, StatementRow, Verdict } from "../statement.ts";

/** A number as written in a file whose format says what each number means: unsigned decimal, and its sign. */
export type Amount = { sign: 1 | -1; decimal: string };

export type ListedRow = {
  date: string;
  description: string;
  amount: Amount;
  /** The line of the file, from 1. */
  line: number;
  raw: string;
};

/** A figure beside the rows that they must agree with. */
export type ListedClaim =
  | { kind: "total_debits" | "total_credits"; decimal: string }
  | { kind: "gross"; decimal: string }
  | { kind: "net"; amount: Amount }
  | { kind: "count" | "count_debits" | "count_credits"; count: number };

/** An account of a file that says which figure is what: nothing is left to find out but whether they agree. */
export type ListedAccount = {
  institution: string | null;
  currency: string | null;
  number: string | null;
  period: { from: string; to: string } | null;
  opening: Amount | null;
  closing: Amount | null;
  rows: ListedRow[];
  claims: ListedClaim[];
  /** How many bookings the rows are, where one booking is listed in its parts. */
  bookings: number;
  bookedDebits: number;
  bookedCredits: number;
};

/** Compares what is listed with the balances and totals beside it. */
export function toStatementAccount(listed: ListedAccount): StatementAccount {
  const digits = digitsOf(listed);
  const units = ({ sign, decimal }: Amount) => BigInt(sign) * parseDecimal(decimal, digits);
  const sums = { debits: 0n, credits: 0n };
  for (const { amount } of listed.rows) {
    const value = units(amount);
    if (value < 0n) sums.debits -= value;
    else sums.credits += value;
  }
  const opening = listed.opening && units(listed.opening);
  const closing = listed.closing && units(listed.closing);
  const checks: Check[] = [];
  const compare = (kind: Check["kind"], printed: bigint, computed: bigint, decimals = digits) => {
    const show = (value: bigint) => formatMinor(value, decimals);
    const difference = show(printed - computed);
    checks.push({
      kind,
      printed: show(printed),
      computed: show(computed),
      difference,
      page: null,
      box: null,
    });
    return printed === computed;
  };
  const proofs = new Set<string>();
  if (opening !== null && closing !== null) {
    if (compare("closing_balance", closing, opening + sums.credits - sums.debits)) proofs.add("balances");
  }
  for (const claim of listed.claims) if (agrees(claim, listed, sums, units, compare)) proofs.add(claim.kind);
  return {
    institution: listed.institution,
    currency: listed.currency,
    account_number: listed.number,
    opening_balance: opening === null ? null : formatMinor(opening, digits),
    closing_balance: closing === null ? null : formatMinor(closing, digits),
    period: listed.period,
    status: verdictOf(checks, proofs, listed.rows.length, sums),
    checks: checks.slice(0, maxListedChecks),
    transactions: listed.rows.map((row) => toRow(row, digits)),
  };
}

type Sums = { debits: bigint; credits: bigint };

function agrees(
  claim: ListedClaim,
  { bookings, bookedDebits, bookedCredits }: ListedAccount,
  { debits, credits }: Sums,
  units: (amount: Amount) => bigint,
  compare: (kind: Check["kind"], printed: bigint, computed: bigint, decimals?: number) => boolean,
): boolean {
  if (claim.kind === "net") return compare("subtotal", units(claim.amount), credits - debits);
  if ("count" in claim) {
    const counted = { count: bookings, count_debits: bookedDebits, count_credits: bookedCredits }[claim.kind];
    return compare("count", BigInt(claim.count), BigInt(counted), 0);
  }
  const printed = units({ sign: 1, decimal: claim.decimal });
  if (claim.kind === "gross") return compare("subtotal", printed, debits + credits);
  return compare(claim.kind, printed, claim.kind === "total_debits" ? debits : credits);
}

/** Balances on both sides prove the rows; so do totals of both sides, or the sum of all with and without signs. */
function verdictOf(checks: readonly Check[], proofs: ReadonlySet<string>, rows: number, sums: Sums): Verdict {
  if (checks.some(({ difference }) => /[1-9]/.test(difference))) return "discrepant";
  if (proofs.has("balances")) return "reconciled";
  if (rows === 0) return "unverifiable";
  const bothSides =
    (proofs.has("total_debits") || sums.debits === 0n) &&
    (proofs.has("total_credits") || sums.credits === 0n);
  const someSide = proofs.has("total_debits") || proofs.has("total_credits");
  return (bothSides && someSide) || (proofs.has("gross") && proofs.has("net"))
    ? "reconciled"
    : "unverifiable";
}

function toRow({ date, description, amount, line, raw }: ListedRow, digits: number): StatementRow {
  const value = parseDecimal(amount.decimal, digits);
  return {
    date,
    description,
    type: amount.sign === 1 ? "CREDIT" : "DEBIT",
    amount: formatMinor(value, digits),
    balance: null,
    page: 1,
    box: [0, 0, 0, 0],
    line,
    raw: raw.slice(0, maxItemCharacters),
  };
}

/** The currency's own number of decimals, or more where the file has more: none is ever cut off. */
function digitsOf({ currency, opening, closing, rows, claims }: ListedAccount): number {
  const own = currency !== null && isCurrency(currency) ? minorDigits(currency) : 2;
  const decimals = [
    ...[opening, closing].map((amount) => amount?.decimal ?? ""),
    ...rows.map(({ amount }) => amount.decimal),
    ...claims.map(decimalOf),
  ];
  return decimals.reduce((most, text) => Math.max(most, (/\.(\d*[1-9])/.exec(text)?.[1] ?? "").length), own);
}

function decimalOf(claim: ListedClaim): string {
  if (claim.kind === "net") return claim.amount.decimal;
  return "decimal" in claim ? claim.decimal : "";
}
