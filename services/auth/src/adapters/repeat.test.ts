import assert from "node:assert/strict";
import { test } from "node:test";
import { repeat } from "./repeat.ts";

test("a round that fails is reported and the next one comes; stopping waits for the round under way", async () => {
  const problems: unknown[] = [];
  const third = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const broken = new Error("broken");
  let rounds = 0;
  const repeated = repeat(
    1,
    async () => {
      rounds += 1;
      if (rounds === 1) throw broken;
      if (rounds < 3) return;
      third.resolve();
      await gate.promise;
    },
    (error) => problems.push(error),
  );
  // Its timer keeps no process alive, this one does.
  const alive = setInterval(() => {}, 1_000);
  await third.promise;
  assert.deepEqual(problems, [broken]);
  let isStopped = false;
  const stopping = repeated.stop().then(() => {
    isStopped = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(isStopped, false);
  gate.resolve();
  await stopping;
  clearInterval(alive);
  assert.equal(rounds, 3);
});
