import assert from "node:assert/strict";
import { test } from "node:test";
import { ConnectError } from "@connectrpc/connect";
import { createUploadSlots } from "./upload-slots.ts";

const never = new AbortController().signal;

test("as many as there are slots, the others in order", async () => {
  const slots = createUploadSlots({ slots: 2 });
  const order: string[] = [];
  const giveBack = await Promise.all([slots.take("a", never), slots.take("b", never)]);
  const waiting = ["c", "d"].map(async (user) => {
    const done = await slots.take(user, never);
    order.push(user);
    return done;
  });
  assert.deepEqual(order, []);
  giveBack[0]?.();
  giveBack[0]?.();
  (await waiting[0])?.();
  await waiting[1];
  assert.deepEqual(order, ["c", "d"], "giving back twice gives back once");
});

test("one user does not take all: another passes those who wait for their own", async () => {
  const slots = createUploadSlots({ slots: 3, perUser: 2 });
  const first = await slots.take("greedy", never);
  await slots.take("greedy", never);
  let third = false;
  const waiting = slots.take("greedy", never).then(() => {
    third = true;
  });
  await slots.take("other", never);
  assert.equal(third, false);
  first();
  await waiting;
});

test("too many waiting, and waiting too long, are refused with a time to try again", async () => {
  const slots = createUploadSlots({ slots: 1, waiting: 1, waitMs: 5 });
  await slots.take("a", never);
  const waits = slots.take("b", never);
  for (const refused of [slots.take("c", never), waits]) {
    await assert.rejects(
      refused,
      (error) => error instanceof ConnectError && /too many uploads/.test(error.rawMessage),
    );
  }
});

test("who leaves the queue does not get a slot", async () => {
  const slots = createUploadSlots({ slots: 1 });
  const giveBack = await slots.take("a", never);
  const client = new AbortController();
  const left = slots.take("b", client.signal);
  client.abort(new Error("gone"));
  await assert.rejects(left, /gone/);
  giveBack();
  (await slots.take("c", never))();
  await assert.rejects(slots.take("d", AbortSignal.abort(new Error("gone"))), /gone/);
});
