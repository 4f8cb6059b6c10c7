import type { Batch } from "@finflow/event-log/event-log";
import type { Database, Transaction } from "@finflow/postgres/database";
import { and, eq, sql } from "drizzle-orm";
import { rowsSource, rowsTopic } from "./rows-topic.ts";
import { watermarks } from "./tables.ts";

/** Keeps what a batch says of how far it reaches, in the transaction that takes the batch. */
export async function keepWatermarks(tx: Transaction, batch: Batch): Promise<void> {
  for (const [source, time] of batch.watermarks) {
    await tx
      .insert(watermarks)
      .values({ source, topic: batch.topic, partition: batch.partition, time })
      .onConflictDoUpdate({
        target: [watermarks.source, watermarks.topic, watermarks.partition],
        set: { time: sql`greatest(${watermarks.time}, excluded.time)` },
      });
  }
}

/** Up to when everything of upload's is in, whatever the partition; null before the first. */
export function latestWatermark(db: Database) {
  return db
    .select({ time: sql<Date | null>`min(${watermarks.time})`.mapWith(watermarks.time) })
    .from(watermarks)
    .where(and(eq(watermarks.source, rowsSource), eq(watermarks.topic, rowsTopic)));
}
