import assert from "node:assert/strict";
import { test } from "node:test";
import published from "currency-codes";
import { currencies, isCurrency, minorDigits } from "./currency.ts";
import { MoneyError } from "./money-error.ts";

/** No minor unit in ISO 4217: metals, bond units, IMF and bank units, testing; and XXX, which we count with two. */
const withoutMinorUnit = new Set("XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX".split(" "));

test("agrees with the published list of ISO 4217 on every code that has a minor unit", () => {
  for (const { code, digits } of published.data) {
    if (withoutMinorUnit.has(code)) continue;
    assert.equal(minorDigits(code), digits, code);
  }
});

test("has codes that the published list of 2024 lacks or has dropped", () => {
  const listed = new Set(published.data.map(({ code }) => code));
  const others = currencies.filter((code) => !listed.has(code));
  assert.deepEqual(others, ["BYR", "HRK", "LTL", "MRO", "SLL", "STD", "VEF", "XCG", "ZWL"]);
});

test("follows ISO where CLDR does not", () => {
  for (const [code, digits] of [
    ["HUF", 2],
    ["IDR", 2],
    ["IQD", 3],
    ["CLF", 4],
    ["UYW", 4],
    ["JPY", 0],
  ] as const) {
    assert.equal(minorDigits(code), digits, code);
  }
});

test("no currency is a code with two decimals", () => {
  assert.equal(isCurrency("XXX"), true);
  assert.equal(minorDigits("XXX"), 2);
});

test("no code stands twice, and only codes are codes", () => {
  assert.equal(new Set(currencies).size, currencies.length);
  assert.ok(currencies.every((code) => /^[A-Z]{3}$/.test(code)));
  for (const wrong of ["", "usd", "US", "ABC", "XAU", " EUR", "constructor"]) {
    assert.equal(isCurrency(wrong), false, wrong);
    assert.throws(
      () => minorDigits(wrong),
      (error) => error instanceof MoneyError && error.reason === "unknown_currency",
    );
  }
});
