import { create, toBinary } from "@bufbuild/protobuf";
import { keepPosition } from "@finflow/event-log/consumer-positions";
import { decodeEvent } from "@finflow/event-log/decode-event";
import type { Batch, EventLog } from "@finflow/event-log/event-log";
import { enqueue, eraseFromOutbox } from "@finflow/event-log/outbox";
import { UserDeletedSchema, UserErasedSchema } from "@finflow/gen/finflow/events/v1/users_pb";
import type { Transaction } from "@finflow/postgres/database";
import { transaction } from "@finflow/postgres/transaction";
import type { Pool } from "pg";
import { eraseUserRows } from "../adapters/postgres-erasure.ts";
import { objectKey } from "../domain/document.ts";

export const erasureConsumer = "upload-erasure";
export const deletedType = "finflow.users.deleted.v1";

/**
 * Takes what auth says of deleted users: everything of theirs goes, `users.erased` is published and the position
 * kept, in one transaction. The log forgets them first; what the relay still has in hand is refused there.
 */
export async function eraseDeletedUsers(
  { pool, log }: { pool: Pool; log: Pick<EventLog, "eraseUser"> },
  batch: Batch,
): Promise<void> {
  const users = batch.events
    .filter(({ type }) => type === deletedType)
    .map((event) => decodeEvent(UserDeletedSchema, event).userId);
  for (const userId of users) await log.eraseUser(userId);
  await transaction(pool, async (tx) => {
    // In one order, so that two that erase at once do not wait for each other.
    for (const userId of users.toSorted()) await eraseUser(tx, userId);
    await keepPosition(tx, erasureConsumer, batch);
  });
}

async function eraseUser(tx: Transaction, userId: string): Promise<void> {
  await eraseUserRows(tx.$client, userId, objectKey);
  await eraseFromOutbox(tx, userId);
  const data = create(UserErasedSchema, { userId, service: "upload" });
  await enqueue(tx, [
    {
      topic: "users.erased",
      type: "finflow.users.erased.v1",
      userId,
      data: toBinary(UserErasedSchema, data),
    },
  ]);
}
