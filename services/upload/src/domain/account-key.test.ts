import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accountKey,
  isProven,
  maskedNumber,
  mayBeOneAccount,
  numberKey,
  numbersContradict,
} from "./account-key.ts";

test("a whole number is the same however it is written", () => {
  assert.equal(numberKey("DE89 3704 0044 0532 0130 00"), "DE89370400440532013000");
  assert.equal(numberKey("de89-3704-0044-0532-0130-00"), "DE89370400440532013000");
  assert.equal(numberKey("20-00-00 12345678"), "20000012345678");
  assert.equal(numberKey("１２３４５６７８"), "12345678");
});

test("a masked number is known by its end, and by nothing when that is masked", () => {
  for (const printed of [
    "XXXX XXXX XXXX 1234",
    "**** 1234",
    "••••1234",
    "4111 11xx xxxx 1234",
    "...1234",
    "1234",
  ]) {
    assert.equal(numberKey(printed), "*1234", printed);
  }
  assert.equal(numberKey("1234 56XX"), "");
  assert.equal(numberKey(""), "");
});

test("a number with one X in it is a number", () => {
  assert.equal(numberKey("MT84MALT011000012345MTLCAST001X"), "MT84MALT011000012345MTLCAST001X");
});

test("shows four characters, however many there are", () => {
  assert.equal(maskedNumber("DE89370400440532013000"), "****3000");
  assert.equal(maskedNumber("*1234"), "****1234");
  assert.equal(maskedNumber(""), "");
});

test("only an institution with a whole number is proven", () => {
  assert.equal(isProven(accountKey("Northbank", "12345678", "EUR")), true);
  assert.equal(isProven(accountKey("Northbank", "****5678", "EUR")), false);
  assert.equal(isProven(accountKey("  ", "12345678", "EUR")), false);
});

test("numbers contradict unless one may be the other masked", () => {
  assert.equal(numbersContradict("12345678", "*5678"), false);
  assert.equal(numbersContradict("*5678", "12345678"), false);
  assert.equal(numbersContradict("12345678", "*9999"), true);
  assert.equal(numbersContradict("*678", "*5678"), false);
  assert.equal(numbersContradict("12345678", "92345678"), true);
  assert.equal(numbersContradict("", "12345678"), false);
});

test("accounts of two currencies or institutions are two", () => {
  const one = accountKey("Crédit Nord", "12345678", "EUR");
  assert.equal(mayBeOneAccount(one, accountKey("CREDIT  NORD", "", "EUR")), true);
  assert.equal(mayBeOneAccount(one, accountKey("", "*5678", "EUR")), true);
  assert.equal(mayBeOneAccount(one, accountKey("Southbank", "", "EUR")), false);
  assert.equal(mayBeOneAccount(one, accountKey("Crédit Nord", "12345678", "USD")), false);
});
