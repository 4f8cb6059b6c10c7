import {
  deleteCorrections,
  leaveCorrectionOver,
  takeUpCorrections,
} from "../adapters/postgres-corrections.ts";
import { rowStatesById } from "../adapters/postgres-row-states.ts";
import type { StoredTransaction } from "../adapters/postgres-transactions.ts";
import type { LockedUser } from "../adapters/postgres-users.ts";
import type { RowState } from "../domain/row-state.ts";

/** The corrected rows among those that may change, as they are before it. */
export async function correctedRows(
  user: LockedUser,
  before: ReadonlyMap<string, StoredTransaction>,
): Promise<RowState[]> {
  const ids = [...before.values()]
    .filter(({ hasCorrection }) => hasCorrection)
    .map(({ transactionId }) => transactionId);
  return rowStatesById(user.session, user.userId, ids);
}

/**
 * A correction stays with its row. When the row is no more, it is kept beside a document that still is, to be
 * shown and to be taken up when a reading has the row again; with the last document that printed it, it goes.
 *
 * @param leavingDocumentId the document that is being deleted
 */
export async function keepCorrections(
  user: LockedUser,
  corrected: readonly RowState[],
  rows: { gone: readonly string[]; created: readonly string[] },
  leavingDocumentId: string | undefined,
): Promise<void> {
  const { session, userId } = user;
  await takeUpCorrections(session, userId, rows.created);
  const gone = new Set(rows.gone);
  const forgotten: string[] = [];
  for (const row of corrected) {
    if (!gone.has(row.transactionId)) continue;
    const staying = row.sources.find(({ documentId }) => documentId !== leavingDocumentId);
    if (!staying) forgotten.push(row.transactionId);
    else await leaveCorrectionOver(session, userId, row.transactionId, staying.documentId, row);
  }
  await deleteCorrections(session, userId, forgotten);
}
