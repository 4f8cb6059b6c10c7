import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "./closed-loop.ts";
import { openLoop } from "./open-loop.ts";

test("a server that stands still is felt by everybody who wanted it meanwhile", async () => {
  // One at a time, five milliseconds each, and none for the first 300: a rate of 100 a second leaves a queue to work off.
  let last: Promise<void> = sleep(300);
  const send = () => {
    last = last.then(() => sleep(5));
    return last;
  };
  const { latencies, behind } = await openLoop({ perSecond: 100, seconds: 0.5, warmUpSeconds: 0, send });
  assert.equal(latencies.length, 50);
  assert.ok(percentile(latencies, 90) > 200, `p90 ${percentile(latencies, 90)} ms`);
  assert.ok(behind >= 0);
});

test("what is due during the warming up is sent and not counted, and a failure ends the run", async () => {
  let calls = 0;
  const send = async () => void calls++;
  const { latencies } = await openLoop({ perSecond: 200, seconds: 0.1, warmUpSeconds: 0.1, send });
  assert.deepEqual([calls, latencies.length], [40, 20]);
  const refused = openLoop({
    perSecond: 100,
    seconds: 0.1,
    warmUpSeconds: 0,
    send: () => Promise.reject(new Error("429")),
  });
  await assert.rejects(refused, /429/);
});
