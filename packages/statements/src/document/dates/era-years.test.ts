import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { markLine } from "../../layout/marked-line.ts";
import { withEraYears } from "./era-years.ts";

describe("years of Japan's era without its sign", () => {
  const at = (x0: number, text: string) => {
    const x1 = x0 + 5 * text.length;
    const box = [x0, 50, x1 - x0, 10] as [number, number, number, number];
    return { text, x0, x1, baseline: 58, size: 9, font: "F", box };
  };
  const line = (...texts: string[]) => {
    const words = texts.map((text, index) => at(40 + 100 * index, text));
    const place = { page: 1, x0: 40, x1: 500, baseline: 58, size: 9, fromRight: false };
    return markLine({ ...place, words }, 0);
  };
  const years = (lines: ReturnType<typeof line>[], latest = "2024-08-15") =>
    withEraYears(lines, latest).flatMap(({ dates }) => dates.map(({ readings }) => readings.at(-1)!.year));

  test("two digits that the era has had are its own", () => {
    assert.deepEqual(years([line("05.12.28", "カード"), line("06.01.05", "給料")]), [2023, 2024]);
    assert.deepEqual(years([line("5-12-28", "カード"), line("6-1-5", "給料")]), [2023, 2024]);
  });
  test("the year may have one digit", () => {
    assert.deepEqual(years([line("5-12-28", "カード"), line("6-01-05", "給料")]), [2023, 2024]);
  });
  test("but not on a paper of another country", () => {
    assert.deepEqual(years([line("05.12.28", "Card"), line("06.01.05", "Pay")]), [2005, 2006]);
  });
  test("nor where one of them is yet to come, or the paper prints that year in full", () => {
    assert.deepEqual(years([line("05.12.28", "カード"), line("24.01.05", "給料")]), [2005, 2024]);
    assert.deepEqual(years([line("05.12.28", "カード"), line("06.01.05", "2006年")]), [2005, 2006]);
  });
});
