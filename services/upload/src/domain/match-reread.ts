import { foldWords } from "./account-key.ts";
import type { PrintedRow } from "./printed-row.ts";

/** What is remembered of a row from an earlier reading of the same file. */
export type EarlierRow = Pick<PrintedRow, "page" | "box" | "date" | "amount" | "description" | "type"> & {
  transactionId: string;
};

/**
 * Which row of a new reading is which of the earlier one, so that a person's corrections stay with it: by
 * page and box, since the paper has not moved; then by date, amount, description and order.
 *
 * @returns for each of `rows`, by index, the earlier row's transaction
 */
export function matchReread(
  rows: readonly PrintedRow[],
  earlier: readonly EarlierRow[],
): (string | undefined)[] {
  const matched: (string | undefined)[] = rows.map(() => undefined);
  let left = earlier;
  for (const key of [byPlace, byValues]) {
    const queues = Map.groupBy(left, key);
    for (const [index, row] of rows.entries()) {
      matched[index] ??= queues.get(key(row))?.shift()?.transactionId;
    }
    left = [...queues.values()].flat();
  }
  return matched;
}

function byPlace({ page, box }: Pick<PrintedRow, "page" | "box">): string {
  // Whole points: a newer reader may measure a hair differently.
  return [page, ...box.map(Math.round)].join(" ");
}

function byValues(row: Pick<PrintedRow, "date" | "amount" | "description" | "type">): string {
  return [row.date, row.type, row.amount, foldWords(row.description)].join("\0");
}
