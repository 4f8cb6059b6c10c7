import type { MarkedLine } from "../layout/marked-line.ts";
import type { ReadOptions, StatementAccount } from "../statement.ts";
import { linesByCurrency } from "./accounts/currency-columns.ts";
import { type ReadAccounts, readAccounts } from "./read-accounts.ts";

/**
 * The accounts of a document. Where they do not add up and its table has a column for each of several currencies, each of these
 * is an account, if every one adds up by itself and no row is lost.
 */
export function readDocument(
  lines: readonly MarkedLine[],
  created: string | null,
  options: ReadOptions,
): ReadAccounts {
  const read = readAccounts(lines, created, options);
  if (read.accounts.every(isProven)) return read;
  const apart = linesByCurrency(lines)?.map((own) => readAccounts(own, created, options)) ?? [];
  const accounts = apart.flatMap((each) => each.accounts);
  if (apart.length === 0 || accounts.length !== apart.length || !accounts.every(isProven)) return read;
  if (rowsOf(accounts) < rowsOf(read.accounts)) return read;
  return { accounts, warnings: new Set(apart.flatMap(({ warnings }) => [...warnings])) };
}

function isProven({ status }: StatementAccount): boolean {
  return status === "reconciled";
}

function rowsOf(accounts: readonly StatementAccount[]): number {
  return accounts.reduce((sum, { transactions }) => sum + transactions.length, 0);
}
