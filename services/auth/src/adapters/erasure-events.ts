import { create, toBinary } from "@bufbuild/protobuf";
import { keepPosition, readPosition } from "@finflow/event-log/consumer-positions";
import { decodeEvent } from "@finflow/event-log/decode-event";
import type { EventLog, Subscription } from "@finflow/event-log/event-log";
import { PoisonError } from "@finflow/event-log/event-log-error";
import { enqueue } from "@finflow/event-log/outbox";
import { createSubscription } from "@finflow/event-log/subscription";
import { UserDeletedSchema, UserErasedSchema } from "@finflow/gen/finflow/events/v1/users_pb";
import { database } from "@finflow/postgres/database";
import { transaction } from "@finflow/postgres/transaction";
import type { Pool } from "pg";
import type { PublishDeleted } from "./account-store.ts";
import { acknowledgeErasure } from "./postgres-erasures.ts";

/** CloudEvents' `source` of what this service publishes. */
export const eventSource = "finflow.auth";
const consumer = "auth";
const erasedType = "finflow.users.erased.v1";

/** That others must erase the user, and that auth, in this very transaction, has. */
export const publishDeleted: PublishDeleted = async (tx, { userId, erasureId }) => {
  const deleted = create(UserDeletedSchema, { userId, erasureId });
  const erased = create(UserErasedSchema, { userId, service: "auth" });
  await enqueue(tx, [
    {
      topic: "users.deleted",
      type: "finflow.users.deleted.v1",
      userId,
      data: toBinary(UserDeletedSchema, deleted),
    },
    { topic: "users.erased", type: erasedType, userId, data: toBinary(UserErasedSchema, erased) },
  ]);
};

/** Notes each service's acknowledgement, its own among them, at the time the event was written. */
export function collectErased(pool: Pool, log: EventLog, onProblem: (error: unknown) => void): Subscription {
  return createSubscription({
    log,
    consumer,
    topics: ["users.erased"],
    startAt: (topic, partition) => readPosition(database(pool), consumer, topic, partition),
    onPositionLost: (place) => keepPosition(database(pool), consumer, place),
    apply: (batch, signal) =>
      transaction(
        pool,
        async (tx) => {
          for (const event of batch.events) {
            if (event.type !== erasedType) throw new PoisonError(`type ${event.type} on users.erased`);
            await acknowledgeErasure(tx, decodeEvent(UserErasedSchema, event), event.time);
          }
          await keepPosition(tx, consumer, batch);
        },
        { signal },
      ),
    // The dead letter tells which; the erasure stays unfinished, which is what is true of it.
    skip: (batch, _event, _cause, signal) =>
      transaction(pool, (tx) => keepPosition(tx, consumer, batch), { signal }),
    onProblem,
  });
}
