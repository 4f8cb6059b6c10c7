import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import type { Topic } from "@finflow/event-log/event";
import type { EventLog } from "@finflow/event-log/event-log";
import { PoisonError } from "@finflow/event-log/event-log-error";
import { migrationsFolder } from "@finflow/event-log/migrations";
import { createPostgresEventLog } from "@finflow/event-log/postgres-event-log";
import { TransactionsChangedSchema } from "@finflow/gen/finflow/events/v1/transactions_changed_pb";
import { UserDeletedSchema, UserErasedSchema } from "@finflow/gen/finflow/events/v1/users_pb";
import { migrate } from "@finflow/postgres/migrate";
import { createPostgresProjectionStore } from "../src/postgres-projection-store.ts";
import { postgresTransactions } from "../src/postgres-transactions.ts";
import { startProjector } from "../src/projector.ts";
import { type Item, itemRows, openItems, readItems } from "./items.ts";
import { uploadOf } from "./write-model.ts";

describe("a projector on a log", () => {
  let opened: Awaited<ReturnType<typeof openItems>>;
  let store: ReturnType<typeof createPostgresProjectionStore<Item>>;
  let log: EventLog;
  const applied: string[] = [];
  before(async () => {
    opened = await openItems();
    const counting: typeof itemRows = {
      ...itemRows,
      applyChanges: async (tx, userId, generation, changes) => {
        applied.push(...changes.map(({ transactionId }) => transactionId));
        await itemRows.applyChanges(tx, userId, generation, changes);
      },
    };
    store = createPostgresProjectionStore(opened.pool, counting);
    const events = opened.openPool(await opened.createDatabase("events"));
    await migrate(events, migrationsFolder);
    log = createPostgresEventLog({ pool: events, onProblem: () => {}, pollMs: 10 });
  });
  after(async () => {
    await log.close();
    await opened.close();
  });

  const start = () =>
    startProjector({
      ...{ service: "items", log, store, upload: uploadOf(), onProblem: () => {} },
      transactions: postgresTransactions(opened.pool),
      readRow: ({ amount }) => {
        if (!amount) throw new PoisonError("without an amount");
        return amount.amount;
      },
    });
  const append = (topic: Topic, userId: string, data: Uint8Array) =>
    log.append([
      {
        ...{ topic, userId, data, type: `finflow.${topic}.v1`, id: randomUUID(), source: "finflow.upload" },
        ...{ time: new Date(), traceparent: undefined },
      },
    ]);
  const change = async (userId: string, revision: number, amount: string | undefined, chunks = 1) => {
    const transactionId = randomUUID();
    const transaction = { transactionId, ...(amount && { amount: { currency: "GBP", amount } }) };
    const rows = [{ revision, transaction }];
    const event = create(TransactionsChangedSchema, { userId, revision, chunk: 1, chunks, rows });
    await append("transactions.created", userId, toBinary(TransactionsChangedSchema, event));
    return transactionId;
  };
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await sleep(5);
  };
  const reaches = (userId: string, revision: number) =>
    until(async () => (await store.progress(userId)).appliedRevision === revision);

  it("goes on at its position after a restart", async () => {
    const userId = randomUUID();
    const first = start();
    const ids = [await change(userId, 1, "1"), await change(userId, 2, "2")];
    await reaches(userId, 2);
    await first.stop();
    ids.push(await change(userId, 3, "3"));
    applied.length = 0;
    const second = start();
    await reaches(userId, 3);
    await second.stop();
    assert.deepEqual(applied, [ids[2]], "nothing is read twice");
    assert.deepEqual(
      (await readItems(opened.pool, userId)).items.map(([id]) => id),
      ids.toSorted(),
    );
  });

  it("hears of watermarks though nothing of the user's happens", async () => {
    const projector = start();
    const at = new Date();
    await log.publishWatermark("finflow.upload", at);
    await until(async () => (await store.progress(randomUUID())).watermark?.getTime() === at.getTime());
    const userId = randomUUID();
    await change(userId, 1, "1");
    await reaches(userId, 1);
    assert.deepEqual((await store.progress(userId)).watermark, at);
    await projector.stop();
  });

  it("puts poison beside the topic, notes the damage, and takes what follows", async () => {
    const projector = start();
    const userId = randomUUID();
    await change(userId, 1, "1");
    await change(userId, 2, undefined);
    await change(userId, 3, "3", 0);
    await change(userId, 4, "4");
    await until(async () => (await store.progress(userId)).seenRevision === 4);
    const progress = await store.progress(userId);
    assert.deepEqual([progress.appliedRevision, progress.damaged], [1, true]);
    const letters = await log.deadLetters("transactions.created");
    const causes = letters.filter(({ event }) => event.userId === userId).map(({ cause }) => cause);
    assert.equal(causes.length, 2);
    assert.ok(
      causes.every((cause) => cause.startsWith("PoisonError")),
      causes.join(),
    );
    await projector.stop();
  });

  it("erases, and says so under one id however often it is told", async () => {
    const userId = randomUUID();
    await change(userId, 1, "1");
    const deleted = toBinary(UserDeletedSchema, create(UserDeletedSchema, { userId }));
    const heard: string[] = [];
    const listener = log.subscribe({
      ...{ consumer: "test", topics: ["users.erased"], startAt: async () => undefined, onProblem: () => {} },
      onPositionLost: async () => assert.fail("nothing is pruned"),
      deliver: async ({ events }) => {
        for (const { data, source } of events) {
          const erased = fromBinary(UserErasedSchema, data);
          if (erased.userId === userId) heard.push(`${source} ${erased.service}`);
        }
      },
    });
    await append("users.deleted", userId, deleted);
    const passed = async () => {
      const position = "select 1 from consumer_positions where topic = 'users.deleted' and position > '0'";
      return (await opened.pool.query(position)).rowCount === 1;
    };
    for (const killed of [true, false]) {
      const projector = start();
      await until(passed);
      await projector.stop();
      assert.equal((await readItems(opened.pool, userId)).stored, 0);
      // As if it had been killed after its word and before its position stood.
      if (killed) {
        await opened.pool.query("update consumer_positions set position = '0' where topic = 'users.deleted'");
      }
    }
    await until(async () => heard.length > 0);
    assert.deepEqual(heard, ["finflow.items items"]);
    await listener.stop();
  });
});
