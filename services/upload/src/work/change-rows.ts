import { randomUUIDv7 } from "node:crypto";
import { accountOf, deleteEmptyAccounts } from "../adapters/postgres-accounts.ts";
import { leftOverRows } from "../adapters/postgres-corrections.ts";
import { sourcesOfDocument, sourcesWithKeys } from "../adapters/postgres-sources.ts";
import {
  deleteStatements,
  earlierStatements,
  insertStatement,
  printedStatements,
} from "../adapters/postgres-statements.ts";
import { transactionsById } from "../adapters/postgres-transactions.ts";
import type { LockedUser } from "../adapters/postgres-users.ts";
import type { Session } from "../adapters/session.ts";
import { matchReread } from "../domain/match-reread.ts";
import type { PrintedRow } from "../domain/printed-row.ts";
import type { ReadStatement } from "../domain/read-statement.ts";
import { rowChanges } from "../domain/row-changes.ts";
import type { HeldRow } from "../domain/row-ids.ts";
import { settleRows } from "../domain/settle-rows.ts";
import { correctedRows, keepCorrections } from "./keep-corrections.ts";
import { writeRows } from "./write-rows.ts";

/**
 * Puts what a document prints in the place of what it printed before (nothing, when it goes), and settles which
 * rows there are then: for the row keys concerned, from everything that living documents print. Takes a revision
 * and publishes it when any row is other than it was.
 *
 * @returns how many of the document's rows no other document had
 */
export async function changeRows(
  user: LockedUser,
  documentId: string,
  statements: readonly ReadStatement[] | "deleted",
): Promise<{ newTransactionCount: number }> {
  const { session, userId } = user;
  await takeYourTime(session);
  const rowsBefore = await sourcesOfDocument(session, userId, documentId);
  const leftOver = await leftOverRows(session, userId, documentId);
  const prints = statements === "deleted" ? [] : statements;
  const printed = prints.flatMap(({ rows }) => rows);
  const matches = matchReread(printed, [
    ...rowsBefore.map((row) => ({ ...row, transactionId: row.heldBy! })),
    ...leftOver,
  ]);
  const reread = printed.map((row, index): HeldRow => ({ ...row, heldBy: matches[index], isReread: true }));

  const keys = [...new Set([...rowsBefore, ...printed].map(({ rowKey }) => rowKey))];
  const others = await sourcesWithKeys(session, userId, keys, documentId);
  const heldBefore = [...rowsBefore, ...others];
  const before = await transactionsById(session, userId, [
    ...new Set(heldBefore.map(({ heldBy }) => heldBy!)),
  ]);

  const corrected = await correctedRows(user, before);
  await replaceStatements(user, documentId, prints);
  const rows = [...others, ...reread];
  const statementIds = [...new Set(rows.map(({ statementId }) => statementId))];
  const known = await printedStatements(session, userId, { statementIds });
  const settled = settleRows(
    rows,
    new Map(known.map((statement) => [statement.statementId, statement])),
    before,
    randomUUIDv7,
  );
  const changes = rowChanges(settled, before, heldBefore);
  await writeRows(user, {
    settled,
    changes,
    before,
    heldBefore,
    documentId,
    printed: reread,
    removedAgain: new Set(leftOver.filter(({ removed }) => removed).map((row) => row.transactionId)),
    keepCorrections: () =>
      keepCorrections(
        user,
        corrected,
        { gone: changes.gone, created: changes.created.map(({ transactionId }) => transactionId) },
        statements === "deleted" ? documentId : undefined,
      ),
  });
  await deleteEmptyAccounts(session, userId);
  return { newTransactionCount: countNew(settled.rows, documentId) };
}

/**
 * Tens of thousands of rows are settled between two statements, on a machine that may be busy. A process that
 * dies closes its connection; one that hangs holds its user's lock for this long.
 */
async function takeYourTime(session: Session): Promise<void> {
  await session.query("set local idle_in_transaction_session_timeout = '60s'");
}

async function replaceStatements(
  user: LockedUser,
  documentId: string,
  statements: readonly ReadStatement[],
): Promise<void> {
  const { session, userId } = user;
  const earlier = await earlierStatements(session, userId, documentId);
  await deleteStatements(session, userId, documentId);
  for (const statement of statements) {
    const accountId = await accountOf(session, userId, statement, earlier.get(statement.ordinal)?.accountId);
    await insertStatement(session, userId, statement, accountId);
  }
}

function countNew(rows: readonly { sources: readonly PrintedRow[] }[], documentId: string): number {
  return rows.filter(({ sources }) => sources.every((source) => source.documentId === documentId)).length;
}
