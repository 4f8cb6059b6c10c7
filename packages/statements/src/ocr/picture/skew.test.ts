import assert from "node:assert/strict";
import { test } from "node:test";
import { skewOf } from "./skew.ts";

/** Thirty lines of print, falling by an angle, as dots of ink. */
function linesAt(radians: number): Int32Array {
  const ink: number[] = [];
  for (let line = 0; line < 30; line++) {
    for (let x = 50; x < 1500; x += 4) {
      for (let y = 0; y < 12; y += 4) ink.push(x, Math.round(100 + line * 40 + y + x * Math.tan(radians)));
    }
  }
  return Int32Array.from(ink);
}

test("lines that fall or rise are found to a thousandth", () => {
  for (const angle of [-0.05, -0.013, 0, 0.004, 0.03]) {
    const found = skewOf(linesAt(angle));
    assert.ok(Math.abs(found - angle) < 0.001, `${angle} was taken for ${found}`);
  }
});

test("specks are no lines", () => {
  assert.equal(skewOf(Int32Array.from([1, 1, 5, 9])), 0);
  assert.equal(skewOf(new Int32Array(0)), 0);
});
