import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const four: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
const three: Column[] = four.slice(0, 3);

test("a balance here and there", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "Grocer", "-80.00"],
        ["04/06/2024", "Tram", "-2.00", "918.00"],
        ["14/06/2024", "Wage", "200.00"],
        ["20/06/2024", "Kiosk", "-14.50"],
        ["25/06/2024", "Cinema", "-3.50", "1,100.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-04 -2.00 Tram",
    "06-14 +200.00 Wage",
    "06-20 -14.50 Kiosk",
    "06-25 -3.50 Cinema",
  ]);
});

test("a line for the balance of each day among the rows", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "Grocer", "-80.00"],
        ["03/06/2024", "Tram", "-2.00"],
        ["03/06/2024", "Balance", "", "918.00"],
        ["14/06/2024", "Wage", "200.00"],
        ["14/06/2024", "Balance", "", "1,118.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-03 -2.00 Tram",
    "06-14 +200.00 Wage",
  ]);
});

test("an overdraft: the balance goes below zero, by a minus behind, by D, by OD, by brackets", async () => {
  for (const below of ["80.00-", "80.00 D", "80.00 OD", "(80.00)", "-80.00", "80.00 DR"]) {
    const marked = / (?:D|OD|DR)$/.test(below);
    const above = (figure: string) =>
      marked && !below.endsWith("OD") ? `${figure} ${below.includes("DR") ? "CR" : "C"}` : figure;
    const statement = await readPages([
      [
        ...lines([`Opening balance ${above("20.00")}`]),
        ...table(four, [
          ["Date", "Description", "Amount", "Balance"],
          ["03/06/2024", "Grocer", "-100.00", below],
          ["14/06/2024", "Wage", "200.00", above("120.00")],
        ]),
      ],
    ]);
    assert.deepEqual(
      outline(statement),
      ["reconciled", "06-03 -100.00 Grocer", "06-14 +200.00 Wage"],
      `below zero as ${below}`,
    );
  }
});

test("opening and closing stand in the table's own rows, dated, in the balance's column", async () => {
  const statement = await readPages([
    table(four, [
      ["Date", "Description", "Amount", "Balance"],
      ["01/06/2024", "Opening balance", "", "1,000.00"],
      ["03/06/2024", "Grocer", "-80.00"],
      ["14/06/2024", "Wage", "200.00"],
      ["30/06/2024", "Closing balance", "", "1,120.00"],
    ]),
  ]);
  assert.deepEqual(outline(statement), ["reconciled", "06-03 -80.00 Grocer", "06-14 +200.00 Wage"]);
});

test("opening and closing stand in the column of amounts, there is no other", async () => {
  const statement = await readPages([
    table(three, [
      ["Date", "Description", "Amount"],
      ["01/06/2024", "Opening balance", "1,000.00"],
      ["03/06/2024", "Grocer", "-80.00"],
      ["14/06/2024", "Wage", "200.00"],
      ["30/06/2024", "Closing balance", "1,120.00"],
    ]),
  ]);
  assert.deepEqual(outline(statement), ["reconciled", "06-03 -80.00 Grocer", "06-14 +200.00 Wage"]);
});

test("totals of both columns below the rows prove what no balance proves", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    table(columns, [
      ["Date", "Description", "Debit", "Credit"],
      ["03/06/2024", "Grocer", "80.00", ""],
      ["14/06/2024", "Wage", "", "200.00"],
      ["20/06/2024", "Kiosk", "14.50", ""],
      ["", "Total", "94.50", "200.00"],
    ]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage",
    "06-20 -14.50 Kiosk",
  ]);
});
