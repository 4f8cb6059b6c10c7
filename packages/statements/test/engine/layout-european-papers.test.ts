import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const four: Column[] = [{ x: 40 }, { x: 380, right: true }, { x: 460, right: true }, { x: 540, right: true }];

test("texts beside the amounts hold dates too", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        ["Description", "Incoming", "Outgoing", "Amount"],
        ["Cinema on 24/06/24", "", "-5.50", "1,114.50"],
        ["25 June 2024 Card ending in 4821"],
        ["Received money from Employer", "200.00", "", "1,120.00"],
        ["14 June 2024 Reference: Wage"],
        ["Grocer on 02/06/24", "", "-80.00", "920.00"],
        ["3 June 2024 Card ending in 4821"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-25 -5.50 Cinema on 24/06/24 Card ending in 4821",
    "06-14 +200.00 Received money from Employer Reference: Wage",
    "06-03 -80.00 Grocer on 02/06/24 Card ending in 4821",
  ]);
});

test("a sum at the end of a text that reaches into the column of amounts", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 350, right: true }, { x: 440, right: true }];
  const text = "Settles our invoice 861217 of 14.05.2024 for 123.56";
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Debit", "Balance"],
        ["03.06.2024", "Grocer", "1,080.00", "-80.00"],
        ["", text, "", ""],
        ["14.06.2024", "Market", "1,200.00", "-1,280.00"],
        ["", text, "", ""],
        ["25.06.2024", "Cinema", "1,005.50", "-2,285.50"],
        ["28.06.2024", "Theatre", "1,005.50", "-3,291.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    `06-03 -1080.00 Grocer ${text}`,
    `06-14 -1200.00 Market ${text}`,
    "06-25 -1005.50 Cinema",
    "06-28 -1005.50 Theatre",
  ]);
});

test("numbers of rows in parentheses, before a colon", async () => {
  const statement = await readPages([
    [
      ...lines([
        "Saldo poczatkowe: 1 000,00 PLN",
        "Suma uznan (1): 200,00 PLN",
        "Suma obciazen (2): 85,50 PLN",
        "Saldo koncowe: 1 114,50 PLN",
      ]),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 540, right: true }],
        [
          ["Date", "Details", "Amount"],
          ["2024-06-03", "Grocer", "-80,00"],
          ["2024-06-14", "Wage", "200,00"],
          ["2024-06-25", "Cinema", "-5,50"],
        ],
        120,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage",
    "06-25 -5.50 Cinema",
  ]);
});

test("'van' between numbers above a summary is no balance carried forward", async () => {
  const four: Column[] = [{ x: 40 }, { x: 180 }, { x: 320 }, { x: 450 }];
  const statement = await readPages([
    [
      ...table(four, [["Datum", "Klantnummer", "", "Bladnummer"]], 40),
      ...table(four, [["15 juli 2024", "68123456789", "", "1 van 1"]], 50),
      ...table(
        four,
        [["Vorig openstaand saldo", "Totaal ontvangen", "Totaal uitgaven", "Nieuw openstaand saldo"]],
        70,
      ),
      ...table(four, [["100,00 Af", "100,00 Bij", "85,50 Af", "85,50 Af"]], 80),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 520, right: true }, { x: 530 }],
        [
          ["Datum", "Omschrijving", "Bedrag"],
          ["03 jun", "Grocer", "80,00", "Af"],
          ["14 jun", "Incasso", "100,00", "Bij"],
          ["25 jun", "Cinema", "5,50", "Af"],
        ],
        120,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +100.00 Incasso",
    "06-25 -5.50 Cinema",
  ]);
});

test("two currencies under one number, each with both balances in a summary above its rows", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 120 },
    { x: 390, right: true },
    { x: 465, right: true },
    { x: 545, right: true },
  ];
  const page = (title: string, sign: string, ends: string[], rows: string[][]): Piece[] => [
    ...lines([title, "IBAN LT12 3250 0000 1234 5678"]),
    ...table(
      columns,
      [
        ["Product", "", "Opening balance", "Money out", "Closing balance"],
        ["Account", "", ...ends],
        ["Date", "Description", "Money out", "Money in", "Balance"],
        ...rows,
      ].map((row) => row.map((cell) => (/^\d[\d,]*\.\d\d$/.test(cell) ? sign + cell : cell))),
    ),
  ];
  const statement = await readPages([
    page(
      "EUR Statement",
      "€",
      ["1,000.00", "80.00", "1,120.00"],
      [
        ["3 Jun 2024", "Grocer", "80.00", "", "920.00"],
        ["14 Jun 2024", "Wage", "", "200.00", "1,120.00"],
      ],
    ),
    page(
      "USD Statement",
      "$",
      ["300.00", "5.50", "294.50"],
      [["25 Jun 2024", "Cinema", "5.50", "", "294.50"]],
    ),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage",
    "reconciled",
    "06-25 -5.50 Cinema",
  ]);
});

test("one row with its day behind the amounts, in the form of an amount with a point", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 290 },
    { x: 400, right: true },
    { x: 480, right: true },
    { x: 550, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Kontoutskrift i perioden 01.01.2025 - 31.01.2025"]),
      ...table(columns, [
        ["Forklaring", "Rentedato", "Ut av konto", "Inn på konto", "Bokført"],
        ["Saldo fra kontoutskrift 31.12.2024", "", "", "1.000,00", ""],
        ["Giro fra REMA", "29.01", "", "70,61", "29.01"],
        ["Saldo i Deres favør 31.01.2025", "", "", "1.070,61", ""],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), ["reconciled", "01-29 +70.61 Giro fra REMA"]);
});

test("numbers of rows above one another, with a point, beside whole dates", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1.000,00", "Closing balance 1.114,50"]),
      ...table(
        [{ x: 50 }, { x: 69.6 }, { x: 130 }, { x: 430, right: true }, { x: 545, right: true }],
        [
          ["R.br.", "Datum", "Naziv i svrha", "Na teret", "U korist"],
          ["1.", "03.06.2024", "Grocer", "80,00", "0,00"],
          ["2.", "14.06.2024", "Wage", "0,00", "200,00"],
          ["3.", "20.06.2024", "Market", "5,00", "0,00"],
          ["4.", "25.06.2024", "Cinema", "0,50", "0,00"],
        ],
      ).map((piece) => ({ ...piece, y: 100 + (piece.y - 100) * 0.85 })),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage",
    "06-20 -5.00 Market",
    "06-25 -0.50 Cinema",
  ]);
});
