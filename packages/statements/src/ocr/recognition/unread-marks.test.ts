import assert from "node:assert/strict";
import { test } from "node:test";
import { withUnreadMark } from "./unread-marks.ts";

/** Digits 15 pixels high, and points of 2. */
function word(text: string, ink: string) {
  const columns = [...ink].map((glyph, index) => {
    const top = glyph === "." ? 99 : glyph === "-" ? 94 : 86;
    const bottom = glyph === "-" ? 95 : 100;
    return { left: index * 12, right: index * 12 + 8, top, bottom, baseline: 100, numbers: [index + 1] };
  });
  return withUnreadMark({ text, columns });
}

test("a point in the ink that was not read is another reading", () => {
  assert.equal(word("27485", "274.85"), "274.85");
  assert.equal(word("27485-", "274.85-"), "274.85-");
  assert.equal(word("115847", "1158.47"), "1158.47");
  assert.equal(word("-4548", "-45.48"), "-45.48");
  assert.equal(word("1.544.14637", "1.544.146.37"), "1.544.146.37");
});

test("so is a minus beside a figure with cents", () => {
  assert.equal(word("212.08", "-212.08"), "-212.08");
  assert.equal(word("212.08", "212.08-"), "212.08-");
  assert.equal(word("21208", "-21208"), undefined);
  assert.equal(word("-212.08", "-212.08-"), undefined);
});

test("where ink and digits do not fit, or no cents follow, there is none", () => {
  assert.equal(word("27485", "27485"), undefined);
  assert.equal(word("27485", "27.485"), undefined);
  assert.equal(word("27485", "2.74.85"), undefined);
  assert.equal(word("274.85", "274.85"), undefined);
  assert.equal(word("27485", "27485."), undefined);
});
