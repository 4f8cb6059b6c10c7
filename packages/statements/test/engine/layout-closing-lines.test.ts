import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const five: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 380, right: true },
  { x: 460, right: true },
  { x: 540, right: true },
];
const three: Column[] = [{ x: 40 }, { x: 110 }, { x: 460, right: true }];
const paid = ["reconciled", "06-03 -80.00 Grocer", "06-14 -20.00 Cinema"];

const head = ["Date", "Details", "Debit", "Credit", "Balance"];
const spent = [
  ["03/06/2024", "Grocer", "80.00", "", "920.00"],
  ["14/06/2024", "Cinema", "20.00", "", "900.00"],
];

test("a dated closing line with the sums of both sides, of which one has no rows", async () => {
  const statement = await readPages([
    table(five, [
      head,
      ["01/06/2024", "Opening balance", "", "", "1,000.00"],
      ...spent,
      ["30/06/2024", "Closing balance", "100.00", "0.00", "900.00"],
    ]),
  ]);
  assert.deepEqual(outline(statement), paid);
});

test("a dated closing line whose sum is another than that of the rows", async () => {
  const statement = await readPages([
    table(five, [
      head,
      ["01/06/2024", "Opening balance", "", "", "1,000.00"],
      ...spent,
      ["30/06/2024", "Closing balance", "110.00", "0.00", "900.00"],
    ]),
  ]);
  assert.equal(statement.status, "discrepant");
});

test("a total balance that is carried forward, behind the sums of both sides", async () => {
  const statement = await readPages([
    table(five, [
      head,
      ["", "Balance brought forward", "", "", "1,000.00"],
      ...spent,
      ["", "Total balance carried forward", "100.00", "0.00", "900.00"],
    ]),
  ]);
  assert.deepEqual(outline(statement), paid);
});

test("a closing balance beside a sum that is another than that of the rows", async () => {
  const statement = await readPages([
    table(five, [
      head,
      ["", "Balance brought forward", "", "", "1,000.00"],
      ...spent,
      ["", "Totals / Closing balance", "110.00", "0.00", "900.00"],
    ]),
  ]);
  assert.equal(statement.status, "discrepant");
});

test("totals and the closing balance on one line", async () => {
  const statement = await readPages([
    table(five, [
      head,
      ["", "Balance brought forward", "", "", "1,000.00"],
      ...spent,
      ["", "Totals / Closing balance", "100.00", "0.00", "900.00"],
    ]),
  ]);
  assert.deepEqual(outline(statement), paid);
});

test("sums under headings of their own, in another order than the columns of the rows", async () => {
  const statement = await readPages([
    table(five, [
      head,
      ["01/06/2024", "Opening balance", "", "", "1,000.00"],
      ["03/06/2024", "Grocer", "80.00", "", "920.00"],
      ["14/06/2024", "Wage", "", "200.00", "1,120.00"],
      [],
      ["", "", "Credits", "Debits", ""],
      ["Total", "", "200.00", "80.00", ""],
    ]),
  ]);
  assert.deepEqual(outline(statement), ["reconciled", "06-03 -80.00 Grocer", "06-14 +200.00 Wage"]);
});

test("sums of both columns before their words", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 200, right: true }, { x: 290, right: true }, { x: 320 }];
  const statement = await readPages([
    table(columns, [
      ["Date", "Debit", "Credit", "Description"],
      ["01/06/2024", "", "1,000.00", "Opening balance"],
      ["03/06/2024", "80.00", "", "Grocer"],
      ["14/06/2024", "", "200.00", "Wage"],
      ["", "80.00", "200.00", "Total debits / Total credits"],
      ["30/06/2024", "", "1,120.00", "Closing balance"],
    ]),
  ]);
  assert.deepEqual(outline(statement), ["reconciled", "06-03 -80.00 Grocer", "06-14 +200.00 Wage"]);
});

test("the balance of a day with an amount of zero is no row", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    table(columns, [
      ["Data", "Histórico", "Valor", "Saldo"],
      ["01/06/2024", "SALDO ANTERIOR", "0,00 C", "1.000,00 C"],
      ["03/06/2024", "Grocer", "80,00 D", "920,00 C"],
      ["14/06/2024", "Cinema", "20,00 D", "900,00 C"],
      ["30/06/2024", "SALDO DIA", "0,00 C", "900,00 C"],
    ]),
  ]);
  assert.deepEqual(outline(statement), paid);
});

test("savings under a title of their own below the closing balance", async () => {
  const statement = await readPages([
    [
      ...table(three, [
        ["Date", "Details", "Amount"],
        ["01/06/2024", "Opening balance", "1,000.00"],
        ["03/06/2024", "Grocer", "-80.00"],
        ["14/06/2024", "Cinema", "-20.00"],
        ["30/06/2024", "Closing balance", "900.00"],
      ]),
      ...lines(["Automatic savings", "Balance on 1 June 1,022.10", "Balance on 30 June 1,026.20"], 200),
    ],
  ]);
  assert.deepEqual(outline(statement), paid);
});

test("a balance and, on the same line, a sum in words that are not known", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance: 1,000.00 Xyzzy: 0.00", "Closing balance: 900.00 Plugh: 100.00"]),
      ...table(five, [head, ...spent]),
    ],
  ]);
  assert.deepEqual(outline(statement), paid);
});

test("a payment of the balance before is a row", async () => {
  const statement = await readPages([
    [
      ...lines(["Credit card statement", "Previous balance 100.00", "Amount due 95.00"]),
      ...table(three, [
        ["Date", "Details", "Amount"],
        ["03/06/2024", "Grocer", "80.00"],
        ["05/06/2024", "Geïncasseerd vorig saldo", "100.00 CR"],
        ["14/06/2024", "Cinema", "15.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-05 +100.00 Geïncasseerd vorig saldo",
    "06-14 -15.00 Cinema",
  ]);
});
