import type { ObjectStore } from "@finflow/objects/object-store";
import type { Logger } from "@finflow/telemetry/logger";
import type { Pool } from "pg";
import { expireClaims, raiseAttempt, waitingDocuments } from "../adapters/postgres-claims.ts";
import { expiredPending } from "../adapters/postgres-documents.ts";
import {
  dueObjectDeletions,
  objectDeleted,
  objectNotDeleted,
} from "../adapters/postgres-object-deletions.ts";
import type { ReadingQueue } from "../adapters/reading-jobs.ts";
import { UploadError } from "../domain/upload-error.ts";
import { removeDocument } from "./remove-document.ts";

export type SweepPorts = {
  pool: Pool;
  queue: ReadingQueue;
  objects: Pick<ObjectStore, "delete">;
  /** A claim without a heartbeat for so long is nobody's. */
  claimSeconds: number;
  /** How long a document may wait before somebody looks whether it has a job. */
  waitSeconds: number;
  logger: Logger;
};

/** What one pass looks at of each kind. */
const atOnce = 100;

/**
 * One pass over what nobody else finishes: claims of dead workers, documents without a job, announcements whose
 * bytes never came, objects to delete. Any number of processes may run it at the same time. A part that fails
 * does not keep the others from running.
 *
 * @throws AggregateError of what failed
 */
export async function sweep(ports: SweepPorts): Promise<void> {
  const problems: unknown[] = [];
  for (const part of [giveBackSilentClaims, queueWaiting, removeExpired, deleteObjects]) {
    await part(ports).catch((error: unknown) => problems.push(error));
  }
  if (problems.length > 0) throw new AggregateError(problems, "a sweep did not finish");
}

async function giveBackSilentClaims({ pool, claimSeconds, logger }: SweepPorts): Promise<void> {
  const count = await expireClaims(pool, claimSeconds);
  if (count > 0) logger.warn("claims without a heartbeat taken away", { count });
}

async function queueWaiting({ pool, queue, waitSeconds, logger }: SweepPorts): Promise<void> {
  for (const waiting of await waitingDocuments(pool, waitSeconds, atOnce)) {
    if (await queue.has(waiting)) continue;
    // Raised first: an id that was used once may not come back.
    const job = await raiseAttempt(pool, waiting);
    if (!job) continue;
    await queue.add(job);
    logger.info("waiting document queued", { documentId: job.documentId, attempt: job.attempt });
  }
}

async function removeExpired({ pool, logger }: SweepPorts): Promise<void> {
  for (const { userId, documentId } of await expiredPending(pool, atOnce)) {
    try {
      const removed = await removeDocument(pool, userId, documentId, { onlyExpired: true });
      if (removed) logger.info("announcement expired", { documentId });
    } catch (error) {
      if (!(error instanceof UploadError)) throw error;
    }
  }
}

async function deleteObjects({ pool, objects, logger }: SweepPorts): Promise<void> {
  for (const key of await dueObjectDeletions(pool, atOnce)) {
    try {
      await objects.delete(key);
      await objectDeleted(pool, key);
    } catch (error) {
      logger.warn("object not deleted, tried again later", { documentId: key, error });
      await objectNotDeleted(pool, key);
    }
  }
}
