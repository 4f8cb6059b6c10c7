import assert from "node:assert/strict";
import { test } from "node:test";
import { readableDay, withoutDoubles } from "./doubled-glyphs.ts";

/** Shapes of these widths, 15 pixels high, beside each other. */
function columns(...widths: number[]) {
  let left = 0;
  return widths.map((width, index) => {
    const column = {
      left,
      right: left + width - 1,
      top: 86,
      bottom: 100,
      baseline: 100,
      numbers: [index + 1],
    };
    left += width + 2;
    return column;
  });
}

test("a glyph that was read twice from one narrow shape is there once", () => {
  assert.equal(withoutDoubles("111", 60, columns(6)), "1");
  assert.equal(withoutDoubles("NOVO06", 60, columns(13, 15, 14, 10, 10)), "NOV06");
  assert.equal(withoutDoubles("NOVOS5S", 60, columns(13, 15, 14, 10, 10)), "NOVO5");
  assert.equal(withoutDoubles("NOV11l", 60, columns(13, 15, 14, 10, 10)), "NOV11");
});

test("glyphs that may touch each other, or differ, all stay", () => {
  assert.equal(withoutDoubles("1100", 60, columns(10, 10, 22)), "1100");
  assert.equal(withoutDoubles("1234", 60, columns(10, 10, 10)), "1234");
  assert.equal(withoutDoubles("1100", 60, columns(10, 10, 10, 10)), "1100");
  assert.equal(withoutDoubles("0044112", 60, columns(10, 10, 20, 6, 6, 10)), "0044112");
  assert.equal(withoutDoubles("1,100.50", 60, columns(6, 8, 10, 10, 3, 10, 10)), "1,100.50");
  assert.equal(withoutDoubles("1100", 95, columns(6, 10, 10)), "1100");
  assert.equal(withoutDoubles("ALLIANZ", 60, columns(10, 10, 10, 10, 10, 10)), "ALLIANZ");
});

test("in a day letters that look like digits are digits", () => {
  const cases = [
    ["NOVO5", "NOV05"],
    ["OCT3l", "OCT31"],
    ["O1JUL", "01JUL"],
    ["NOV05", "NOV05"],
    ["Ist", "1st"],
    ["2lst", "21st"],
    ["JULIO", "JULIO"],
    ["REFO5", "REFO5"],
    ["O5SEP23", "05SEP23"],
    ["l5-Sep-2O23", "15-Sep-2023"],
    ["O3.09.2O23", "03.09.2023"],
    ["O3ABC23", "O3ABC23"],
  ];
  for (const [text, expected] of cases) assert.equal(readableDay(text!), expected);
});
