import assert from "node:assert/strict";
import { test } from "node:test";
import { isOnItsSide } from "../recognition/upright.ts";
import type { GreyPicture } from "./grey-picture.ts";
import { quarterTurned } from "./grey-picture.ts";
import { printOf } from "./page-print.ts";

const [width, height] = [600, 400];

type Area = { left: number; top: number; width: number; height: number; light: number };

function page(...areas: Area[]): GreyPicture {
  const pixels = new Uint8Array(width * height).fill(250);
  for (const area of areas)
    for (let y = area.top; y < area.top + area.height; y++)
      pixels.fill(area.light, y * width + area.left, y * width + area.left + area.width);
  return { width, height, pixels };
}

/** Letters as upright strokes with a foot: one shape each. */
function word(left: number, top: number, letters: number, light: number): Area[] {
  return Array.from({ length: letters }, (_, index) => [
    { left: left + index * 12, top, width: 3, height: 15, light },
    { left: left + index * 12, top: top + 12, width: 8, height: 3, light },
  ]).flat();
}

test("print on a dark area is read like any other, and the area is no letter", () => {
  const band = { left: 40, top: 90, width: 500, height: 40, light: 60 };
  const print = printOf(page(band, ...word(100, 100, 6, 255), ...word(100, 200, 5, 20)), 200);
  assert.deepEqual(
    print.lines.map(({ left, top, shapes }) => [left, top, shapes.length]).sort((a, b) => a[1]! - b[1]!),
    [
      [100, 100, 6],
      [100, 200, 5],
    ],
  );
  // Dark on light, for one look.
  assert.ok(print.picture.pixels[105 * width + 101]! < 60 && print.picture.pixels[95 * width + 60]! > 200);
});

test("lines of letters tell which way a page lies", () => {
  const upright = page(...[50, 90, 130, 170].flatMap((top) => word(60, top, 30, 20)));
  assert.ok(!isOnItsSide(upright, 200));
  assert.ok(isOnItsSide(quarterTurned(upright, 1), 200));
  assert.ok(!isOnItsSide(quarterTurned(upright, 2), 200));
  assert.ok(isOnItsSide(quarterTurned(upright, 3), 200));
});

test("four quarters lead back", () => {
  const some = page(...word(60, 50, 9, 20));
  assert.deepEqual(quarterTurned(quarterTurned(some, 3), 1), some);
  const once = quarterTurned(some, 1);
  assert.deepEqual([once.width, once.height], [height, width]);
  assert.equal(once.pixels[61 * height + height - 1 - 51], some.pixels[51 * width + 61]);
});
