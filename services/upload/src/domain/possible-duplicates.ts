import { type AccountKey, mayBeOneAccount } from "./account-key.ts";

/** A row among those of one row key. */
export type Candidate = { transactionId: string; documentIds: ReadonlySet<string>; account: AccountKey };

/**
 * Rows that look the same and could not be shown to be one: each later one is marked with an earlier one,
 * one to one for the rows of a document, so that two of a kind here and two there are two pairs. Rows that
 * one document prints are told apart by it.
 *
 * @param rows of one row key, in the order they came
 * @returns for each marked row the earlier one's id
 */
export function possibleDuplicates(rows: readonly Candidate[]): Map<string, string> {
  const marks = new Map<string, string>();
  if (rows.length < 2) return marks;
  const originals: { row: Candidate; markedIn: Set<string> }[] = [];
  // Rows of the same documents and account are refused by the same originals: each is looked at once for all.
  const cursors = new Map<string, number>();
  for (const row of rows) {
    const kind = `${[...row.documentIds].sort().join(" ")}\0${row.account.institutionKey}\0${row.account.numberKey}`;
    let at = cursors.get(kind) ?? 0;
    for (; at < originals.length; at++) {
      const { row: original, markedIn } = originals[at]!;
      if (!mayBeOneAccount(original.account, row.account)) continue;
      if (row.documentIds.isDisjointFrom(original.documentIds) && row.documentIds.isDisjointFrom(markedIn))
        break;
    }
    const found = originals[at];
    // Not past it: the end grows.
    cursors.set(kind, at);
    if (found) {
      marks.set(row.transactionId, found.row.transactionId);
      for (const documentId of row.documentIds) found.markedIn.add(documentId);
    } else originals.push({ row, markedIn: new Set() });
  }
  return marks;
}
