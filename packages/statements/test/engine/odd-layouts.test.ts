import assert from "node:assert/strict";
import { test } from "node:test";
import { readStatement } from "../../src/read-statement.ts";
import type { ReadOptions, Statement } from "../../src/statement.ts";
import { type Column, type DrawOptions, drawPages, lines, type Piece, table } from "./draw-pages.ts";

const four: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
const five: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 340, right: true },
  { x: 430, right: true },
  { x: 520, right: true },
];

async function read(pieces: readonly Piece[], options?: ReadOptions, draw?: DrawOptions): Promise<Statement> {
  return await readStatement(await drawPages([pieces], draw), options);
}

function shown({ accounts }: Statement): string[] {
  return accounts.flatMap(({ transactions }) =>
    transactions.map(
      ({ date, type, amount, description }) =>
        `${date} ${type === "DEBIT" ? "-" : "+"}${amount} ${description}`,
    ),
  );
}

test("a language that nobody knows is read by its figures", async () => {
  const statement = await read(
    table(four, [
      ["Zorp", "Blimfark", "Frob", "Wibble"],
      ["03.06.2024", "Anka", "200,00", "1.200,00"],
      ["04.06.2024", "Borla", "50,25", "1.149,75"],
      ["25.06.2024", "Cimbi", "49,75", "1.100,00"],
    ]),
  );
  // The first row's side hangs on a balance that is not printed.
  assert.equal(statement.status, "unverifiable");
  const proven = await read([
    ...table(four, [
      ["", "Qwert", "", "1.000,00"],
      ["03.06.2024", "Anka", "200,00", "1.200,00"],
      ["04.06.2024", "Borla", "50,25", "1.149,75"],
      ["25.06.2024", "Cimbi", "49,75", "1.100,00"],
    ]),
  ]);
  assert.deepEqual(shown(proven), [
    "2024-06-03 +200.00 Anka",
    "2024-06-04 -50.25 Borla",
    "2024-06-25 -49.75 Cimbi",
  ]);
});

test("columns for both sides without any heading: balances say which is which", async () => {
  const statement = await read([
    ...lines(["Opening balance 100.00"]),
    ...table(five, [
      ["2024-06-01", "In", "50.00", "", "150.00"],
      ["2024-06-02", "Out", "", "20.00", "130.00"],
      ["2024-06-03", "Out", "", "30.00", "100.00"],
    ]),
  ]);
  assert.equal(statement.status, "reconciled");
  assert.deepEqual(shown(statement), [
    "2024-06-01 +50.00 In",
    "2024-06-02 -20.00 Out",
    "2024-06-03 -30.00 Out",
  ]);
});

test("a column of words says the side of each row", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 300 }, { x: 440, right: true }];
  const statement = await read([
    ...lines(["Kontonummer 12345678", "Alter Saldo 100,00 EUR", "Neuer Saldo 70,00 EUR"]),
    ...table(columns, [
      ["Datum", "Verwendungszweck", "Art", "Betrag"],
      ["01.06.2024", "Miete", "Soll", "80,00"],
      ["02.06.2024", "Gehalt", "Haben", "50,00"],
    ]),
  ]);
  assert.equal(statement.status, "reconciled");
  assert.deepEqual(shown(statement), ["2024-06-01 -80.00 Miete", "2024-06-02 +50.00 Gehalt"]);
});

test("sections hold one side each", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 440, right: true }];
  const statement = await read([
    ...lines(["Beginning balance $500.00", "Ending balance $620.00"]),
    ...table(columns, [
      ["Deposits and other credits"],
      ["Date", "Description", "Amount"],
      ["06/03/2024", "Payroll", "200.00"],
      ["06/17/2024", "Refund", "20.00"],
      ["Withdrawals and other debits"],
      ["Date", "Description", "Amount"],
      ["06/05/2024", "Rent", "90.00"],
      ["06/25/2024", "Coffee", "10.00"],
    ]),
  ]);
  assert.equal(statement.status, "reconciled");
  assert.deepEqual(shown(statement), [
    "2024-06-03 +200.00 Payroll",
    "2024-06-17 +20.00 Refund",
    "2024-06-05 -90.00 Rent",
    "2024-06-25 -10.00 Coffee",
  ]);
});

test("ragged lines in one font: the last figure is the balance", async () => {
  const statement = await read(
    lines([
      "Account number 00000000   01 Jun 2024 - 10 Jun 2024",
      "Start balance £1,000.00",
      "Date Description Money out £ Money in £ Balance £",
      "01 Jun Card Payment COFFEE          21.35               978.65",
      "02 Jun Returned Debit UTILITIES              35.00    1,013.65",
      "04 Jun Direct Debit      12.49               1,001.16",
      "End balance £1,001.16",
    ]),
    {},
    { font: "Courier" },
  );
  assert.equal(statement.status, "reconciled");
  assert.deepEqual(shown(statement), [
    "2024-06-01 -21.35 Card Payment COFFEE",
    "2024-06-02 +35.00 Returned Debit UTILITIES",
    "2024-06-04 -12.49 Direct Debit",
  ]);
});

test("a card: what is owed grows with what is spent", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 440, right: true }];
  const statement = await read([
    ...lines([
      "Credit card statement",
      "Previous balance $100.00",
      "New balance $85.50",
      "Minimum payment due $25.00",
    ]),
    ...table(columns, [
      ["Date", "Description", "Amount"],
      ["06/13/2024", "Grocer", "$80.00"],
      ["06/15/2024", "Payment, thank you", "-$100.00"],
      ["06/20/2024", "Cinema", "$5.50"],
    ]),
  ]);
  assert.equal(statement.status, "reconciled");
  assert.deepEqual(shown(statement), [
    "2024-06-13 -80.00 Grocer",
    "2024-06-15 +100.00 Payment, thank you",
    "2024-06-20 -5.50 Cinema",
  ]);
});

test("twins: two rows of one amount and of unknown sign are not guessed", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 440, right: true }];
  const statement = await read([
    ...lines(["Opening balance 100.00", "Closing balance 100.00"]),
    ...table(columns, [
      ["Date", "Description", "Amount"],
      ["2024-06-03", "One", "50.00"],
      ["2024-06-04", "Other", "50.00"],
    ]),
  ]);
  assert.equal(statement.status, "unverifiable");
});

test("dates that two orders read as well prove no rows", async () => {
  const statement = await read([
    ...lines(["Opening balance 100.00 GBP"]),
    ...table(four, [
      ["Date", "Description", "Amount", "Balance"],
      ["03/04/2024", "One", "-10.00", "90.00"],
      ["05/04/2024", "Other", "-20.00", "70.00"],
    ]),
  ]);
  // Read as 4 March and 4 May it is as good a statement as 3 and 5 April.
  assert.equal(statement.status, "unverifiable");
});

test("headings that contradict the balances prove nothing", async () => {
  const statement = await read([
    ...lines(["Opening balance 100.00", "Closing balance 120.00"]),
    ...table(five, [
      ["Date", "Description", "Debit", "Credit", "Balance"],
      ["2024-06-01", "In", "50.00", "", "150.00"],
      ["2024-06-02", "Out", "", "30.00", "120.00"],
    ]),
  ]);
  assert.notEqual(statement.status, "reconciled");
});

test("a summary above the rows is no row, and its figures are held against them", async () => {
  const statement = await read([
    ...lines([
      "Opening balance 100.00",
      "Total debits 30.00",
      "Total credits 50.00",
      "Closing balance 120.00",
      "Available balance 620.00",
    ]),
    ...table(
      four,
      [
        ["Date", "Description", "Amount", "Balance"],
        ["2024-06-01", "In", "50.00", "150.00"],
        ["2024-06-02", "Out", "-30.00", "120.00"],
      ],
      140,
    ),
  ]);
  assert.equal(statement.status, "reconciled");
  const kinds = statement.accounts[0]!.checks.map(({ kind }) => kind).sort();
  assert.deepEqual(kinds, ["closing_balance", "running_balance", "total_credits", "total_debits"]);
});

test("a page turned by its Rotate entry is read, with boxes as displayed", async () => {
  const pieces = [
    ...lines(["Opening balance 100.00"]),
    ...table(four, [
      ["Date", "Description", "Amount", "Balance"],
      ["2024-06-01", "In", "50.00", "150.00"],
      ["2024-06-02", "Out", "-30.00", "120.00"],
    ]),
  ];
  const statement = await read(pieces, {}, { rotate: 90 });
  assert.equal(statement.status, "reconciled");
  const [x, y, width, height] = statement.accounts[0]!.transactions[0]!.box;
  // Turned clockwise, a line of print stands upright on a page of 842 by 595.
  assert.ok(height > 400 && width < 20 && x > 700 && y < 60, `${[x, y, width, height]}`);
});
