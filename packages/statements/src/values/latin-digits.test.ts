import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { latinDigits } from "./latin-digits.ts";

test("digits of every script are read as ours", () => {
  assert.equal(latinDigits("١٬٢٣٤٫٥٦"), "1,234.56");
  assert.equal(latinDigits("۱۴۰۲/۰۵/۰۱"), "1402/05/01");
  assert.equal(latinDigits("१,२३,४५६.७८"), "1,23,456.78");
  assert.equal(latinDigits("๑๒/๐๓/๒๕๖๗"), "12/03/2567");
  assert.equal(latinDigits("１，２３４．５６"), "1,234.56");
  assert.equal(latinDigits("−12‑3"), "-12-3");
});

test("places in the text stay", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => assert.equal(latinDigits(text).length, text.length)),
  );
});
