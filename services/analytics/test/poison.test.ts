import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { samples } from "@finflow/sample-statements/samples";
import { startTestMesh, type TestMesh } from "@finflow/test-mesh/test-mesh";
import { readingOf } from "@finflow/test-mesh/written-statement";
import { addAnalytics } from "./running-service.ts";

describe("an event that cannot be read", () => {
  let mesh: TestMesh;
  before(async () => {
    mesh = await startTestMesh();
  });
  after(() => mesh.close());

  it("goes to the dead-letter queue, and its user is rebuilt from upload until nothing is missing", async () => {
    const [userId, other] = [randomUUID(), randomUUID()];
    const [first, second] = samples("2025-07-01")
      .filter(({ id }) => id.startsWith("overlapping"))
      .map(({ spec }) => readingOf(spec));
    await mesh.write(userId, first!);
    await mesh.write(userId, second!);
    await mesh.write(other, second!);
    const events = await mesh.eventsOf(userId, 2);
    await mesh.breakEvent(events.at(-1)!);

    const { client, pool } = await addAnalytics(mesh);
    const call = await mesh.signedIn(userId);
    const whole = async () => {
      for (;;) {
        const summary = await client.getSummary({ minRevision: 2 }, call);
        if (summary.complete) return summary;
        await sleep(20);
      }
    };
    const { totals, revision } = await whole();
    const { totals: alike } = await client.getSummary({ minRevision: 1 }, await mesh.signedIn(other));
    assert.equal(revision, 2);
    assert.ok(totals[0]!.count > alike[0]!.count);
    const truth = new Map(
      [...first!.accounts[0]!.transactions, ...second!.accounts[0]!.transactions].map((row) => [
        [row.date, row.description, row.type, row.amount, row.balance].join("|"),
        row,
      ]),
    );
    assert.equal(totals[0]!.count, truth.size, "each row of the two that overlap, once");
    const cents = [...truth.values()]
      .filter(({ type }) => type === "DEBIT")
      .reduce((sum, { amount }) => sum + BigInt(amount.replace(".", "")), 0n);
    assert.equal(totals[0]!.totalDebit?.amount.replace(".", ""), String(cents));

    const letters = await mesh.log.deadLetters("transactions.created");
    assert.deepEqual(
      letters.map(({ event, consumer }) => [event.userId, event.id, consumer]),
      [[userId, events.at(-1), "finflow.analytics"]],
    );
    const { rows } = await pool.query(
      "select user_id, generation, building, damage from users where user_id = any($1) order by generation",
      [[userId, other]],
    );
    assert.deepEqual(rows, [
      { user_id: other, generation: 1, building: null, damage: 0 },
      { user_id: userId, generation: 2, building: null, damage: 0 },
    ]);
  });
});
