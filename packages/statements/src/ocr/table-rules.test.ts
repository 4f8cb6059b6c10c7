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

test("long thin strokes go, across and down", () => {
  const picture = blank(400, 300);
  paint(picture, 20, 100, 360, 2);
  paint(picture, 200, 10, 3, 280);
  assert.ok(dark(withoutRules(picture, 200)) < 12, "what is left is where they cross");
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
