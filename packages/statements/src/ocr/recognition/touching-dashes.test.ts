import assert from "node:assert/strict";
import { test } from "node:test";
import { withDashesApart } from "./touching-dashes.ts";
import { withUnreadMark } from "./unread-marks.ts";

/** One shape of ink as it is drawn, and others beside it that are 12 pixels wide and 18 high. */
function figure(drawn: string[], beside: number, side: "before" | "after") {
  const [width, height] = [400, drawn.length];
  const labels = new Int32Array(width * height);
  const across = drawn[0]!.length;
  const at = side === "before" ? 200 : 10;
  drawn.forEach((row, y) => {
    [...row].forEach((ink, x) => {
      if (ink === "#") labels[y * width + at + x] = 1;
    });
  });
  const column = (left: number, right: number, number: number) => {
    return { left, right, top: 0, bottom: height - 1, baseline: height - 1, numbers: [number] };
  };
  const own = column(at, at + across - 1, 1);
  const others = Array.from({ length: beside }, (_, index) => {
    const left = side === "before" ? 20 + index * 15 : at + across + 3 + index * 15;
    return column(left, left + 11, index + 2);
  });
  const picture = { width, height, pixels: new Uint8Array(width * height) };
  const columns = side === "before" ? [...others, own] : [own, ...others];
  return withDashesApart(columns, { picture, labels, shapes: [], lines: [] });
}

const four = [
  "......###..",
  ".....####..",
  "....##.##..",
  "...##..##..",
  "..##...##..",
  ".##....##..",
  "##.....##..",
  "###########",
  ".......##..",
  ".......##..",
  ".......##..",
];
const withDash = (dash: string, row: string, gap: string) =>
  four.map((each, y) => (y === 7 ? dash + row : gap + each));

test("a dash that touches a digit is a column of its own", () => {
  const columns = figure(withDash("######", "###########", "......"), 2, "after");
  assert.deepEqual(
    columns.map(({ left, right, top, bottom }) => [left, right, top, bottom]),
    [
      [10, 16, 6, 7],
      [17, 26, 0, 10],
      [30, 41, 0, 10],
      [45, 56, 0, 10],
    ],
  );
});

test("so is one behind a digit", () => {
  const drawn = four.map((each, y) => (y === 7 ? "#################" : `${each}......`));
  const columns = figure(drawn, 2, "before");
  assert.deepEqual(columns.length, 4);
  assert.deepEqual([columns[3]!.top, columns[3]!.bottom], [7, 7]);
});

test("a bar of a digit's own is none, nor is a digit's foot", () => {
  assert.equal(figure(four, 2, "after").length, 3);
  assert.equal(figure(four, 2, "before").length, 3);
  const two = [
    "..######",
    ".##...##",
    "......##",
    ".....##.",
    "....##..",
    "...##...",
    "..##....",
    ".##.....",
    "########",
  ];
  assert.equal(figure(two, 2, "after").length, 3);
});

test("a figure whose minus touches its first digit has that minus", () => {
  const columns = figure(withDash("######", "###########", "......"), 3, "after");
  const point = { ...columns[2]!, left: 29, right: 30, top: 9, bottom: 10 };
  const glyphs = [columns[0]!, columns[1]!, point, ...columns.slice(3)];
  assert.equal(withUnreadMark({ text: "4.31", columns: glyphs }), "-4.31");
});
