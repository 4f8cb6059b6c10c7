import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { percentage, shares } from "./percentage.ts";

const amount = fc.bigInt({ min: 0n, max: 10n ** 18n });
const amounts = fc.array(amount, { maxLength: 20 });

test("two decimals, halves away from zero, nothing of nothing", () => {
  assert.equal(percentage(1n, 3n), 33.33);
  assert.equal(percentage(2n, 3n), 66.67);
  assert.equal(percentage(1n, 20_000n), 0.01);
  assert.equal(percentage(1n, 20_001n), 0);
  assert.equal(percentage(-1n, 20_000n), -0.01);
  assert.equal(percentage(5n, 0n), 0);
  assert.equal(percentage(-50n, -100n), 50);
  assert.equal(percentage(300n, 100n), 300);
});

test("a share printed with two decimals is that number", () => {
  fc.assert(
    fc.property(amount, fc.bigInt({ min: 1n, max: 10n ** 18n }), (part, more) => {
      const value = percentage(part, part + more);
      assert.ok(value >= 0 && value <= 100);
      assert.equal(Number(value.toFixed(2)), value);
    }),
  );
});

test("shares add up to 100 and stay within a hundredth of the truth", () => {
  assert.deepEqual(shares([1n, 1n, 1n]), [33.34, 33.33, 33.33]);
  assert.deepEqual(shares([0n, 0n]), [0, 0]);
  assert.deepEqual(shares([]), []);
  fc.assert(
    fc.property(amounts, (parts) => {
      const whole = parts.reduce((sum, part) => sum + part, 0n);
      const result = shares(parts);
      const total = result.reduce((sum, share) => sum + Math.round(share * 100), 0);
      assert.equal(total, whole === 0n ? 0 : 10_000);
      parts.forEach((part, index) => {
        assert.ok(Math.abs(result[index]! - percentage(part, whole)) < 0.0101);
      });
    }),
  );
});

test("a negative part has no share", () => {
  assert.throws(() => shares([2n, -1n]), RangeError);
});
