import { randomBytes, randomUUIDv7 } from "node:crypto";
import { categorize } from "@finflow/categorizer/categorize";
import type { StatementSpec } from "@finflow/sample-statements/statement-spec";
import { truthOf } from "@finflow/sample-statements/truth";
import type { Statement } from "@finflow/statements/statement";
import { takeClaim } from "@finflow/upload/adapters/postgres-claims";
import { askForReading, insertPending } from "@finflow/upload/adapters/postgres-documents";
import { withUserLock } from "@finflow/upload/adapters/postgres-users";
import { readStatements } from "@finflow/upload/domain/read-statement";
import { commitReading } from "@finflow/upload/work/commit-reading";
import type { Pool } from "pg";

/** A statement made to order, as a perfect reader of its PDF gives it. */
export function readingOf(spec: StatementSpec): Statement {
  const { status, accounts } = truthOf(spec);
  return {
    ...{ status, pages: 1, warnings: [] },
    accounts: accounts.map(({ total_due: _, transactions, ...account }) => ({
      ...{ ...account, status, checks: [] },
      transactions: transactions.map((row, place) => ({
        ...{ ...row, page: 1, raw: row.description },
        box: [40, 100 + 13 * place, 500, 12],
      })),
    })),
  };
}

/** Commits a reading as a worker does: claimed, categorised, in one transaction with its events. */
export async function writeReading(pool: Pool, userId: string, statement: Statement): Promise<string> {
  const sha256 = randomBytes(32).toString("hex");
  const documentId = randomUUIDv7();
  const announced = { userId, documentId, fileName: "a.pdf", sizeBytes: 1, sha256, lifetimeSeconds: 60 };
  const { attempt } = await withUserLock(pool, userId, async ({ session }) =>
    askForReading(session, await insertPending(session, announced)),
  );
  const claim = await takeClaim(pool, { userId, documentId, attempt });
  if (!claim) throw new Error("the document could not be claimed");
  const statements = readStatements(statement, {
    ...{ documentId, categorize, currency: undefined },
    statementId: () => randomUUIDv7(),
  });
  const outcome = await commitReading(pool, claim, { statements, pages: statement.pages });
  if (outcome !== "committed") throw new Error("the reading was not committed");
  return documentId;
}
