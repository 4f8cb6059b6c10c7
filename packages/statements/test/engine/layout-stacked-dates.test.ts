import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const columns: Column[] = [{ x: 40 }, { x: 120 }, { x: 440, right: true }, { x: 530, right: true }];

test("the value date stands below the booking date, beside the rest of the text", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        ["2024-06-03", "Card", "-80.00", "920.00"],
        ["2024-06-03", "Grocer"],
        ["2024-06-14", "Transfer", "200.00", "1,120.00"],
        ["2024-06-14", "Wage"],
        ["2024-06-14", "Card", "-20.00", "1,100.00"],
        ["2024-06-14", "Baker"],
        ["2024-06-25", "Card", "-5.50", "1,094.50"],
        ["2024-06-26", "Cinema"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Card Grocer",
    "06-14 +200.00 Transfer Wage",
    "06-14 -20.00 Card Baker",
    "06-25 -5.50 Card Cinema",
  ]);
});

test("amounts below a second date are another row's, whose own date is not known", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        ["2024-06-03", "Card", "-80.00", "920.00"],
        ["2024-06-03", "Grocer"],
        ["2024-06-14", "Transfer", "200.00", "1,120.00"],
        ["2024-06-14", "Wage"],
        ["2024-06-25", "Card", "-5.50", "1,114.50"],
        ["2024-06-25", "Cinema"],
        ["", "", "-14.50", "1,100.00"],
      ]),
    ],
    table(columns, [
      ["Date", "Description", "Amount", "Balance"],
      ["2024-06-28", "Card"],
      ["2024-06-28", "Baker"],
      ["2024-06-29", "Card", "-10.00", "1,090.00"],
      ["2024-06-29", "Butcher"],
    ]),
  ]);
  assert.equal(statement.status, "unverifiable");
});

test("newest first, with the first and the last balance below the rows", async () => {
  const statement = await readPages([
    table(columns, [
      ["Datum", "Beskrivning", "Belopp", "Saldo"],
      ["2024-06-25", "Cinema", "-5,50", "1 114,50"],
      ["2024-06-14", "Wage", "200,00", "1 120,00"],
      ["2024-06-03", "Grocer", "-80,00", "920,00"],
      ["2024-06-01", "Ingående saldo", "", "1 000,00"],
      ["2024-06-30", "Utgående saldo", "", "1 114,50"],
    ]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-25 -5.50 Cinema",
    "06-14 +200.00 Wage",
    "06-03 -80.00 Grocer",
  ]);
});

test("balances below their labels in a line with a day, with strokes for a minus and a plus", async () => {
  const summary: Column[] = [{ x: 40 }, { x: 120 }, { x: 220 }, { x: 320 }, { x: 420 }];
  const sided: Column[] = [{ x: 40 }, { x: 120 }, { x: 440, right: true }, { x: 530, right: true }];
  const statement = await readPages([
    [
      ...table(
        summary,
        [
          ["Datum", "Vorig saldo", "Nieuw saldo", "Totaal af", "Totaal bij"],
          ["30-06-2024", "+/+ EUR 50,00", "-/- EUR 35,50", "EUR 285,50", "EUR 200,00"],
        ],
        40,
      ),
      ...table(sided, [
        ["Boekdatum", "Omschrijving", "Bedrag af", "Bedrag bij"],
        ["03-06-2024", "Grocer", "280,00", ""],
        ["14-06-2024", "Wage", "", "200,00"],
        ["25-06-2024", "Cinema", "5,50", ""],
      ]),
    ],
  ]);
  assert.deepEqual(
    [statement.status, statement.accounts[0]!.opening_balance, statement.accounts[0]!.closing_balance],
    ["reconciled", "50.00", "-35.50"],
  );
});

test("numbers of rows in parentheses before their sums", async () => {
  const statement = await readPages([
    [
      ...lines([
        "Opening balance 1,000.00",
        "Total credits (1) 200.00",
        "Total debits (2) -85.50",
        "Closing balance 1,114.50",
      ]),
      ...table(
        columns,
        [
          ["Date", "Description", "Amount", "Balance"],
          ["2024-06-03", "Grocer", "-80.00", "920.00"],
          ["2024-06-14", "Wage", "200.00", "1,120.00"],
          ["2024-06-25", "Cinema", "-5.50", "1,114.50"],
        ],
        110,
      ),
    ],
  ]);
  assert.equal(statement.status, "reconciled");
});

test("the value date stands below the booking date in parentheses", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        ["2024-06-03", "Card", "-80.00", "920.00"],
        ["(2024-06-03)", "Grocer"],
        ["2024-06-14", "Transfer", "200.00", "1,120.00"],
        ["(2024-06-14)", "Wage"],
        ["2024-06-25", "Card", "-5.50", "1,114.50"],
        ["(2024-06-25)", "Cinema"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Card Grocer",
    "06-14 +200.00 Transfer Wage",
    "06-25 -5.50 Card Cinema",
  ]);
});
