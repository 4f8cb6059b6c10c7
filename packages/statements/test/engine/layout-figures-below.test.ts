import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { figures, outline, readPages } from "./read-drawn.ts";

const columns: Column[] = [{ x: 40 }, { x: 130 }, { x: 540, right: true }];
const title = lines(["Bunker Bank", "Beginsaldo € 1.000,00    Eindsaldo € 1.095,00"]);
const listed = (balance: (text: string) => string, last = "1.095,00") =>
  table(columns, [
    ["25 juni 2024", "Tram", "- € 2,50"],
    ["", "Kenmerk 441155", balance(last)],
    ["19 juni 2024", "Cinema", "- € 22,50"],
    ["", "Kenmerk 441144", balance("1.097,50")],
    ["14 juni 2024", "Wage", "+ € 200,00"],
    ["", "Kenmerk 441133", balance("1.120,00")],
    ["3 juni 2024", "Grocer", "- € 80,00"],
    ["", "Kenmerk 441122", balance("920,00")],
  ]);

test("each row's balance stands below its amount, behind its reference", async () => {
  for (const balance of [(text: string) => `Saldo € ${text}`, (text: string) => text]) {
    const statement = await readPages([[...title, ...listed(balance)]]);
    assert.deepEqual(outline(statement), [
      "reconciled",
      "06-25 -2.50 Tram Kenmerk 441155",
      "06-19 -22.50 Cinema Kenmerk 441144",
      "06-14 +200.00 Wage Kenmerk 441133",
      "06-03 -80.00 Grocer Kenmerk 441122",
    ]);
    assert.deepEqual(
      statement.accounts[0]!.transactions.map((row) => row.balance),
      ["1095.00", "1097.50", "1120.00", "920.00"],
    );
  }
});

test("figures below amounts that do not follow from them prove nothing", async () => {
  const statement = await readPages([[...title, ...listed((text) => text, "1.195,00")]]);
  assert.notEqual(statement.status, "reconciled");
});

test("a summary right of the rows, between their lines, with its figures below their words", async () => {
  const rows: Column[] = [{ x: 40 }, { x: 80 }, { x: 330, right: true }, { x: 400, right: true }];
  const beside: Piece[] = [
    ...[
      "Member 220-8841",
      "Account at a glance",
      "Starting balance",
      "$1,000.00",
      "Total deposits",
      "$200.00",
    ],
    ...["Total withdrawals", "$102.50", "Ending balance", "$1,097.50", "PO Box 1120"],
  ].map((text, at) => ({ x: 430, y: 74 + at * 13, text }));
  const statement = await readPages([
    [
      ...lines(["Lakeshore Credit Union", "06/01/24 - 06/30/24"]),
      ...table(rows, [
        ["Date", "Description", "Amount", "Balance"],
        ["06/03", "Grocer", "-80.00", "920.00"],
        ["06/14", "Wage", "200.00", "1,120.00"],
        ["06/19", "Cinema", "-20.00", "1,100.00"],
        ["06/25", "Tram", "-2.50", "1,097.50"],
      ]),
      ...beside,
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    ...["06-03 -80.00 Grocer", "06-14 +200.00 Wage", "06-19 -20.00 Cinema", "06-25 -2.50 Tram"],
  ]);
});

test("dots lead to the amounts", async () => {
  const row = (text: string, amount: string, balance: string) =>
    `${text} `.padEnd(34, ".") + amount.padStart(12, ".") + balance.padStart(14, ".");
  const printed = [
    `${"OPENING BALANCE ".padEnd(48, ".")}....1,000.00`,
    row("03/06/24 GROCER", "-80.00", "920.00"),
    row("14/06/24 WAGE", "200.00", "1,120.00"),
    row("25/06/24 TRAM", "-2.50", "1,117.50"),
    `${"CLOSING BALANCE ".padEnd(48, ".")}....1,117.50`,
  ];
  for (const font of ["Courier", "Helvetica"]) {
    const pieces = [...lines(["ORCHARD BANK"]), ...lines(printed, 80)];
    const statement = await readPages([pieces], {}, { font });
    assert.deepEqual(figures(statement), ["reconciled", "06-03 -80.00", "06-14 +200.00", "06-25 -2.50"]);
  }
});

test("accounts side by side, each with balances of its own, the longer one's below", async () => {
  const four = (x: number): Column[] => [
    ...[{ x }, { x: x + 40 }, { x: x + 175, right: true }, { x: x + 235, right: true }],
  ];
  const side = (x: number, name: string, rows: string[][]) => table(four(x), [[name], ...rows]);
  const heads = ["Date", "Description", "Amount", "Balance"];
  const statement = await readPages([
    [
      ...lines(["Twin Rivers Bank", "06/01/2024 through 06/30/2024"]),
      ...side(40, "Checking 110-2", [
        heads,
        ["", "Beginning balance", "", "1,000.00"],
        ["06/03", "Grocer", "-80.00", "920.00"],
        ["06/14", "Wage", "200.00", "1,120.00"],
        ["06/25", "Tram", "-2.50", "1,117.50"],
        ["", "Ending balance", "", "1,117.50"],
      ]),
      ...side(310, "Savings 220-7", [
        heads,
        ["", "Beginning balance", "", "500.00"],
        ["06/04", "Books", "-30.00", "470.00"],
        ["06/21", "Interest", "1.25", "471.25"],
        ["", "Ending balance", "", "471.25"],
      ]),
    ],
  ]);
  assert.deepEqual(figures(statement), [
    ...["reconciled", "06-03 -80.00", "06-14 +200.00", "06-25 -2.50"],
    ...["reconciled", "06-04 -30.00", "06-21 +1.25"],
  ]);
});
