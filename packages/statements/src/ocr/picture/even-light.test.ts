import assert from "node:assert/strict";
import { test } from "node:test";
import { evenLight } from "./even-light.ts";

const [width, height, pixelsPerInch] = [400, 500, 200];
const at = (x: number, y: number) => y * width + x;

/** Rows of strokes on paper, with a coloured heading whose print is white, in a light of its own for each row. */
function page(lightAt: (y: number) => number) {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isHeading = y >= 40 && y < 80 && x >= 30 && x < 370;
      const isStroke = y % 40 > 28 && x % 16 < 3 && x > 40 && x < 360;
      const light = isHeading ? (isStroke ? 250 : 130) : isStroke ? 40 : 250;
      pixels[at(x, y)] = Math.round(light * lightAt(y));
    }
  }
  return { width, height, pixels };
}

test("paper in the shadow of a fold is as light as elsewhere, and print on it stays dark", () => {
  const { pixels } = evenLight(
    page((y) => 1 - 0.36 * Math.exp(-(((y - 300) / 28) ** 2))),
    pixelsPerInch,
  );
  for (let y = 90; y < height; y++) {
    assert.ok(pixels[at(10, y)]! > 180, `paper in row ${y}: ${pixels[at(10, y)]}`);
    if (y % 40 > 28) assert.ok(pixels[at(50, y)]! < 80, `print in row ${y}: ${pixels[at(50, y)]}`);
  }
  assert.ok(Math.abs(pixels[at(200, 60)]! - 130) < 15, "the heading");
});

test("a page without shadows stays as it is, with its coloured heading", () => {
  const plain = page(() => 1);
  assert.equal(evenLight(plain, pixelsPerInch), plain);
});
