import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { solveSigns } from "./signs.ts";

test("finds the one choice of signs", () => {
  assert.deepEqual(solveSigns([10000n, 2500n, 333n], 7167n), { found: "one", signs: [1, -1, -1] });
  assert.deepEqual(solveSigns([500n], -500n), { found: "one", signs: [-1] });
  assert.deepEqual(solveSigns([500n, 200n], 1n), { found: "none" });
});

test("equal amounts that may be swapped are not decided", () => {
  assert.equal(solveSigns([5000n, 5000n], 0n).found, "many");
});

test("many small amounts hit any target by chance, so hitting it proves nothing", () => {
  const magnitudes = Array.from({ length: 18 }, (_, index) => BigInt(100 + 7 * index));
  const target = magnitudes.reduce((sum, each, index) => sum + (index % 3 === 0 ? each : -each), 0n);
  assert.notEqual(solveSigns(magnitudes, target).found, "one");
});

test("gives up instead of running away", () => {
  const magnitudes = Array.from({ length: 40 }, (_, index) => 10n ** BigInt(index % 12) + BigInt(index));
  assert.equal(solveSigns(magnitudes, 12345n).found, "too_many");
});

test("whatever is found sums up to the target", () => {
  const rows = fc.array(fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.boolean()), {
    minLength: 1,
    maxLength: 9,
  });
  fc.assert(
    fc.property(rows, (signed) => {
      const magnitudes = signed.map(([magnitude]) => magnitude);
      const target = signed.reduce((sum, [magnitude, isIn]) => sum + (isIn ? magnitude : -magnitude), 0n);
      const solution = solveSigns(magnitudes, target);
      assert.ok(solution.found === "one" || solution.found === "many");
      const sum = solution.signs.reduce(
        (total, sign, index) => total + BigInt(sign) * magnitudes[index]!,
        0n,
      );
      assert.equal(sum, target);
    }),
  );
});
