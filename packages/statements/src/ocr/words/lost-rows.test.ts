import assert from "node:assert/strict";
import { test } from "node:test";
import type { Statement } from "../../statement.ts";
import { hasLostRow } from "./lost-rows.ts";
import type { PictureWords } from "./page-words.ts";

/** Lines of words at their right edges, 14 points apart. */
function page(...lines: [text: string, right: number][][]): PictureWords {
  const words = lines.flatMap((line, number) =>
    line.map(([text, x1]) => {
      const [bottom, x0] = [100 + number * 14, x1 - text.length * 5];
      const box = [x0, bottom - 8, x1 - x0, 8] as const;
      return { text, x0, x1, baseline: bottom, size: 9, font: "", box };
    }),
  );
  return { page: 1, width: 600, height: 800, words, isBlank: false, doubts: [], guesses: [], legible: 9 };
}

/** The last line of the page is the statement's one row. */
const statement = (line: number) =>
  ({
    accounts: [
      {
        transactions: [{ page: 1, amount: "604.98", balance: "17135.02", box: [50, 92 + line * 14, 400, 8] }],
      },
    ],
  }) as unknown as Statement;

const row: [string, number][] = [
  ["30.6.2024", 100],
  ["Card", 200],
  ["-604,98", 400],
  ["17135,02", 480],
];

const lost = (...before: [string, number][][]) =>
  hasLostRow(statement(before.length), [page(...before, row)]);

test("an amount and a balance where rows have them are a row", () => {
  assert.ok(
    lost([
      ["156.2024", 100],
      ["Order", 200],
      ["+740,00", 400],
      ["17740,00", 480],
    ]),
  );
  assert.ok(
    lost([
      ["Order", 200],
      ["+740,00", 400],
      ["17740,00", 480],
    ]),
  );
});

test("what is left of a date before an amount is a row", () => {
  assert.ok(
    lost([
      ["156.2024", 100],
      ["Order", 200],
      ["+740,00", 400],
    ]),
  );
  assert.ok(
    !lost([
      ["15.6.2024", 100],
      ["Order", 200],
      ["+740,00", 300],
    ]),
  );
});

test("a balance, a summary and a heading are none", () => {
  assert.ok(
    !lost([
      ["Opening", 100],
      ["17740,00", 480],
    ]),
  );
  assert.ok(
    !lost([
      ["1.6.2024", 100],
      ["Opening", 200],
      ["17740,00", 480],
    ]),
  );
  assert.ok(
    !lost([
      ["17000,00", 150],
      ["740,00", 250],
      ["604,98", 350],
      ["17135,02", 450],
    ]),
  );
  assert.ok(
    !lost([
      ["Date", 100],
      ["Amount", 400],
      ["Balance", 480],
    ]),
  );
});
