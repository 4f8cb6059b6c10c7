import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "./fold.ts";
import { compilePhrases, findPhrases } from "./phrases.ts";

test("folds case, accents and punctuation", () => {
  assert.equal(fold("Valeur: DÉBIT (€)"), "valeur debit");
  assert.equal(fold("Straße B/F"), "strasse b f");
  assert.equal(fold("Wypłaty"), "wyplaty");
});

test("the longest phrase at a place wins, and phrases in unspaced scripts are found inside", () => {
  const phrases = compilePhrases([
    ["balance", "balance"],
    ["opening balance", "opening"],
    ["期初余额", "opening"],
  ]);
  const found = (text: string) =>
    findPhrases(text.split(" "), phrases).map(({ value, from, to }) => [value, from, to]);
  assert.deepEqual(found("Opening Balance: then balance"), [
    ["opening", 0, 2],
    ["balance", 3, 4],
  ]);
  assert.deepEqual(found("您的期初余额为 5.00"), [["opening", 0, 1]]);
  assert.deepEqual(found("balances"), []);
});
