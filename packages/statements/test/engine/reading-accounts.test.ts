import assert from "node:assert/strict";
import { test } from "node:test";
import { readStatement } from "../../src/read-statement.ts";
import { StatementError } from "../../src/statement.ts";
import { type Column, drawPages, lines, type Piece, table } from "./draw-pages.ts";

const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 440, right: true }];

function account(
  title: string,
  opening: string,
  closing: string,
  amounts: readonly string[],
  top: number,
): Piece[] {
  const rows = amounts.map((amount, index) => [`${13 + index}/06/2024`, `Shop ${"ABC"[index]}`, amount]);
  return [
    ...lines([title, `Opening balance ${opening}`], top),
    ...table(columns, [["Date", "Description", "Amount"], ...rows], top + 34),
    ...lines([`Closing balance ${closing}`], top + 60 + rows.length * 14),
  ];
}

test("accounts that only a title parts are proven one by one", async () => {
  const pieces = [
    ...lines(["Harbour Bank", "Statement period 01/06/2024 to 30/06/2024"]),
    ...account("Everyday account", "100.00", "70.00", ["-40.00", "10.00"], 90),
    ...account("Rainy day savings", "500.00", "525.00", ["-25.00", "50.00"], 260),
  ];
  const { accounts, status } = await readStatement(await drawPages([pieces]));
  assert.equal(status, "reconciled");
  assert.deepEqual(
    accounts.map(({ opening_balance, closing_balance }) => [opening_balance, closing_balance]),
    [
      ["100.00", "70.00"],
      ["500.00", "525.00"],
    ],
  );
});

test("a balance that was altered where the page turns makes no two accounts of one", async () => {
  const first = [
    ...lines(["Harbour Bank"]),
    ...account("Account statement", "100.00", "70.00", ["-40.00", "10.00"], 60),
  ];
  const second = [
    ...lines(["Harbour Bank"]),
    ...account("Account statement", "90.00", "40.00", ["-60.00", "10.00"], 60),
  ];
  const { accounts, status } = await readStatement(await drawPages([first, second]));
  assert.notEqual(status, "reconciled");
  assert.equal(accounts.length, 1);
});

const heading = ["Harbour Bank", "Statement period 01/06/2024 to 30/06/2024"];

test("a month without transactions", async () => {
  const pieces = lines([...heading, "Opening balance 100.00 GBP", "Closing balance 100.00 GBP"]);
  const { accounts, status } = await readStatement(await drawPages([pieces]));
  assert.equal(status, "reconciled");
  const [only] = accounts;
  assert.deepEqual(
    [only!.opening_balance, only!.closing_balance, only!.currency, only!.transactions.length],
    ["100.00", "100.00", "GBP", 0],
  );
  assert.deepEqual(only!.period, { from: "2024-06-01", to: "2024-06-30" });
});

test("a month without transactions, its balances in a table with their days", async () => {
  const balances = ["Opening balance 01/06/2024", "Closing balance 30/06/2024"];
  const pieces = [
    ...lines(heading),
    ...["Date", "Description", "Balance"].map((text, at) => ({ x: 40 + 150 * at, y: 120, text })),
    ...balances.flatMap((text, at) => [
      { x: 40, y: 140 + 14 * at, text: text.slice(-10) },
      { x: 190, y: 140 + 14 * at, text: text.slice(0, -11) },
      { x: 340, y: 140 + 14 * at, text: "100.00 GBP" },
    ]),
  ];
  const { accounts, status } = await readStatement(await drawPages([pieces]));
  assert.equal(status, "reconciled");
  assert.equal(accounts[0]!.transactions.length, 0);
});

test("a month without transactions, above a table of other things", async () => {
  const ends = ["Opening balance 100.00 GBP", "Closing balance 100.00 GBP"];
  const pieces = lines([...heading, ...ends, "Exchange rates", "EUR/USD 1.0823", "GBP/USD 1.2715"]);
  const { accounts, status } = await readStatement(await drawPages([pieces]));
  assert.deepEqual([status, accounts[0]!.transactions.length], ["reconciled", 0]);
});

test("a month without transactions that one balance and the sums of both sides tell is not proven", async () => {
  const pieces = lines([...heading, "Total debits 0.00", "Total credits 0.00", "Closing balance 100.00 GBP"]);
  const { accounts, status } = await readStatement(await drawPages([pieces]));
  assert.deepEqual([status, accounts[0]!.closing_balance], ["unverifiable", "100.00"]);
});

test("a balance in the table's column of money out is overdrawn", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 430, right: true }, { x: 520, right: true }];
  const pieces = [
    ...lines(heading),
    ...table(
      columns,
      [
        ["Date", "Description", "Money out", "Money in"],
        ["", "Opening balance", "", "47.51"],
        ["06/06/2024", "Grocer", "100.00", ""],
        ["22/06/2024", "Wages", "", "5.00"],
        ["", "Closing balance", "47.49", ""],
      ],
      120,
    ),
  ];
  const { accounts, status } = await readStatement(await drawPages([pieces]));
  assert.deepEqual([status, accounts[0]!.closing_balance], ["reconciled", "-47.49"]);
});

test("no rows were found, but balances differ or other figures are printed: no statement", async () => {
  for (const more of [
    ["Opening balance 100.00 GBP", "Closing balance 90.00 GBP"],
    ["Opening balance 100.00 GBP", "Closing balance 100.00 GBP", "Something 12.00"],
  ]) {
    await assert.rejects(
      readStatement(await drawPages([lines([...heading, ...more])])),
      (error) => error instanceof StatementError && error.reason === "no_statement_found",
    );
  }
});
