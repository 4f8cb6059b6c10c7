import assert from "node:assert/strict";
import { test } from "node:test";
import { groupingsOf, selectionsOf } from "./expressions.ts";

test("an expression's metrics are found, with and without braces, and nothing else", () => {
  const expression = `(sum by (le, job) (rate(a_bucket{x="1", y!~".*/(B|C)"}[5m])) or vector(0)) / time() > finflow:r:rate5m and bare > 0.5`;
  assert.deepEqual(selectionsOf(expression), [
    { metric: "a_bucket", labels: ["x", "y"] },
    { metric: "finflow:r:rate5m", labels: [] },
    { metric: "bare", labels: [] },
  ]);
  assert.deepEqual(groupingsOf(expression), ["le", "job"]);
});
