import type { Truth, TruthRow } from "./truth.ts";

/** What a reader said of a file, as far as it is compared. */
export type Reading = {
  status: "reconciled" | "discrepant" | "unverifiable";
  accounts: readonly {
    currency: string | null;
    opening_balance: string | null;
    closing_balance: string | null;
    transactions: readonly {
      date: string;
      type: "DEBIT" | "CREDIT";
      amount: string;
      balance: string | null;
    }[];
  }[];
};

/**
 * - `perfect`: every row is right, none is extra, and the verdict is the one that the paper deserves.
 * - `flagged`: not reconciled, though it could have been, or with wrong rows.
 * - `silent`: reconciled with wrong rows, or against what is printed, or where nothing proves it.
 * - `refused`: a typed error and no rows.
 */
export type Outcome = {
  result: "perfect" | "flagged" | "silent" | "refused";
  rowsRight: boolean;
  why: string;
};

export function compare(truth: Truth, reading: Reading): Outcome {
  const wrong = difference(truth, reading);
  const rowsRight = wrong === "";
  if (reading.status === "reconciled") {
    if (!rowsRight) return { result: "silent", rowsRight, why: `reconciled, but ${wrong}` };
    if (truth.verdict === "contradicted")
      return { result: "silent", rowsRight, why: "reconciled against what is printed" };
    if (truth.verdict === "unverifiable")
      return { result: "silent", rowsRight, why: "reconciled without any proof" };
    const ends = endsDifference(truth, reading);
    return ends === ""
      ? { result: "perfect", rowsRight, why: "" }
      : { result: "flagged", rowsRight, why: ends };
  }
  if (!truth.readable) return { result: "perfect", rowsRight, why: "" };
  if (!rowsRight) return { result: "flagged", rowsRight, why: `${reading.status}, and ${wrong}` };
  if (truth.verdict === "reconciled")
    return { result: "flagged", rowsRight, why: `rows right, but ${reading.status}` };
  return { result: "perfect", rowsRight, why: "" };
}

/** A file whose text says nothing is rightly refused. */
export function refused(truth: Truth, reason: string): Outcome {
  if (!truth.readable || truth.blank) return { result: "perfect", rowsRight: false, why: "" };
  return { result: "refused", rowsRight: false, why: reason };
}

function difference(truth: Truth, reading: Reading): string {
  const expected = truth.accounts.flatMap(({ rows }) => rows.map(key));
  const found = reading.accounts.flatMap(({ transactions }) => transactions.map(key));
  const missing = minus(expected, found);
  const extra = minus(found, expected);
  if (missing.length === 0 && extra.length === 0) return "";
  return `${missing.length} of ${expected.length} rows missing, ${extra.length} extra: ${[
    ...missing.slice(0, 2).map((row) => `-${row}`),
    ...extra.slice(0, 2).map((row) => `+${row}`),
  ].join(", ")}`;
}

function key({ date, type, amount }: Pick<TruthRow, "date" | "type" | "amount">): string {
  return `${date} ${type === "DEBIT" ? "-" : ""}${plain(amount)}`;
}

/** Without the decimals that say nothing: how many there are hangs on a currency that may be printed nowhere. */
function plain(amount: string): string {
  return amount.replace(/(?<=\.\d*)0+$/, "").replace(/\.$/, "");
}

function same(a: string | null, b: string): boolean {
  return a !== null && plain(a) === plain(b);
}

function minus(all: readonly string[], taken: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of taken) left.set(one, (left.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    if (count > 0) left.set(one, count - 1);
    return count === 0;
  });
}

/** Balances, where they are printed and read. A currency that no one printed is no mistake. */
function endsDifference(truth: Truth, reading: Reading): string {
  if (reading.accounts.length !== truth.accounts.length)
    return `${reading.accounts.length} accounts for ${truth.accounts.length}`;
  for (const [index, { opening, closing, rows }] of truth.accounts.entries()) {
    const account = reading.accounts[index]!;
    if (opening !== null && !same(account.opening_balance, opening))
      return `opening balance ${account.opening_balance} for ${opening}`;
    if (closing !== null && !same(account.closing_balance, closing))
      return `closing balance ${account.closing_balance} for ${closing}`;
    const expected = rows.filter(({ balance }) => balance !== null).map(({ balance }) => plain(balance!));
    const found = account.transactions
      .filter(({ balance }) => balance !== null)
      .map(({ balance }) => plain(balance!));
    const missing = minus(expected, found);
    if (missing.length > 0) return `${missing.length} of ${expected.length} row balances wrong`;
  }
  return "";
}
