import assert from "node:assert/strict";
import { test } from "node:test";
import { dimensionValues } from "../src/dimensions.ts";
import { mutate, mutationNames } from "../src/mutate.ts";
import { specOf } from "../src/spec-of.ts";
import { truthOf } from "../src/truth/truth.ts";

const seeds = Array.from({ length: 3_000 }, (_, index) => index + 1);

test("the truth adds up, however it was drawn", () => {
  for (const seed of seeds) {
    const spec = specOf(seed);
    for (const { printed } of spec.accounts) {
      const sum = printed.rows.reduce((total, { amount }) => total + amount, 0n) * BigInt(printed.direction);
      if (printed.opening !== null && printed.closing !== null)
        assert.equal(printed.opening + sum, printed.closing, `seed ${seed}`);
      assert.ok(
        printed.rows.every(({ amount }) => amount !== 0n),
        `seed ${seed} has a row of nothing`,
      );
    }
    assert.notEqual(truthOf(spec).verdict, "contradicted", `seed ${seed}`);
  }
});

test("a seed is one statement", () => {
  assert.deepEqual(specOf(77), specOf(77));
  assert.notDeepEqual(specOf(77).accounts, specOf(78).accounts);
});

test("every value of every dimension comes up", () => {
  const seen = new Set(
    seeds.flatMap((seed) => Object.entries(specOf(seed).dimensions).map((pair) => pair.join(": "))),
  );
  const all = Object.entries(dimensionValues).flatMap(([name, values]) =>
    Object.keys(values).map((value) => `${name}: ${value}`),
  );
  assert.deepEqual(
    all.filter((one) => !seen.has(one)),
    [],
  );
});

test("nearly every statement can be proven, and some cannot", () => {
  const verdicts = seeds.map((seed) => truthOf(specOf(seed)).verdict);
  const share = verdicts.filter((verdict) => verdict === "reconciled").length / verdicts.length;
  assert.ok(share > 0.85 && share < 1, `${share}`);
});

test("every mutation comes up, changes what is printed, and most of them contradict it", () => {
  const names = new Set<string>();
  let contradicted = 0;
  for (const seed of seeds.slice(0, 1_000)) {
    const before = specOf(seed);
    const after = mutate(before);
    names.add(after.dimensions.mutation);
    assert.notDeepEqual(
      after.accounts.map(({ printed }) => printed),
      before.accounts.map(({ printed }) => printed),
      `seed ${seed}`,
    );
    assert.deepEqual(mutate(before), after);
    if (truthOf(after).verdict === "contradicted") contradicted++;
  }
  assert.deepEqual([...names].sort(), [...mutationNames].sort());
  assert.ok(contradicted > 700, `${contradicted}`);
});
