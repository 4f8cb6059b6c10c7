import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decimalsOf, formatAmount, formatUnits, sumUnits, toUnits } from "./amounts.ts";

test("amounts are grouped and keep their decimals", () => {
  assert.equal(formatAmount("1234567.80"), "1,234,567.80");
  assert.equal(formatAmount("-0.05"), "\u22120.05");
  assert.equal(formatAmount("999"), "999");
  assert.equal(formatAmount("1000"), "1,000");
  assert.equal(formatAmount("12345.678"), "12,345.678");
});

test("sums are exact where floating point is not", () => {
  assert.equal(sumUnits(["0.10", "0.20", "-0.3"], 2), 0n);
  assert.equal(formatUnits(sumUnits(["9007199254740993.01", "0.01"], 2), 2), "9,007,199,254,740,993.02");
});

test("what is formatted reads back", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.integer({ min: 0, max: 4 }),
      (units, decimals) => {
        const plain = formatUnits(units, decimals).replaceAll(",", "").replace("\u2212", "-");
        assert.equal(decimalsOf([plain]), decimals);
        assert.equal(toUnits(plain, decimals), units);
      },
    ),
  );
});
