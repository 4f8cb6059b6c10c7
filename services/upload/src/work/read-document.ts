import { createHash, randomUUIDv7 } from "node:crypto";
import type { ObjectStore } from "@finflow/objects/object-store";
import type { StatementReader } from "@finflow/statements/child/statement-reader";
import { StatementError } from "@finflow/statements/statement";
import type { Logger } from "@finflow/telemetry/logger";
import type { Pool } from "pg";
import { type Claim, giveBackClaim, takeClaim } from "../adapters/postgres-claims.ts";
import { findPassword } from "../adapters/postgres-passwords.ts";
import { earlierStatements } from "../adapters/postgres-statements.ts";
import { objectKey, type ReadingJob } from "../domain/document.ts";
import { openPassword, type SealingKeys } from "../domain/password-seal.ts";
import { type Categorize, readStatements } from "../domain/read-statement.ts";
import { commitFailure, commitReading, type Outcome } from "./commit-reading.ts";
import { holdClaim } from "./hold-claim.ts";

export type ReadingPorts = {
  pool: Pool;
  objects: Pick<ObjectStore, "get">;
  reader: Pick<StatementReader, "read">;
  categorize: Categorize;
  sealingKeys: SealingKeys;
  heartbeatSeconds: number;
  logger: Logger;
};

/**
 * Takes a document up, reads it and commits what was found: once, whoever else tries the same. `idle`: there
 * was nothing to do. A failure of ours gives the document back, and throws.
 *
 * @param stopping aborted when this worker shuts down: the document goes back, and the try does not count
 */
export async function readDocument(
  ports: ReadingPorts,
  job: ReadingJob,
  stopping: AbortSignal,
): Promise<Outcome | "idle"> {
  const { pool, logger } = ports;
  if (stopping.aborted) return "idle";
  const claim = await takeClaim(pool, job);
  if (!claim) return "idle";
  const held = holdClaim(pool, claim, ports.heartbeatSeconds);
  const signal = AbortSignal.any([stopping, held.lost]);
  const { documentId, attempt } = job;
  const startedAt = performance.now();
  try {
    const outcome = await readAndCommit(ports, claim, signal);
    const ms = Math.round(performance.now() - startedAt);
    logger.info("document read", { documentId, attempt, claim: claim.claim, state: outcome, ms });
    return outcome;
  } catch (error) {
    if (held.lost.aborted) return "lost";
    await giveBackClaim(pool, claim, !stopping.aborted);
    if (stopping.aborted) return "idle";
    throw error;
  } finally {
    held.release();
  }
}

async function readAndCommit(ports: ReadingPorts, claim: Claim, signal: AbortSignal): Promise<Outcome> {
  const { pool, sealingKeys, categorize } = ports;
  const { userId, documentId } = claim;
  const sealed = await findPassword(pool, userId, documentId);
  // Uploads are bounded, so that a file fits into memory.
  const object = await ports.objects.get(objectKey(documentId), signal);
  const bytes = object && Buffer.concat(await Array.fromAsync(object.body));
  if (!bytes) throw new Error(`the bytes of document ${documentId} are not in the object store`);
  if (createHash("sha256").update(bytes).digest("hex") !== claim.sha256) {
    throw new Error(`the stored bytes of document ${documentId} are not those that were announced`);
  }
  try {
    const statement = await ports.reader.read(
      bytes,
      {
        password: sealed && openPassword(sealingKeys, documentId, sealed),
        currency: claim.saidCurrency ?? undefined,
        year: claim.saidYear ?? undefined,
      },
      signal,
    );
    // Statements keep their ids from reading to reading, by their place in the document.
    const earlier = await earlierStatements(pool, userId, documentId);
    const statements = readStatements(statement, {
      documentId,
      currency: claim.saidCurrency ?? undefined,
      categorize,
      statementId: (ordinal) => earlier.get(ordinal)?.statementId ?? randomUUIDv7(),
    });
    signal.throwIfAborted();
    return await commitReading(pool, claim, { statements, pages: statement.pages });
  } catch (error) {
    if (!(error instanceof StatementError) || signal.aborted) throw error;
    if (error.reason === "internal") ports.logger.error("reading failed", { documentId, error });
    return commitFailure(pool, claim, error.reason, sealed);
  }
}
