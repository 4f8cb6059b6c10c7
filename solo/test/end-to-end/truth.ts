import assert from "node:assert/strict";
import type { Truth } from "@finflow/sample-statements/truth";
import { assertSameLines } from "./same-lines.ts";
import type { TransactionJson, VerdictJson } from "./wire.ts";

/** A row as the paper has it, with what Finflow chose for it. Amounts are decimal strings. */
export type TrueRow = {
  currency: string;
  date: string;
  description: string;
  type: "DEBIT" | "CREDIT";
  amount: string;
  balance: string | undefined;
  verdict: VerdictJson;
};

export type ChosenRow = TrueRow & Pick<TransactionJson, "category" | "flow" | "accountId" | "transactionId">;

/** @param currency of accounts that print none */
export function rowsOf(truth: Truth, currency = "XXX"): TrueRow[] {
  const verdict = truth.status.toUpperCase() as VerdictJson;
  return truth.accounts.flatMap((account) =>
    account.transactions.map(({ date, description, type, amount, balance }) => ({
      currency: account.currency ?? currency,
      date,
      description,
      type,
      amount,
      balance: balance ?? undefined,
      verdict,
    })),
  );
}

/** What Finflow lists, as the paper would have it. */
export function printed(row: TransactionJson): TrueRow {
  const { date, description, type, amount, balance, verdict } = row;
  if (balance) assert.equal(balance.currency, amount.currency, JSON.stringify(row));
  return {
    currency: amount.currency,
    date,
    description,
    type,
    amount: amount.amount,
    balance: balance?.amount,
    verdict,
  };
}

/**
 * The true rows with the category and flow that Finflow lists them under; both must be the same rows, each as
 * often as the other has it.
 */
export function chosen(truth: readonly TrueRow[], listed: readonly TransactionJson[]): ChosenRow[] {
  const found = listed.map((row) => lineOf(printed(row)));
  assertSameLines(found, truth.map(lineOf), "the rows listed are not those on paper");
  return listed.map((row) => {
    const { category, flow, accountId, transactionId } = row;
    return { ...printed(row), category, flow, accountId, transactionId };
  });
}

function lineOf({ currency, date, description, type, amount, balance, verdict }: TrueRow): string {
  return [date, description, type, amount, currency, `balance ${balance ?? "none"}`, verdict].join(" | ");
}
