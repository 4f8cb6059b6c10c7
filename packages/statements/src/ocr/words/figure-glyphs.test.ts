import assert from "node:assert/strict";
import { test } from "node:test";
import {
  commonCentsMark,
  readableFigure,
  usualCentsMark,
  withCentsMark,
  withLostMark,
} from "./figure-glyphs.ts";

test("glyphs inside a figure with cents are digits", () => {
  const cases: [string, string[]][] = [
    ["1O,OOO.00", ["10,000.00"]],
    ["l5.00", ["15.00"]],
    ["~675,66", ["-675,66"]],
    ["\u201415.00", ["-15.00"]],
    ["\u00a712.50", ["$12.50"]],
    ["W15,450.00", ["W", "15,450.00"]],
    ["15.00CR", ["15.00CR"]],
    ["(15.00)", ["(15.00)"]],
    // Specks behind a figure, but not behind a day and a month.
    ["340,54.", ["340,54"]],
    ['8,501.24"', ["8,501.24"]],
    ["24.12.", ["24.12."]],
    ["15.00-", ["15.00-"]],
  ];
  for (const [text, expected] of cases) assert.deepEqual(readableFigure(text), expected, text);
});

test("a colon where no time can be is a point", () => {
  const cases: [string, string][] = [
    ["1,572:36", "1,572.36"],
    ["262:54", "262.54"],
    ["23:07.", "23.07."],
    ["23:07:", "23.07."],
    ["23.07:", "23.07."],
  ];
  for (const [text, expected] of cases) assert.deepEqual(readableFigure(text), [expected], text);
  for (const text of ["23:07", "12:30:15", "1:05", "Ref:15", "23:45:"])
    assert.deepEqual(readableFigure(text), [text], text);
});

test("what is no figure with cents stays as it was read", () => {
  for (const text of [
    "OLD",
    "Il",
    "REF5O1",
    "10/11/2024",
    "IO.OO",
    "1.234",
    "2O24",
    "No.5",
    "5B.00",
    "1,23.45",
  ])
    assert.deepEqual(readableFigure(text), [text], text);
});

test("a month that begins with a zero is October", () => {
  assert.deepEqual(readableFigure("03-0ct-2025"), ["03-Oct-2025"]);
  assert.deepEqual(readableFigure("0ct"), ["Oct"]);
  assert.deepEqual(readableFigure("0ctopus"), ["0ctopus"]);
});

test("the mark of the cents is the paper's", () => {
  const paper = ["1,234.50", "12.75", "7.99", "8.50", "9.45", "2,83"];
  assert.equal(commonCentsMark(paper), ".");
  assert.equal(commonCentsMark(["1.00", "1,00"]), undefined);
  assert.equal(withCentsMark("2,83", "."), "2.83");
  assert.equal(withCentsMark("1.624.44", "."), "1,624.44");
  assert.equal(withCentsMark("-1.019.92", ","), "-1.019,92");
  assert.equal(withCentsMark("4242.92", ","), "4242,92");
  assert.equal(withCentsMark("2024.06", ","), "2024.06");
  // Three digits behind the last mark are thousands, or the cents of a currency with three: that is not for glyphs.
  assert.equal(withCentsMark("1.234", ","), "1.234");
  assert.equal(withCentsMark("12.05.2024", ","), "12.05.2024");
  assert.equal(withCentsMark("24.12.", ","), "24.12.");
  assert.equal(withCentsMark("24.12", ","), "24.12");
  assert.equal(withCentsMark("24,12", "."), "24.12");
});

test("where points and commas are taken for each other, what most figures have is the paper's mark", () => {
  const faint = ["1.234.50", "12,75", "7.99", "8.50", "9,45", "2,83", "3.10"];
  assert.equal(commonCentsMark(faint), undefined);
  assert.equal(usualCentsMark(faint), ".");
  assert.equal(usualCentsMark(["1.00", "1,00"]), undefined);
});

test("a figure whose mark touches its digit has it again", () => {
  assert.equal(withLostMark("9286", ","), "92,86");
  assert.equal(withLostMark("-44592", "."), "-445.92");
  assert.equal(withLostMark("4.65466", ","), "4.654,66");
  assert.equal(withLostMark("4,65466 D", "."), "4,654.66 D");
  for (const text of ["2024", "0447", "86", "1.234", "92,86", "12345678", "AB123"])
    assert.equal(withLostMark(text, ","), undefined, text);
});
