import { deleteCorrections, saveCorrection } from "../adapters/postgres-corrections.ts";
import { rowStatesById } from "../adapters/postgres-row-states.ts";
import { setRemoved } from "../adapters/postgres-transactions.ts";
import { type LockedUser, takeRevision } from "../adapters/postgres-users.ts";
import { publishRevision } from "../adapters/publish-revision.ts";
import { type Correction, isEmptyCorrection, isSameCorrection } from "../domain/correction.ts";
import type { RowState } from "../domain/row-state.ts";

/** Puts a correction over a row: a revision, unless it is there already. */
export async function correctRow(user: LockedUser, row: RowState, correction: Correction): Promise<RowState> {
  if (isSameCorrection(row.correction, correction)) return row;
  const { session, userId } = user;
  const { transactionId } = row;
  if (isEmptyCorrection(correction)) await deleteCorrections(session, userId, [transactionId]);
  else await saveCorrection(session, userId, transactionId, correction);
  const revision = await takeRevision(user);
  await setRemoved(session, userId, revision, transactionId, correction.removed);
  await publishRevision(user);
  const [changed] = await rowStatesById(session, userId, [transactionId]);
  return changed!;
}

/** The correction of a row that is no more: nobody sees a difference. False when there is none. */
export async function discardLeftOver(user: LockedUser, transactionId: string): Promise<boolean> {
  return (await deleteCorrections(user.session, user.userId, [transactionId])) > 0;
}
