import type { FailureReason } from "@finflow/statements/statement";
import type { Pool } from "pg";
import {
  type Claim,
  completeClaim,
  failClaim,
  giveBackClaim,
  lockClaim,
} from "../adapters/postgres-claims.ts";
import { findPassword } from "../adapters/postgres-passwords.ts";
import { printedStatements } from "../adapters/postgres-statements.ts";
import { withUserLock } from "../adapters/postgres-users.ts";
import type { Sealed } from "../domain/password-seal.ts";
import { worstVerdict } from "../domain/printed-row.ts";
import type { ReadStatement } from "../domain/read-statement.ts";
import { sameStatementAs } from "../domain/same-statement.ts";
import { UploadError } from "../domain/upload-error.ts";
import { changeRows } from "./change-rows.ts";

/** `lost`: the document was deleted, asked for anew or given to another worker meanwhile, or its user erased. */
export type Outcome = "committed" | "lost";

/** Rows, categories, status and events, in one transaction, if the claim still stands. */
export async function commitReading(
  pool: Pool,
  claim: Claim,
  reading: { statements: readonly ReadStatement[]; pages: number },
): Promise<Outcome> {
  return unlessErased(
    withUserLock(pool, claim.userId, async (user): Promise<Outcome> => {
      const { session, userId } = user;
      if (!(await lockClaim(session, claim))) return "lost";
      const { statements, pages } = reading;
      const identities = statements.map(({ identity }) => identity);
      const alike = await printedStatements(session, userId, { identities });
      const others = alike.filter(({ documentId }) => documentId !== claim.documentId);
      const { newTransactionCount } = await changeRows(user, claim.documentId, statements);
      await completeClaim(session, claim, {
        verdict: worstVerdict(statements.map(({ verdict }) => verdict)) ?? "UNVERIFIABLE",
        pages,
        transactionCount: statements.reduce((sum, { rows }) => sum + rows.length, 0),
        newTransactionCount,
        sameStatementAs: sameStatementAs(statements, others) ?? null,
      });
      return "committed";
    }),
  );
}

/**
 * The file gave no statement. Rows of an earlier reading stay. When a password was given while it was read with
 * another or none, it is read again with that.
 */
export async function commitFailure(
  pool: Pool,
  claim: Claim,
  reason: FailureReason,
  usedPassword: Sealed | undefined,
): Promise<Outcome> {
  return unlessErased(
    withUserLock(pool, claim.userId, async ({ session, userId }): Promise<Outcome> => {
      if (!(await lockClaim(session, claim))) return "lost";
      const password = await findPassword(session, userId, claim.documentId);
      const isNew = password !== undefined && !(usedPassword && password.sealed.equals(usedPassword.sealed));
      if (isNew && (reason === "password_needed" || reason === "wrong_password")) {
        await giveBackClaim(session, claim, false);
      } else await failClaim(session, claim, reason);
      return "committed";
    }),
  );
}

async function unlessErased(work: Promise<Outcome>): Promise<Outcome> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UploadError && error.reason === "user_erased") return "lost";
    throw error;
  }
}
