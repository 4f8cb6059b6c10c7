import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { figures, outline, readPages } from "./read-drawn.ts";

const five: Column[] = [{ x: 40 }, { x: 110 }, { x: 180 }, { x: 430, right: true }, { x: 520, right: true }];

const rows = ["reconciled", "06-03 -80.00 Grocer", "06-14 +200.00 Wage", "06-25 -5.50 Cinema"];

test("booking date, then value date", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(five, [
        ["Booking date", "Value date", "Description", "Amount", "Balance"],
        ["03/06/2024", "01/06/2024", "Grocer", "-80.00", "920.00"],
        ["14/06/2024", "15/06/2024", "Wage", "200.00", "1,120.00"],
        ["25/06/2024", "24/06/2024", "Cinema", "-5.50", "1,114.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("value date, then booking date", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(five, [
        ["Value date", "Booking date", "Description", "Amount", "Balance"],
        ["01/06/2024", "03/06/2024", "Grocer", "-80.00", "920.00"],
        ["15/06/2024", "14/06/2024", "Wage", "200.00", "1,120.00"],
        ["24/06/2024", "25/06/2024", "Cinema", "-5.50", "1,114.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("the value date stands behind the description", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 110 },
    { x: 300 },
    { x: 430, right: true },
    { x: 520, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Value date", "Amount", "Balance"],
        ["03/06/2024", "Grocer", "01/06/2024", "-80.00", "920.00"],
        ["14/06/2024", "Wage", "15/06/2024", "200.00", "1,120.00"],
        ["25/06/2024", "Cinema", "24/06/2024", "-5.50", "1,114.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("the date stands behind the description", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 300 }, { x: 430, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Description", "Date", "Amount", "Balance"],
        ["Grocer", "03/06/2024", "-80.00", "920.00"],
        ["Wage", "14/06/2024", "200.00", "1,120.00"],
        ["Cinema", "25/06/2024", "-5.50", "1,114.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("the date stands behind the description, without any headings", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 300 }, { x: 430, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Grocer", "03/06/2024", "-80.00", "920.00"],
        ["Wage", "14/06/2024", "200.00", "1,120.00"],
        ["Cinema", "25/06/2024", "-5.50", "1,114.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("a date once a day, the rows below without one, balances at the end of the day", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        ["3 June 2024", "Grocer", "-80.00"],
        ["", "Kiosk", "-20.00"],
        ["", "Paper and sweets"],
        ["", "Tram", "-2.00", "898.00"],
        ["14 June 2024", "Wage", "200.00", "1,098.00"],
        ["25 June 2024", "Cinema", "-5.50"],
        ["", "Bar", "-12.50", "1,080.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-03 -20.00 Kiosk Paper and sweets",
    "06-03 -2.00 Tram",
    "06-14 +200.00 Wage",
    "06-25 -5.50 Cinema",
    "06-25 -12.50 Bar",
  ]);
});

test("a date that stands on a line of its own above the day's rows", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 420, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Description", "Amount", "Balance"],
        ["Monday, 3 June 2024"],
        ["Grocer", "-80.00", "920.00"],
        ["Kiosk", "-20.00", "900.00"],
        ["Friday, 14 June 2024"],
        ["Wage", "200.00", "1,100.00"],
        ["25 June 2024"],
        ["Cinema", "-5.50", "1,094.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-03 -20.00 Kiosk",
    "06-14 +200.00 Wage",
    "06-25 -5.50 Cinema",
  ]);
});

test("day and month in one column, the time below the date", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...lines(["Statement period 1 Jun 2024 to 30 Jun 2024", "Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        ["03 Jun", "Grocer", "-80.00", "920.00"],
        ["17:04:55", "Main street"],
        ["14 Jun", "Wage", "200.00", "1,120.00"],
        ["08:00:01", "Example works"],
        ["25 Jun", "Cinema", "-5.50", "1,114.50"],
        ["20:15:00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer Main street",
    "06-14 +200.00 Wage Example works",
    "06-25 -5.50 Cinema",
  ]);
});

test("newest first, with the closing balance above and the opening one below", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...lines(["Closing balance 1,094.50"]),
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        ["25/06/2024", "Cinema", "-5.50", "1,094.50"],
        ["14/06/2024", "Wage", "200.00", "1,100.00"],
        ["03/06/2024", "Kiosk", "-20.00", "900.00"],
        ["03/06/2024", "Grocer", "-80.00", "920.00"],
      ]),
      ...lines(["Opening balance 1,000.00"], 200),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-25 -5.50 Cinema",
    "06-14 +200.00 Wage",
    "06-03 -20.00 Kiosk",
    "06-03 -80.00 Grocer",
  ]);
});

test("days with a line of their own: dates in the rows' text, and a page that ends behind one", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 420, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Description", "Amount", "Balance"],
        ["3 June 2024"],
        ["Grocer", "-80.00", "920.00"],
        ["Kiosk", "-20.00", "900.00"],
        ["14 June 2024"],
        ["Instalment 11/12", "-100.00", "800.00"],
        ["04.07.2023 18:15"],
        ["20 June 2024"],
        ["Wage", "200.00", "1,000.00"],
        ["25 June 2024"],
      ]),
    ],
    table(columns, [
      ["Description", "Amount", "Balance"],
      ["Cinema", "-5.50", "994.50"],
    ]),
  ]);
  assert.deepEqual(figures(statement), [
    "reconciled",
    "06-03 -80.00",
    "06-03 -20.00",
    "06-14 -100.00",
    "06-20 +200.00",
    "06-25 -5.50",
  ]);
});

test("a month with a stroke before its year says the year of days without one", async () => {
  const statement = await readPages([
    [
      ...lines(["Informe del mes: JUNIO /2023", "Saldo anterior 1.000,00   Nuevo saldo 1.120,00"]),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 500, right: true }],
        [
          ["Fecha", "Descripción", "Valor"],
          ["03/06", "Grocer", "80,00-"],
          ["14/06", "Wage", "200,00+"],
        ],
      ),
    ],
  ]);
  assert.deepEqual(
    statement.accounts[0]?.transactions.map(({ date }) => date),
    ["2023-06-03", "2023-06-14"],
  );
});
