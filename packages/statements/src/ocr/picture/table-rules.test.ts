import assert from "node:assert/strict";
import { test } from "node:test";
import type { GreyPicture } from "./grey-picture.ts";
import { withoutRules } from "./table-rules.ts";

const paper = 240;

function blank(width: number, height: number): GreyPicture {
  return { width, height, pixels: new Uint8Array(width * height).fill(paper) };
}

function paint(
  { width, pixels }: GreyPicture,
  x: number,
  y: number,
  across: number,
  down: number,
  light = 60,
) {
  for (let row = y; row < y + down; row++) pixels.fill(light, row * width + x, row * width + x + across);
}

const dark = ({ pixels }: GreyPicture) => pixels.filter((light) => light < 200).length;

test("long thin strokes go, across and down, and where they cross", () => {
  const picture = blank(400, 300);
  paint(picture, 20, 100, 360, 2);
  paint(picture, 200, 10, 3, 280);
  assert.equal(dark(withoutRules(picture, 200)), 0);
});

test("a rule goes beside letters too that stand close to it", () => {
  const picture = blank(400, 300);
  paint(picture, 200, 10, 1, 280);
  for (let top = 40; top < 280; top += 36) paint(picture, 204, top, 30, 17);
  const letters = dark(picture) - 280;
  assert.equal(dark(withoutRules(picture, 200)), letters);
});

test("the steps of a rule that was scanned askew go with it", () => {
  const picture = blank(400, 300);
  paint(picture, 200, 10, 2, 280);
  for (const top of [40, 140, 240]) paint(picture, 202, top, 1, 30);
  assert.equal(dark(withoutRules(picture, 200)), 0);
});

test("feet of letters are no rule", () => {
  const picture = blank(400, 300);
  for (let left = 50; left < 180; left += 13) {
    paint(picture, left, 100, 11, 2);
    paint(picture, left + 3, 85, 5, 15);
  }
  const before = dark(picture);
  assert.equal(dark(withoutRules(picture, 200)), before);
});

test("letters and areas stay", () => {
  const picture = blank(400, 300);
  paint(picture, 50, 50, 60, 3); // a dash
  paint(picture, 150, 40, 4, 40); // a stem
  paint(picture, 20, 150, 360, 40); // a band of colour
  const before = dark(picture);
  assert.equal(dark(withoutRules(picture, 200)), before);
});

test("a letter that crosses a rule keeps its stroke", () => {
  const picture = blank(400, 300);
  paint(picture, 20, 100, 360, 2);
  paint(picture, 100, 85, 6, 40, 30);
  const found = withoutRules(picture, 200);
  assert.equal(found.pixels[101 * 400 + 103], 30);
  assert.equal(found.pixels[101 * 400 + 300], paper);
});
