import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, test } from "node:test";
import type { EventLog } from "@finflow/event-log/event-log";
import { aConsumer, anEvent } from "@finflow/event-log/event-log.contract";
import { PoisonError } from "@finflow/event-log/event-log-error";
import { createKafkaEventLog } from "@finflow/event-log/kafka-event-log";
import { createKafkaTopics } from "@finflow/event-log/kafka-topics";
import { type Kafka, startKafka } from "@finflow/local-servers/kafka";

let folder = "";
let kafka: Kafka;
let log: EventLog;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "finflow-dlq-"));
  kafka = await startKafka(folder, 1);
  await createKafkaTopics({ bootstrap: kafka.bootstrap, partitions: 2, replicas: 1 });
  log = createKafkaEventLog({ bootstrap: kafka.bootstrap, clientId: "test" });
});
after(async () => {
  await log?.close();
  await kafka?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function dlq(...given: string[]): Promise<{ said: string; refused: string; code: number | null }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), ...given], {
    env: { ...process.env, KAFKA_BROKERS: kafka.bootstrap.join(",") },
  });
  const [said, refused, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { said, refused, code };
}

test("letters are listed, and replayed one user's alone or all; what is healed is taken then", async () => {
  let isHealed = false;
  const consumer = aConsumer(log, {
    consumer: "test-analytics",
    apply: async ({ events }) => {
      if (!isHealed && events.length > 0) throw new PoisonError("revision 3 cannot be");
    },
  });
  const [one, other, third] = [anEvent(), anEvent(), anEvent()];
  await log.append([one, other, third]);
  await consumer.until(() => consumer.skipped.length === 3);

  const listed = await dlq("list");
  assert.equal(listed.code, 0, listed.refused);
  assert.match(listed.said, /3 dead letters/);
  for (const { id, userId } of [one, other, third])
    assert.match(listed.said, new RegExp(`user ${userId}, event ${id}`));
  assert.match(listed.said, /test-analytics: PoisonError: revision 3 cannot be/);

  isHealed = true;
  assert.match((await dlq("replay", "--user", one.userId)).said, /^1 replayed/);
  await consumer.until(() => consumer.ids().includes(one.id));
  assert.deepEqual(consumer.ids(), [one.id]);
  assert.match((await dlq("replay", "--all")).said, /^2 replayed/);
  await consumer.until(() => consumer.taken.length === 3);
  assert.match((await dlq("list")).said, /^0 dead letters/);
});

test("what it is not told is asked for", async () => {
  const wrong = [
    ["replay"],
    ["replay", "--all", "--user", randomUUID()],
    ["list", "--topic", "rows"],
    ["list", "--al"],
  ];
  for (const { code, refused } of await Promise.all(wrong.map((given) => dlq(...given)))) {
    assert.equal(code, 2, refused);
    assert.match(refused, /npm run dlq -- list/);
  }
});
