import type { Draft } from "../../table/draft/drafts.ts";
import { isAccountTable } from "../../table/rows/account-table.ts";

/**
 * Whether a table is left out that is headed as an account's rows are.
 *
 * @param kept which of the drafts are the account's rows
 */
export function leavesTableOut(all: readonly Draft[], kept: ReadonlySet<number>): boolean {
  const taken = new Set([...kept].map((index) => all[index]!.signature));
  const left = all.filter(({ signature }) => !taken.has(signature));
  return [...Map.groupBy(left, ({ signature }) => signature).values()].some(isAccountTable);
}
