import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { figures, outline, readPages } from "./read-drawn.ts";

const undated: Column[] = [{ x: 40 }, { x: 420, right: true }, { x: 520, right: true }];

test("a date in the text of a row heads no day, though the row below prints none", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(undated, [
        ["Description", "Amount", "Balance"],
        ["2024/06/03"],
        ["Grocer", "-80.00", "920.00"],
        ["VAL 2024-05-08"],
        ["Kiosk", "-20.00", "900.00"],
        ["2024/06/14"],
        ["Wage", "200.00", "1,100.00"],
        ["05/06/23"],
        ["Cinema", "-5.50", "1,094.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer VAL 2024-05-08",
    "06-03 -20.00 Kiosk",
    "06-14 +200.00 Wage 05/06/23",
    "06-14 -5.50 Cinema",
  ]);
});

test("the one day of a statement above its rows", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(undated, [
        ["Description", "Amount", "Balance"],
        ["29-May-2024"],
        ["Grocer", "-80.00", "920.00"],
        ["24/7 SHOP"],
        ["ID:6704590518"],
        ["Kiosk", "-20.00", "900.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "05-29 -80.00 Grocer 24/7 SHOP ID:6704590518",
    "05-29 -20.00 Kiosk",
  ]);
});

test("a day's total stands beside its date, above its rows, which may go on over the page", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 120 }, { x: 420, right: true }];
  const head = ["Description", "", "Amount"];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00", "Closing balance 1,094.50"]),
      ...table(columns, [
        head,
        ["03/06/2024", "Total", "-100.00"],
        ["Grocer", "", "-80.00"],
        ["Kiosk", "", "-20.00"],
        ["14/06/2024", "Total", "194.50"],
        ["Wage", "", "200.00"],
      ]),
    ],
    table(columns, [head, ["Cinema", "", "-5.50"]]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-03 -20.00 Kiosk",
    "06-14 +200.00 Wage",
    "06-14 -5.50 Cinema",
  ]);
  const totals = statement.accounts[0]!.checks.filter(({ kind }) => kind === "subtotal");
  assert.deepEqual(
    totals.map(({ printed, difference }) => [printed, difference]),
    [
      ["100.00", "0.00"],
      ["194.50", "0.00"],
    ],
  );
});

test("a table of balances by day beside rows below their days", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(undated, [
        ["Description", "Amount", "Balance"],
        ["03/06/2024"],
        ["Grocer", "-80.00", "920.00"],
        ["14/06/2024"],
        ["Wage 10/06/23", "200.00", "1,120.00"],
        ["Kiosk", "-20.00", "1,100.00"],
        ["Closing balance", "", "1,100.00"],
      ]),
      ...lines(["Daily ending balance", "03/06/2024 920.00", "14/06/2024 1,100.00"], 260),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage 10/06/23",
    "06-14 -20.00 Kiosk",
  ]);
});

test("text that stands at one height on two pages belongs to the rows below their days", async () => {
  const head = ["Description", "Amount", "Balance"];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(undated, [
        head,
        ["03/06/2024"],
        ["Grocer", "-80.00", "920.00"],
        ["REF 1234"],
        ["Kiosk", "-20.00", "900.00"],
      ]),
    ],
    table(undated, [
      head,
      ["14/06/2024"],
      ["Wage", "200.00", "1,100.00"],
      ["REF 5678"],
      ["Cinema", "-5.50", "1,094.50"],
    ]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer REF 1234",
    "06-03 -20.00 Kiosk",
    "06-14 +200.00 Wage REF 5678",
    "06-14 -5.50 Cinema",
  ]);
});

test("the value date on a line of its own below each row heads no day", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 300 }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...lines(["Alter Kontostand 1.000,00"]),
      ...table(columns, [
        ["Beschreibung", "Verbuchungsdatum", "Betrag"],
        ["Grocer"],
        ["IBAN DE12", "03.06.2024", "-80,00"],
        ["Wertstellung 04.06.2024"],
        ["Kiosk"],
        ["IBAN DE13", "14.06.2024", "-20,00"],
        ["Wertstellung 15.06.2024"],
        ["Wage"],
        ["IBAN DE14", "25.06.2024", "+200,00"],
        ["Wertstellung 26.06.2024"],
      ]),
      ...lines(["Neuer Kontostand 1.100,00"], 400),
    ],
  ]);
  assert.deepEqual(
    statement.accounts[0]!.transactions.map(({ date, amount }) => `${date} ${amount}`),
    ["2024-06-03 80.00", "2024-06-14 20.00", "2024-06-25 200.00"],
  );
  assert.equal(statement.status, "reconciled");
});

test("days above whole amounts without any mark", async () => {
  const rows = [
    ["2024/06/03"],
    ["Grocer", "11900", "88100"],
    ["Wage", "250000", "338100"],
    ["2024/06/05"],
    ["Rent", "90000", "248100"],
  ];
  const statement = await readPages([
    [
      ...lines(["Currency JPY", "Opening balance 100,000", "Closing balance 248,100"]),
      ...table(
        [{ x: 40 }, { x: 400, right: true }, { x: 480, right: true }],
        [["Description", "Amount", "Balance"], ...rows],
        140,
      ),
    ],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "06-03 -11900", "06-03 +250000", "06-05 -90000"]);
});

test("days with the day of value beside them, and sums with the number of rows that they are of", async () => {
  const page = [
    ...lines(["TILIOTE", "TILINUMERO FI44 4410 2200 0177 01", "AIKA 02.01.2025 - 30.01.2025"]),
    ...table(
      [{ x: 40 }, { x: 160 }, { x: 500, right: true }],
      [
        ["ARKISTOINTITUNNUS", "SELITE", "MÄÄRÄ"],
        ["", "ALKUSALDO 02.01.2025", "1.204,40+"],
        ["KIRJAUSPÄIVÄ 03.01.25", "ARVOPÄIVÄ 03.01.25", ""],
        ["2500103791796", "PRISMA LIMINGANTULLI", "73,00-"],
        ["2500103144574", "OULUN KAUPUNKI PALKKA", "59,00+"],
        ["", "SALDO 03.01.", "1.190,40+"],
        ["KIRJAUSPÄIVÄ 06.01.25", "ARVOPÄIVÄ 05.01.25", ""],
        ["2500106864107", "DNA OYJ", "79,20-"],
        ["", "SALDO 06.01.", "1.111,20+"],
        ["", "PANOT YHTEENSÄ 1 KPL", "59,00+"],
        ["", "OTOT YHTEENSÄ 2 KPL", "152,20-"],
        ["", "LOPPUSALDO 30.01.2025", "1.111,20+"],
      ],
      100,
    ),
  ];
  assert.deepEqual(figures(await readPages([page])), [
    "reconciled",
    "01-03 -73.00",
    "01-03 +59.00",
    "01-06 -79.20",
  ]);
});
