import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const five: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 340, right: true },
  { x: 430, right: true },
  { x: 520, right: true },
];
const rows = [
  "reconciled",
  "06-03 -80.00 Grocer",
  "06-14 +1200.00 Wage",
  "06-20 -14.50 Kiosk",
  "06-25 -5.50 Cinema",
];
const body = [
  ["03/06/2024", "Grocer", "80.00", "", "920.00"],
  ["14/06/2024", "Wage", "", "1,200.00", "2,120.00"],
  ["20/06/2024", "Kiosk", "14.50", "", "2,105.50"],
  ["25/06/2024", "Cinema", "5.50", "", "2,100.00"],
];
const opening = lines(["Opening balance 1,000.00"]);

async function readUnder(head: Piece[]) {
  return outline(await readPages([[...opening, ...head, ...table(five, body, 140)]]));
}

test("headings of two lines", async () => {
  assert.deepEqual(
    await readUnder([
      { x: 40, y: 105, text: "Transaction" },
      { x: 40, y: 115, text: "date" },
      { x: 110, y: 115, text: "Details" },
      { x: 340, y: 105, text: "Money", right: true },
      { x: 340, y: 115, text: "out", right: true },
      { x: 430, y: 105, text: "Money", right: true },
      { x: 430, y: 115, text: "in", right: true },
      { x: 520, y: 115, text: "Balance", right: true },
    ]),
    rows,
  );
});

test("headings of three lines, in two languages", async () => {
  assert.deepEqual(
    await readUnder([
      { x: 40, y: 95, text: "Date" },
      { x: 40, y: 105, text: "Datum" },
      { x: 110, y: 95, text: "Description" },
      { x: 110, y: 105, text: "Omschrijving" },
      { x: 340, y: 95, text: "Debit", right: true },
      { x: 340, y: 105, text: "Af", right: true },
      { x: 340, y: 115, text: "(EUR)", right: true },
      { x: 430, y: 95, text: "Credit", right: true },
      { x: 430, y: 105, text: "Bij", right: true },
      { x: 430, y: 115, text: "(EUR)", right: true },
      { x: 520, y: 95, text: "Balance", right: true },
      { x: 520, y: 105, text: "Saldo", right: true },
      { x: 520, y: 115, text: "(EUR)", right: true },
    ]),
    rows,
  );
});

test("headings in a language that nobody knows", async () => {
  assert.deepEqual(await readUnder(table(five, [["Zorp", "Blimfark", "Ugga", "Frob", "Wibble"]], 115)), rows);
});

test("no headings at all", async () => {
  assert.deepEqual(await readUnder([]), rows);
});

test("a heading over two columns: Amount above Debit and Credit", async () => {
  assert.deepEqual(
    await readUnder([
      { x: 355, y: 105, text: "Amount" },
      ...table(five, [["Date", "Description", "Debit", "Credit", "Balance"]], 115),
    ]),
    rows,
  );
});

test("headings centred over columns that are aligned to the right", async () => {
  assert.deepEqual(
    await readUnder([
      { x: 50, y: 115, text: "Date" },
      { x: 180, y: 115, text: "Description" },
      { x: 300, y: 115, text: "Debit" },
      { x: 385, y: 115, text: "Credit" },
      { x: 470, y: 115, text: "Balance" },
    ]),
    rows,
  );
});

test("headings in brackets with currency and sign: Withdrawal (-), Deposit (+)", async () => {
  assert.deepEqual(
    await readUnder(
      table(five, [["DATE", "PARTICULARS", "WITHDRAWAL (-)", "DEPOSIT (+)", "BALANCE £"]], 115),
    ),
    rows,
  );
});

test("a table that is turned by the page, headings and all", async () => {
  for (const rotate of [90, 180, 270] as const) {
    const head = table(five, [["Date", "Description", "Debit", "Credit", "Balance"]], 115);
    const statement = await readPages([[...opening, ...head, ...table(five, body, 140)]], {}, { rotate });
    assert.deepEqual(outline(statement), rows, `turned by ${rotate}`);
  }
});

test("credit stands before debit", async () => {
  const swapped = body.map(([date, text, debit, credit, balance]) => [
    date!,
    text!,
    credit!,
    debit!,
    balance!,
  ]);
  const statement = await readPages([
    [
      ...opening,
      ...table(five, [["Date", "Description", "Paid in", "Paid out", "Balance"], ...swapped], 126),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("headings over two lines in narrow columns, hardly more than a blank apart", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 100 },
    { x: 400, right: true },
    { x: 404.5 },
    { x: 520, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Beginning balance 1,000.00"]),
      ...table(columns, [["", "", "Deposits/", "Withdrawals/", "Ending daily"]], 86),
      ...table(columns, [
        ["Date", "Description", "Additions", "Subtractions", "balance"],
        ["6/13", "Wage", "200.00", "", "1,200.00"],
        ["6/14", "Grocer", "", "80.00", ""],
        ["6/14", "Kiosk", "", "20.00", "1,100.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-13 +200.00 Wage",
    "06-14 -80.00 Grocer",
    "06-14 -20.00 Kiosk",
  ]);
});
