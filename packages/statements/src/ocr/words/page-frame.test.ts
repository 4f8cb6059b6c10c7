import assert from "node:assert/strict";
import { test } from "node:test";
import { displayed, uprightSize } from "./page-frame.ts";

const page = { width: 200, height: 100, scale: 1, turn: 0 };

test("the first corner of an upright page is where it was before the page was turned", () => {
  const corners = [0, 1, 2, 3].map((quarters) => displayed(0, 0, { ...page, quarters }));
  assert.deepEqual(corners, [
    [0, 0],
    [0, 100],
    [200, 100],
    [200, 0],
  ]);
});

test("its middle stays, askew or not, and its sides change places with each quarter", () => {
  for (const quarters of [0, 1, 2, 3]) {
    const frame = { ...page, quarters, turn: 0.03 };
    const { width, height } = uprightSize(frame);
    assert.deepEqual([width, height], quarters % 2 === 1 ? [100, 200] : [200, 100]);
    const [x, y] = displayed(width / 2, height / 2, frame);
    assert.ok(Math.abs(x - 100) < 1e-9 && Math.abs(y - 50) < 1e-9);
  }
});
