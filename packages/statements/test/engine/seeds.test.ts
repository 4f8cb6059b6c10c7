import assert from "node:assert/strict";
import { test } from "node:test";
import { mutate } from "@finflow/statement-generator/mutate";
import { readSpec } from "@finflow/statement-generator/read-seed";
import { specOf } from "@finflow/statement-generator/spec-of";
import { readStatement } from "../../src/read-statement.ts";
import { failedSeeds } from "./failed-seeds.ts";

const seeds = Array.from({ length: 300 }, (_, index) => index + 1);

/** Below this share the engine has lost something that it could do. */
const leastPerfect = 0.5;

test("300 seeds: none silently wrong, and nearly all perfect", async () => {
  const silent: string[] = [];
  let perfect = 0;
  for (const seed of seeds) {
    const { result, why } = await readSpec(specOf(seed), readStatement);
    if (result === "silent") silent.push(`${seed}: ${why}`);
    if (result === "perfect") perfect++;
  }
  assert.deepEqual(silent, []);
  assert.ok(perfect >= seeds.length * leastPerfect, `${perfect} of ${seeds.length} perfect`);
});

test("100 seeds, each altered after it was right: none reconciled with wrong rows", async () => {
  const silent: string[] = [];
  for (const seed of seeds.slice(0, 100)) {
    const { result, rowsRight, why } = await readSpec(mutate(specOf(seed)), readStatement);
    if (result === "silent" && !rowsRight) silent.push(`${seed}: ${why}`);
  }
  assert.deepEqual(silent, []);
});

for (const { seed, mutated, was } of failedSeeds)
  test(`seed ${seed}${mutated ? ", altered" : ""}: ${was}`, async () => {
    const { result, why } = await readSpec(mutated ? mutate(specOf(seed)) : specOf(seed), readStatement);
    assert.equal(result === "perfect" || (mutated && result === "flagged"), true, `${result}: ${why}`);
  });
