import { randomUUIDv7 } from "node:crypto";
import type { ObjectStore } from "@finflow/objects/object-store";
import { readScan, wantsOcr } from "@finflow/statements/child/read-scan";
import type { StatementReader } from "@finflow/statements/child/statement-reader";
import { type ReadOptions, type Statement, StatementError } from "@finflow/statements/statement";
import type { Logger } from "@finflow/telemetry/logger";
import type { Pool } from "pg";
import { type Claim, giveBackClaim, handOver, takeClaim } from "../adapters/postgres-claims.ts";
import { findPassword } from "../adapters/postgres-passwords.ts";
import { earlierStatements } from "../adapters/postgres-statements.ts";
import type { ReadingQueue } from "../adapters/reading-jobs.ts";
import type { ReadingJob } from "../domain/document.ts";
import { openPassword, type SealingKeys } from "../domain/password-seal.ts";
import { type Categorize, readStatements } from "../domain/read-statement.ts";
import { BytesAwayError, bytesOf } from "./bytes-of.ts";
import { commitFailure, commitReading } from "./commit-reading.ts";
import { holdClaim } from "./hold-claim.ts";
import { queueReading } from "./queue-reading.ts";
import type { ReadingMetrics } from "./reading-metrics.ts";
import type { ReadingResult } from "./reading-result.ts";

export type ReadingPorts = {
  pool: Pool;
  objects: Pick<ObjectStore, "get">;
  reader: Pick<StatementReader, "read">;
  /** Of pages without text; without it they are left out. */
  scanReader: Pick<StatementReader, "read"> | undefined;
  queue: Pick<ReadingQueue, "add">;
  categorize: Categorize;
  sealingKeys: SealingKeys;
  heartbeatSeconds: number;
  metrics: ReadingMetrics | undefined;
  logger: Logger;
};

/**
 * Takes a document up, reads it and commits what was found: once, whoever else tries the same. Undefined when
 * there was nothing to do. A failure of ours gives the document back, and throws.
 *
 * @param stopping aborted when this worker shuts down: the document goes back, and the try does not count
 */
export async function readDocument(
  ports: ReadingPorts,
  job: ReadingJob,
  stopping: AbortSignal,
): Promise<ReadingResult | undefined> {
  const { pool } = ports;
  const claim = stopping.aborted ? undefined : await takeClaim(pool, job);
  if (!claim) return undefined;
  const held = holdClaim(pool, claim, ports.heartbeatSeconds);
  const signal = AbortSignal.any([stopping, held.lost]);
  const startedAt = performance.now();
  let result: ReadingResult = "given_back";
  try {
    result = await readAndCommit(ports, claim, signal);
  } catch (error) {
    if (held.lost.aborted) result = "lost";
    else {
      // A store that is away is nothing that the document has to answer for, however long it stays away.
      await giveBackClaim(pool, claim, !stopping.aborted && !(error instanceof BytesAwayError));
      if (!stopping.aborted) throw error;
    }
  } finally {
    held.release();
    tell(ports, claim, result, performance.now() - startedAt);
  }
  return result;
}

function tell({ logger, metrics }: ReadingPorts, claim: Claim, result: ReadingResult, ms: number): void {
  const { documentId, attempt } = claim;
  logger.info("document read", {
    documentId,
    attempt,
    claim: claim.claim,
    state: result,
    ms: Math.round(ms),
  });
  metrics?.read(result, ms / 1_000);
}

async function readAndCommit(ports: ReadingPorts, claim: Claim, signal: AbortSignal): Promise<ReadingResult> {
  const { pool, sealingKeys, categorize } = ports;
  const { userId, documentId } = claim;
  const sealed = await findPassword(pool, userId, documentId);
  const bytes = await bytesOf(ports.objects, claim, signal);
  const options = {
    password: sealed && openPassword(sealingKeys, documentId, sealed),
    // What else banks give is for who uses the package by itself.
    formats: ["pdf"] as const,
    currency: claim.saidCurrency ?? undefined,
    year: claim.saidYear ?? undefined,
  };
  try {
    const statement = await read(ports, claim, { bytes, options, signal });
    if (statement === "wants_ocr") {
      const next = await handOver(pool, claim);
      if (!next) return "lost";
      await queueReading(ports, next);
      return "handed_over";
    }
    // Statements keep their ids from reading to reading, by their place in the document.
    const earlier = await earlierStatements(pool, userId, documentId);
    const statements = readStatements(statement, {
      documentId,
      currency: claim.saidCurrency ?? undefined,
      categorize,
      statementId: (ordinal) => earlier.get(ordinal)?.statementId ?? randomUUIDv7(),
    });
    signal.throwIfAborted();
    const outcome = await commitReading(pool, claim, { statements, pages: statement.pages });
    return outcome === "committed" ? "completed" : outcome;
  } catch (error) {
    if (!(error instanceof StatementError) || signal.aborted) throw error;
    if (error.reason === "internal") ports.logger.error("reading failed", { documentId, error });
    const outcome = await commitFailure(pool, claim, error.reason, sealed);
    return outcome === "committed" ? error.reason : outcome;
  }
}

type File = { bytes: Uint8Array; options: ReadOptions; signal: AbortSignal };

/** The first reading is of the text, and tells when that left pages out; the second one is of pictures as well. */
async function read(
  { reader, scanReader }: ReadingPorts,
  { readsPictures }: Claim,
  { bytes, options, signal }: File,
): Promise<Statement | "wants_ocr"> {
  const textAlone = () => reader.read(bytes, options, signal);
  if (!scanReader) return textAlone();
  if (readsPictures) return readScan(() => scanReader.read(bytes, options, signal), textAlone);
  try {
    const statement = await textAlone();
    return wantsOcr(statement) ? "wants_ocr" : statement;
  } catch (error) {
    if (wantsOcr(error)) return "wants_ocr";
    throw error;
  }
}
