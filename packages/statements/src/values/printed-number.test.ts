import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readDigits, readingFor, toMinor } from "./printed-number.ts";

function minor(text: string, mark: "." | ",", digits = 2): bigint | null {
  const reading = readingFor(readDigits(text), mark);
  return reading && toMinor(reading, digits);
}

test("reads the ways in which banks group thousands", () => {
  assert.equal(minor("1,234.56", "."), 123456n);
  assert.equal(minor("1.234,56", ","), 123456n);
  assert.equal(minor("1 234,56", ","), 123456n);
  assert.equal(minor("1\u202f234\u00a0567,89", ","), 123456789n);
  assert.equal(minor("1'234.56", "."), 123456n);
  assert.equal(minor("1’234’567.89", "."), 123456789n);
  assert.equal(minor("12,34,567.89", "."), 123456789n);
  assert.equal(minor("15000.0", "."), 1500000n);
  assert.equal(minor("5000", ","), 500000n);
  assert.equal(minor(".50", "."), 50n);
});

test("keeps both meanings of one separator before three digits", () => {
  assert.equal(minor("1,234", "."), 123400n);
  assert.equal(minor("1,234", ",", 3), 1234n);
  assert.deepEqual(
    readDigits("1,234").map(({ mark }) => mark),
    [",", "."],
  );
});

test("refuses what is no amount", () => {
  for (const text of ["1,23,4", "1.2345", "1,2345.67", "0,123.45.6", "12 34", "1''2", "1234,567,89"]) {
    assert.deepEqual(readDigits(text), [], text);
  }
});

test("no bank prints more than fifteen digits before the decimals", () => {
  assert.equal(minor("999,999,999,999,999.99", "."), 99999999999999999n);
  assert.equal(minor("000000000999999999999999", "."), 99999999999999900n);
  for (const text of [
    "1,000,000,000,000,000.00",
    "1000000000000000",
    "9".repeat(30),
    "1 000 000 000 000 000,5",
  ]) {
    assert.deepEqual(readDigits(text), [], text);
  }
});

test("never rounds: decimals beyond the currency's are refused unless they are zeros", () => {
  assert.equal(minor("1.239", "."), null);
  assert.equal(minor("12.50", ".", 0), null);
  assert.equal(minor("12.00", ".", 0), 12n);
  assert.equal(minor("1.234", ".", 3), 1234n);
});

const groups = [
  { name: "comma", thousands: ",", mark: "." },
  { name: "dot", thousands: ".", mark: "," },
  { name: "space", thousands: " ", mark: "," },
  { name: "apostrophe", thousands: "'", mark: "." },
  { name: "none", thousands: "", mark: "." },
] as const;

test("what is printed with grouping and two decimals is read back exactly", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      fc.constantFrom(...groups),
      (value, { thousands, mark }) => {
        const text = value.toString().padStart(3, "0");
        const whole = text.slice(0, -2).replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
        assert.equal(minor(`${whole}${mark}${text.slice(-2)}`, mark), value);
      },
    ),
  );
});

test("any text of digits and separators is read or refused, and never throws", () => {
  const characters = fc.constantFrom(..."0123456789.,' ’");
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 30 }), (letters) => {
      for (const reading of readDigits(letters.join(""))) {
        assert.match(reading.whole, /^(0|[1-9]\d*)$/);
        assert.match(reading.fraction, /^\d{0,3}$/);
      }
    }),
  );
});
