import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsOnPaper } from "./right-to-left.ts";

test("figures keep their order within a cell, and cells follow one another from the right", () => {
  assert.deepEqual(wordsOnPaper("תאריך REF 17 סכום"), ["סכום", "REF", "17", "תאריך"]);
  const cells = wordsOnPaper("01/06/2024    רכישה    -15.00    985.00").filter((word) => word !== "");
  assert.deepEqual(cells, ["985.00", "-15.00", "רכישה", "01/06/2024"]);
});
