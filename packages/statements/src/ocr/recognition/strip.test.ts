import assert from "node:assert/strict";
import { test } from "node:test";
import { stripOf } from "./strip.ts";

test("a word on tinted paper stands on white", () => {
  const [width, height] = [40, 30];
  const pixels = new Uint8Array(width * height).fill(225);
  const labels = new Int32Array(width * height);
  for (let y = 10; y < 20; y++) {
    for (let x = 10; x < 14; x++) {
      pixels[y * width + x] = 30;
      labels[y * width + x] = 1;
    }
  }
  const shapes = [{ left: 10, right: 13, top: 10, bottom: 19, area: 40 }];
  const piece = { left: 10, right: 13, top: 10, bottom: 19, baseline: 19, shapes: [1] };
  const { picture } = stripOf({ picture: { width, height, pixels }, shapes, labels, lines: [] }, [piece], 1);
  assert.deepEqual([...new Set(picture.pixels)].sort((a, b) => a - b).at(-1), 255);
  assert.ok(!picture.pixels.includes(225));
  assert.ok(Math.min(...picture.pixels) < 60);
});
