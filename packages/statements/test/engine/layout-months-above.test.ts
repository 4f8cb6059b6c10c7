import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { figures, readPages } from "./read-drawn.ts";

const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 460, right: true }];
const title = lines(["Nordbank", "IBAN DE89 3704 0044 0532 0130 00 EUR"]);

test("numbers of days below the headings of their months, two first days above one another", async () => {
  const statement = await readPages([
    [
      ...title,
      ...table(columns, [
        ["", "Alter Kontostand", "1.000,00 H"],
        ["Dezember 2024", "", ""],
        ["10.", "Grocer", "80,00 S"],
        ["31.", "Wage", "200,00 H"],
        ["Januar 2025", "", ""],
        ["01.", "Cinema", "20,00 S"],
        ["01.", "Tram", "2,50 S"],
        ["04.", "Rent", "300,00 S"],
        ["05.", "Books", "10,00 S"],
        ["", "Neuer Kontostand", "787,50 H"],
      ]),
    ],
  ]);
  assert.deepEqual(figures(statement), [
    "reconciled",
    ...["12-10 -80.00", "12-31 +200.00", "01-01 -20.00", "01-01 -2.50", "01-04 -300.00", "01-05 -10.00"],
  ]);
});

test("weekdays with their numbers below the headings of months, of which one looks like a month", async () => {
  const statement = await readPages([
    [
      ...lines(["Banque du Nord", "Solde au 01/02/2025 : 1 000,00 €", "Solde au 31/03/2025 : 1 097,50 €"]),
      ...table(columns, [
        ["Mars 2025", "", ""],
        ["mer. 12", "Cinema", "-20,00 €"],
        ["mar. 4", "Tram", "-2,50 €"],
        ["Février 2025", "", ""],
        ["mar. 25", "Wage", "+200,00 €"],
        ["lun. 3", "Grocer", "-80,00 €"],
      ]),
    ],
  ]);
  assert.deepEqual(figures(statement), [
    "reconciled",
    ...["03-12 -20.00", "03-04 -2.50", "02-25 +200.00", "02-03 -80.00"],
  ]);
});

test("numbers of rows below the names of months are no days", async () => {
  const read = readPages([
    [
      ...title,
      ...table(columns, [
        ["", "Alter Kontostand", "1.000,00 H"],
        ["Dezember 2024", "", ""],
        ["1.", "Grocer", "80,00 S"],
        ["2.", "Wage", "200,00 H"],
        ["Januar 2025", "", ""],
        ["1.", "Cinema", "20,00 S"],
        ["2.", "Tram", "2,50 S"],
        ["", "Neuer Kontostand", "1.097,50 H"],
      ]),
    ],
  ]);
  await assert.rejects(read, { reason: "no_statement_found" });
});
