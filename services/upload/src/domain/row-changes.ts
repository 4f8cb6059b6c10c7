import type { PrintedRow } from "./printed-row.ts";
import type { HeldRow } from "./row-ids.ts";
import type { Settled, SettledRow } from "./settle-rows.ts";

/** What was said of a transaction before. */
export type Before = Pick<SettledRow, "accountId" | "verdict" | "possibleDuplicateOf"> & {
  statementId: string;
  ordinal: number;
};

/** Which of the settled rows are other than they were. */
export type RowChanges = { created: SettledRow[]; updated: SettledRow[]; gone: string[] };

/** @param rowsBefore every printed row that the transactions in `before` had */
export function rowChanges(
  settled: Settled,
  before: ReadonlyMap<string, Before>,
  rowsBefore: readonly HeldRow[],
): RowChanges {
  const held = Map.groupBy(rowsBefore, (row) => row.heldBy);
  const wasDifferent = (row: SettledRow): boolean => {
    const was = before.get(row.transactionId);
    if (!was) return false;
    const [shown] = row.sources;
    const earlier = held.get(row.transactionId) ?? [];
    const shownBefore = earlier.find(
      ({ statementId, ordinal }) => statementId === was.statementId && ordinal === was.ordinal,
    );
    return fingerprint(was, shownBefore, earlier) !== fingerprint(row, shown, row.sources);
  };
  return {
    created: settled.rows.filter(({ isNew }) => isNew),
    updated: settled.rows.filter((row) => !row.isNew && wasDifferent(row)),
    gone: settled.gone,
  };
}

function fingerprint(
  row: Pick<SettledRow, "accountId" | "verdict" | "possibleDuplicateOf">,
  shown: PrintedRow | undefined,
  sources: readonly PrintedRow[],
): string {
  return JSON.stringify([
    row.accountId,
    row.verdict,
    row.possibleDuplicateOf ?? null,
    shown && [
      shown.statementId,
      shown.ordinal,
      shown.date,
      shown.description,
      shown.type,
      String(shown.amount),
      String(shown.balance),
      shown.category,
      shown.flow,
      shown.confidence,
      shown.merchant,
    ],
    sources
      .map(({ documentId, statementId, ordinal, page, box }) =>
        [documentId, statementId, ordinal, page, ...box].join(" "),
      )
      .sort(),
  ]);
}
