import assert from "node:assert/strict";
import { test } from "node:test";
import { withDarkPrint } from "./faint-print.ts";

/** A page of 200 by 100 pixels with a line of strokes so light. */
function page(light: number) {
  const pixels = new Uint8Array(20_000).fill(250);
  for (let y = 40; y < 50; y++) for (let x = 10; x < 190; x += 8) pixels[y * 200 + x] = light;
  return { width: 200, height: 100, pixels };
}

test("faint print is made dark, and paper stays", () => {
  const { pixels } = withDarkPrint(page(160));
  assert.ok(pixels[40 * 200 + 10]! < 80);
  assert.equal(pixels[0], 250);
});

test("print that is dark, and noise that is none, stay as they are", () => {
  for (const light of [30, 110, 225]) {
    const same = page(light);
    assert.equal(withDarkPrint(same), same);
  }
});

test("a page with few words, whose strokes are lighter at their edges, stays as it is", () => {
  const few = page(250);
  for (let y = 40; y < 50; y++) for (let x = 10; x < 50; x += 8) few.pixels.set([170, 60, 170], y * 200 + x);
  assert.equal(withDarkPrint(few), few);
});
