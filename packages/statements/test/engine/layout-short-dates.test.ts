import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const rows = ["reconciled", "06-03 -80.00 Grocer", "06-14 +200.00 Wage", "06-25 -5.50 Cinema"];
const period = "Statement from 1 June 2024 to 30 June 2024";

test("day and month in two narrow columns", async () => {
  const columns: Column[] = [
    { x: 48 },
    { x: 70 },
    { x: 95 },
    { x: 380, right: true },
    { x: 470, right: true },
    { x: 560, right: true },
  ];
  const statement = await readPages([
    [
      ...lines([period]),
      ...table(columns, [
        ["JR", "MO", "DESCRIPTION", "RETRAITS", "DÉPÔTS", "SOLDE"],
        ["01", "06", "SOLDE PRÉCÉDENT", "", "", "1 000,00"],
        ["03", "06", "Grocer", "80,00", "", "920,00"],
        ["14", "06", "Wage", "", "200,00", "1 120,00"],
        ["25", "06", "Cinema", "5,50", "", "1 114,50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("month and day apart, behind the amounts", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 370, right: true },
    { x: 450, right: true },
    { x: 475 },
    { x: 487 },
    { x: 560, right: true },
  ];
  const statement = await readPages([
    [
      ...lines([period]),
      ...table(columns, [
        ["Details", "Debits", "Credits", "Date", "", "Balance"],
        ["Balance brought forward", "", "", "06", "01", "1,000.00"],
        ["Grocer", "80.00-", "", "06", "03", "920.00"],
        ["Wage", "", "200.00", "06", "14", "1,120.00"],
        ["Cinema", "5.50-", "", "06", "25", "1,114.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("a day of booking and one of value, parted by a stroke", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 130 }, { x: 455, right: true }, { x: 555, right: true }];
  const statement = await readPages([
    [
      ...lines([period]),
      ...table(columns, [
        ["Buchung/Wert", "Vorgang", "Soll EUR", "Haben EUR"],
        ["", "Kontostand alt", "", "+ 1.000,00"],
        ["03.06./04.06.", "Grocer", "- 80,00", ""],
        ["14.06./14.06.", "Wage", "", "+ 200,00"],
        ["25.06./26.06.", "Cinema", "- 5,50", ""],
        ["", "Kontostand neu", "", "+ 1.114,50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("a day at the end of a text, right before the value date", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 85 },
    { x: 150 },
    { x: 200 },
    { x: 480, right: true },
    { x: 555, right: true },
  ];
  const statement = await readPages([
    [
      ...lines([period]),
      ...table(columns, [
        ["DATE", "LIBELLE", "", "VALEUR", "DEBIT", "CREDIT"],
        ["", "ANCIEN SOLDE", "", "", "", "1 000,00"],
        ["03.06", "Grocer", "31/05/24", "03.06.24", "80,00", ""],
        ["14.06", "Wage", "", "14.06.24", "", "200,00"],
        ["25.06", "Cinema", "28/05/24", "26.06.24", "5,50", ""],
        ["", "NOUVEAU SOLDE", "", "", "", "1 114,50"],
      ]),
    ],
  ]);
  const dates = statement.accounts.flatMap(({ transactions }) => transactions.map(({ date }) => date));
  assert.deepEqual([statement.status, ...dates], ["reconciled", "2024-06-03", "2024-06-14", "2024-06-25"]);
});

test("which instalment a row is, and a period behind the day of payment, leave the order of dates alone", async () => {
  const statement = await readPages([
    [
      ...lines(["Payment date 2024.07.14 Period 2024.06.01 ~ 2024.06.30", "Opening balance 1,000.00"]),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 250 }, { x: 380, right: true }, { x: 470, right: true }],
        [
          ["Date", "Description", "Part", "Amount", "Balance"],
          ["24.06.03", "Grocer", "3/1", "-80.00", "920.00"],
          ["24.06.04", "Tram", "2/1", "-20.00", "900.00"],
          ["24.06.11", "Cinema", "", "-5.50", "894.50"],
        ],
      ),
    ],
  ]);
  assert.deepEqual(
    statement.accounts[0]!.transactions.map(({ date }) => date),
    ["2024-06-03", "2024-06-04", "2024-06-11"],
  );
  assert.deepEqual(statement.accounts[0]!.period, { from: "2024-06-01", to: "2024-06-30" });
});

test("the number of the statement tells the year where nothing else does", async () => {
  const statement = await readPages([
    [
      ...lines(["Extrato combinado 2022/012", "Saldo inicial 1 000,00"]),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 380, right: true }, { x: 470, right: true }],
        [
          ["DATA", "DESCRITIVO", "DÉBITO", "SALDO"],
          ["03.12", "Mercado", "80,00", "920,00"],
          ["14.12", "Cinema", "5,50", "914,50"],
        ],
      ),
    ],
  ]);
  assert.deepEqual(
    statement.accounts[0]!.transactions.map(({ date }) => date),
    ["2022-12-03", "2022-12-14"],
  );
  assert.deepEqual(statement.warnings.includes("year_assumed"), true);
});
