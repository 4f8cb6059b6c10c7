import type { Logger } from "@finflow/telemetry/logger";
import type { ReadingQueue } from "../adapters/reading-jobs.ts";
import type { ReadingJob } from "../domain/document.ts";

/** How long a person's request waits for the queue. */
const patienceMs = 1_000;

/** Adds the job of a document that is committed as UPLOADED. When that fails, the sweeper adds it. */
export async function queueReading(
  { queue, logger }: { queue: Pick<ReadingQueue, "add">; logger: Logger },
  { userId, documentId, attempt, readsPictures }: ReadingJob,
): Promise<void> {
  const added = queue.add({ userId, documentId, attempt, readsPictures }).catch((error: unknown) => {
    logger.warn("job not added, left to the sweeper", { documentId, attempt, error });
  });
  const patience = Promise.withResolvers<void>();
  const timer = setTimeout(patience.resolve, patienceMs);
  await Promise.race([added, patience.promise]);
  clearTimeout(timer);
}
