import assert from "node:assert/strict";
import { test } from "node:test";
import type { Column, Piece } from "./draw-pages.ts";
import { readPages } from "./read-drawn.ts";

/** A paper by the one figure that is altered: as printed it adds up, and altered it must not be called proven. */
export type Paper = { paper: (figure: string) => Piece[][]; printed: string; altered: string[] };

export const sided: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 340, right: true },
  { x: 430, right: true },
  { x: 520, right: true },
];
export const headings = ["Date", "Description", "Money out", "Money in", "Balance"];
export const rows = [
  ["03/06/2024", "Grocer", "45.10", "", "954.90"],
  ["14/06/2024", "Wages", "", "2,310.00", "3,264.90"],
  ["21/06/2024", "Rent", "870.00", "", "2,394.90"],
  ["28/06/2024", "Refund", "", "12.35", "2,407.25"],
];
export const withoutBalances = [headings, ...rows].map((cells) => cells.slice(0, 4));
export const head = ["Harbour Bank", "Account number 12345678"];
export const signed: Column[] = [{ x: 40 }, { x: 110 }, { x: 430, right: true }, { x: 520, right: true }];
export const card = ["Date", "Description", "Amount"];
/** Of a card that owes 609.06 before them and 609.07 after them. */
export const cardRows = [
  card,
  ["03/06/2024", "Grocer", "92.61"],
  ["14/06/2024", "Payment", "-609.06"],
  ["21/06/2024", "Hotel", "516.46"],
];

/** One test for each paper, by what is altered in it. */
export function seesThroughAll(papers: Record<string, Paper>): void {
  for (const [name, { paper, printed, altered }] of Object.entries(papers)) {
    test(`altered: ${name}`, async () => {
      assert.equal((await readPages(paper(printed))).status, "reconciled");
      for (const figure of altered)
        assert.notEqual((await readPages(paper(figure))).status, "reconciled", figure);
    });
  }
}
