import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatMinor, parseDecimal } from "./decimal.ts";
import { MoneyError, type MoneyErrorReason } from "./money-error.ts";

const digits = fc.constantFrom(0, 2, 3, 4);
const minor = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

test("formats", () => {
  assert.equal(formatMinor(123450n, 2), "1234.50");
  assert.equal(formatMinor(-5n, 2), "-0.05");
  assert.equal(formatMinor(0n, 2), "0.00");
  assert.equal(formatMinor(-7n, 0), "-7");
  assert.equal(formatMinor(1n, 4), "0.0001");
});

test("parses, filling up decimals and dropping zeros beyond the minor unit", () => {
  assert.equal(parseDecimal("1234.5", 2), 123450n);
  assert.equal(parseDecimal("-0.05", 2), -5n);
  assert.equal(parseDecimal("-0", 2), 0n);
  assert.equal(parseDecimal("100.000", 0), 100n);
  assert.equal(parseDecimal("1.2300", 2), 123n);
});

function refuses(text: string, count: number, reason: MoneyErrorReason) {
  assert.throws(
    () => parseDecimal(text, count),
    (error) => error instanceof MoneyError && error.reason === reason,
    JSON.stringify(text.slice(0, 80)),
  );
}

test("names what is wrong", () => {
  const wrong = [
    "",
    " ",
    "1,234.50",
    "+1",
    "1.",
    ".5",
    "01",
    "1e3",
    "0x10",
    "1 ",
    "١",
    "--1",
    "-",
    "NaN",
    "1\n",
  ];
  for (const text of wrong) refuses(text, 2, "not_a_decimal");
  refuses("1.005", 2, "too_many_decimals");
  refuses("1.5", 0, "too_many_decimals");
  refuses("92233720368547758.08", 2, "too_large");
  refuses("9".repeat(1_000_000), 2, "too_large");
  assert.equal(parseDecimal("-92233720368547758.08", 2), -(2n ** 63n));
});

test("a refusal does not repeat the refused text", () => {
  assert.throws(
    () => parseDecimal("8675,309", 2),
    (error) => error instanceof MoneyError && !error.message.includes("8675"),
  );
});

test("what is formatted parses back to itself", () => {
  fc.assert(
    fc.property(minor, digits, (value, count) => {
      assert.equal(parseDecimal(formatMinor(value, count), count), value);
    }),
  );
});

test("what parses formats back to itself, but for zeros at the end", () => {
  fc.assert(
    fc.property(minor, digits, fc.nat({ max: 6 }), (value, count, zeros) => {
      const canonical = formatMinor(value, count);
      const padded = `${canonical}${count === 0 ? "." : ""}0${"0".repeat(zeros)}`;
      assert.equal(formatMinor(parseDecimal(padded, count), count), canonical);
    }),
  );
});

test("any text is an amount or a typed refusal", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+.,\d e]{0,30}$/)), digits, (text, count) => {
      try {
        assert.equal(typeof parseDecimal(text, count), "bigint");
      } catch (error) {
        assert.ok(error instanceof MoneyError);
      }
    }),
  );
});
