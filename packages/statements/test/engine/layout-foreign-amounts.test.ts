import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { figures, outline, readPages } from "./read-drawn.ts";

test("headings over two lines that end in 'in' and break a word: the amount abroad, its rate, and the card's own", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 95 },
    { x: 150 },
    { x: 340 },
    { x: 430, right: true },
    { x: 470, right: true },
    { x: 550, right: true },
  ];
  const statement = await readPages([
    table(columns, [
      ["Beleg-", "Buchungs-", "Angabe des Unternehmens /", "Währung", "Betrag in", "Kurs", "Betrag in"],
      ["datum", "datum", "Verwendungszweck", "", "Währung", "", "Euro"],
      ["", "", "Saldo letzte Abrechnung", "", "", "", "100,00 -"],
      ["03.06.24", "04.06.24", "Grocer", "USD", "88,00", "1,1000", "80,00 -"],
      ["14.06.24", "15.06.24", "Ausgleich", "", "", "", "100,00 +"],
      ["25.06.24", "26.06.24", "Cinema", "CHF", "5,20", "0,9455", "5,50 -"],
      ["", "", "Neuer Saldo", "", "", "", "85,50 -"],
    ]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +100.00 Ausgleich",
    "06-25 -5.50 Cinema",
  ]);
  assert.equal(statement.accounts[0]!.currency, "EUR");
});

test("a column of what was paid before those of both sides, which print it again", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 110 },
    { x: 400, right: true },
    { x: 470, right: true },
    { x: 540, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00", "Closing balance 1,114.50"]),
      ...table(columns, [
        ["Data", "Descrierea", "Suma in", "Intrari", "Iesiri"],
        ["", "", "valuta tr.", "", ""],
        ["03/06/2024", "Grocer", "80.00", "", "80.00"],
        ["14/06/2024", "Wage", "200.00", "200.00", ""],
        ["25/06/2024", "Cinema", "5.50", "", "5.50"],
      ]),
    ],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "06-03 -80.00", "06-14 +200.00", "06-25 -5.50"]);
});

test("codes beside the amounts abroad of a few rows are not the account's currency", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 95 }, { x: 400, right: true }, { x: 540, right: true }];
  const statement = await readPages([
    [
      ...lines(["Kontoutdrag", "Att betala SEK 285,50"]),
      ...table(columns, [
        ["Datum", "Specifikation", "Utl. belopp", "Belopp"],
        ["2024-06-03", "Grocer", "", "80,00"],
        ["2024-06-14", "Theatre", "GBP 15,38", "200,00"],
        ["2024-06-25", "Cinema", "", "5,50"],
        ["", "Summa inköp", "", "285,50"],
      ]),
    ],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "06-03 -80.00", "06-14 -200.00", "06-25 -5.50"]);
  assert.equal(statement.accounts[0]!.currency, "SEK");
});

test("a currency in one word with the account: 'EUR-Konto'", async () => {
  const statement = await readPages([
    [
      ...lines(["Kontokorrent EUR-Konto", "Alter Kontostand 1.000,00"]),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 540, right: true }],
        [
          ["Datum", "Vorgang", "Betrag"],
          ["03.06.2024", "Grocer", "80,00-"],
          ["", "Neuer Kontostand", "920,00"],
        ],
      ),
    ],
  ]);
  assert.deepEqual([statement.status, statement.accounts[0]!.currency], ["reconciled", "EUR"]);
});
