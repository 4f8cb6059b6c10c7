import assert from "node:assert/strict";
import { test } from "node:test";
import { asCharacters, inReadingOrder, interpretable, lettersOf } from "./printed-text.ts";

test("what a broken font gives for a glyph ends as characters that can be stored", () => {
  assert.equal(asCharacters("T\0e\ud800a"), "Te\ufffda");
  assert.equal(asCharacters("Café €"), "Café €");
});

test("ligatures come apart, full-width digits are usual ones, what takes no room is gone", () => {
  assert.equal(interpretable("ﬁ １２\u200b3‐4"), "fi 123-4");
});

test("numbers are in the digits of ASCII, whatever script they are printed in", () => {
  assert.equal(interpretable("٨٬٤٥٥٫٠٠"), "8,455.00");
  assert.equal(interpretable("-१,२३४.५६"), "-1,234.56");
  assert.equal(interpretable("๑๒/๐๕/๒๕๖๗"), "12/05/2567");
  assert.equal(interpretable("कार्ड१२३"), "कार्ड१२३");
});

test("letters of right-to-left scripts are turned round, numbers among them are not", () => {
  assert.equal(inReadingOrder("1,234 דבג"), "גבד 1,234");
  assert.equal(inReadingOrder("٨٬٤٥٥٫٠٠"), "٨٬٤٥٥٫٠٠");
});

test("letters that one glyph joins stand as if each were drawn by itself", () => {
  assert.equal(lettersOf("\u0644\u0627"), "\u0627\u0644");
  assert.equal(lettersOf("\ufefb"), "\u0627\u0644");
  assert.equal(lettersOf("fi"), "fi");
  assert.equal(lettersOf("\u05d1"), "\u05d1");
});
