import { randomBytes, randomUUIDv7 } from "node:crypto";
import { categorize } from "@finflow/categorizer/categorize";
import type { Statement, StatementAccount, StatementRow } from "@finflow/statements/statement";
import { type Claim, takeClaim } from "../src/adapters/postgres-claims.ts";
import { askForReading, insertPending, lockDocument } from "../src/adapters/postgres-documents.ts";
import { earlierStatements } from "../src/adapters/postgres-statements.ts";
import { withUserLock } from "../src/adapters/postgres-users.ts";
import type { ReadingJob } from "../src/domain/document.ts";
import { readStatements } from "../src/domain/read-statement.ts";
import { commitReading, type Outcome } from "../src/work/commit-reading.ts";
import type { Harness } from "./harness.ts";

type Pooled = Pick<Harness, "pool">;

/** A reading of one account: rows in euros, `balance` after each unless they print none. */
export function reading(account: Partial<StatementAccount>, rows: Partial<StatementRow>[]): Statement {
  return {
    status: account.status ?? "reconciled",
    pages: 1,
    warnings: [],
    accounts: [
      {
        institution: "Northbank",
        currency: "EUR",
        account_number: "1234567890",
        opening_balance: "100.00",
        closing_balance: "50.00",
        period: { from: "2025-01-01", to: "2025-01-31" },
        status: "reconciled",
        checks: [],
        ...account,
        transactions: rows.map((row, place) => ({
          date: "2025-01-10",
          description: "Coffee",
          type: "DEBIT",
          amount: "3.00",
          balance: null,
          page: 1,
          box: [40, 100 + 13 * place, 500, 12],
          raw: "",
          ...row,
        })),
      },
    ],
  };
}

/** A document whose bytes are there; no file is needed to commit what is read. */
export async function uploaded({ pool }: Pooled, userId: string): Promise<ReadingJob> {
  return withUserLock(pool, userId, async ({ session }) => {
    const sha256 = randomBytes(32).toString("hex");
    const documentId = randomUUIDv7();
    const announced = { userId, documentId, fileName: "a.pdf", sizeBytes: 1, sha256, lifetimeSeconds: 60 };
    const { attempt } = await askForReading(session, await insertPending(session, announced));
    return { userId, documentId, attempt, readsPictures: false };
  });
}

/** Taken up by a worker. */
export async function claimed(harness: Pooled, userId: string): Promise<Claim> {
  return (await takeClaim(harness.pool, await uploaded(harness, userId)))!;
}

/** The same document once more, as after a person said its year. */
export async function claimedAgain({ pool }: Pooled, { userId, documentId }: Claim): Promise<Claim> {
  const job = await withUserLock(pool, userId, async ({ session }) =>
    askForReading(session, (await lockDocument(session, userId, { documentId }))!),
  );
  return (await takeClaim(pool, job))!;
}

export async function commit({ pool }: Pooled, claim: Claim, statement: Statement): Promise<Outcome> {
  const earlier = await earlierStatements(pool, claim.userId, claim.documentId);
  const statements = readStatements(statement, {
    documentId: claim.documentId,
    currency: claim.saidCurrency ?? undefined,
    categorize,
    statementId: (ordinal) => earlier.get(ordinal)?.statementId ?? randomUUIDv7(),
  });
  return commitReading(pool, claim, { statements, pages: statement.pages });
}

/** Claimed and committed: the document's id. */
export async function committed(harness: Pooled, userId: string, statement: Statement): Promise<string> {
  const claim = await claimed(harness, userId);
  await commit(harness, claim, statement);
  return claim.documentId;
}
