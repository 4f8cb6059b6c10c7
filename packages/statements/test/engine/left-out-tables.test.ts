import assert from "node:assert/strict";
import { test } from "node:test";
import { head, headings, rows, sided, signed, withoutBalances } from "./altered-paper.ts";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const other = table(signed, [
  ["Date", "Description", "Amount", "Balance"],
  ["02/07/2024", "Tram", "-3.20", "96.80"],
  ["05/07/2024", "Gift", "50.00", "146.80"],
  ["09/07/2024", "Books", "-21.30", "125.50"],
  ["17/07/2024", "Shoes", "-60.00", "65.50"],
]);

test("what adds up without the table of another statement behind it in the file proves nothing", async () => {
  const account = [
    ...lines([...head, "Opening balance 1,000.00 GBP", "Closing balance 2,407.25 GBP"]),
    ...table(sided, [headings, ...rows]),
  ];
  assert.equal((await readPages([account])).status, "reconciled");
  assert.notEqual((await readPages([account, other])).status, "reconciled");
});

test("what adds up without the table of another statement before it in the file proves nothing", async () => {
  const account = [
    ...lines([...head, "Opening balance 1,000.00 GBP"]),
    ...table(sided, [headings, ...rows]),
    ...lines(["Closing balance 2,407.25 GBP"], 300),
  ];
  assert.equal((await readPages([account])).status, "reconciled");
  assert.notEqual((await readPages([other, account])).status, "reconciled");
});

const moved: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 340, right: true },
  { x: 430, right: true },
  { x: 520, right: true },
];
const received = (details: readonly string[][], total: string): Piece[] => [
  ...table(moved, [
    ["Fecha", "Concepto", "Débito", "Crédito", "Saldo"],
    ["", "SALDO ANTERIOR", "", "", "1.000,00"],
    ["03/06/24", "Compra", "80,00", "", "920,00"],
    ["05/06/24", "Transferencia", "", "12,50", "932,50"],
    ["14/06/24", "Sueldo", "", "200,00", "1.132,50"],
    ["25/06/24", "Transferencia", "", "7,25", "1.139,75"],
    ["", "SALDO AL 30/06/24", "", "", "1.139,75"],
  ]),
  ...lines(["Detalle de las transferencias recibidas"], 220),
  ...table(
    [{ x: 40 }, { x: 100 }, { x: 300 }, { x: 430, right: true }],
    [["Fecha", "Ordenante", "CUIT", "Importe"], ...details, ["", "Total", "", total]],
    240,
  ),
];
const details = [
  ["05/06/24", "Sosa", "30-7916-4", "12,50"],
  ["14/06/24", "Sur SA", "30-3607-4", "200,00"],
  ["25/06/24", "Ruiz", "30-3321-4", "7,25"],
];

test("rows that are listed once more below the last balance", async () => {
  assert.deepEqual(outline(await readPages([received(details, "219,75")])), [
    "reconciled",
    "06-03 -80.00 Compra",
    "06-05 +12.50 Transferencia",
    "06-14 +200.00 Sueldo",
    "06-25 +7.25 Transferencia",
  ]);
});

test("a sum below rows that are listed once more is not theirs", async () => {
  const { status } = await readPages([received(details, "229,75")]);
  assert.notEqual(status, "reconciled");
});

test("other rows below the balance of the last day prove nothing", async () => {
  const others = ["04/06/24", "08/06/24", "11/06/24"].map((day) => [day, "Vega", "30-4410-4", "10,00"]);
  const { status } = await readPages([received([...details, ...others], "249,75")]);
  assert.notEqual(status, "reconciled");
});

test("a sum below the title of a list that it does not come to may be the account's, and contradict its rows", async () => {
  const read = async (...below: string[]) => {
    const ends = ["Opening balance 1,000.00 GBP", "Closing balance 2,407.25 GBP"];
    const account = [...lines([...head, ...ends]), ...table(sided, withoutBalances, 130)];
    return (await readPages([[...account, ...lines(below, 230)]])).status;
  };
  const title = "Pending transactions";
  assert.equal(await read(title, "None", "Total money out 915.10"), "reconciled");
  assert.equal(
    await read(title, "Card purchase 12.00", "Transfer 7.50", "Total money out 19.50"),
    "reconciled",
  );
  assert.notEqual(await read(title, "None", "Total money out 919.10"), "reconciled");
  assert.notEqual(await read(title, "Total money in 2,311.35"), "reconciled");
});

const pending = (sum: string): Piece[] => [
  ...lines([...head, "Opening balance 1,000.00", "Closing balance 2,407.25"]),
  ...table(sided, [headings, ...rows], 120),
  ...lines(["Pending transactions"], 260),
  ...table(
    sided,
    [
      ["29/06/2024", "Grocer", "12.00"],
      ["30/06/2024", "Fuel", "30.00"],
      ["", "Total withdrawals", sum],
    ],
    275,
  ),
];

test("the sum right below a list of other payments is that list's where these come to it", async () => {
  assert.equal((await readPages([pending("42.00")])).status, "reconciled");
  assert.notEqual((await readPages([pending("43.00")])).status, "reconciled");
});
