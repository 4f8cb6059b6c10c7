import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const five: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 340, right: true },
  { x: 430, right: true },
  { x: 520, right: true },
];
const head = table(five, [["Date", "Description", "Debit", "Credit", "Balance"]], 80);

/** A row of a grid: text of several lines, and date and figures at the middle of its height. */
function centred(top: number, date: string, texts: string[], figures: string[]): Piece[] {
  const middle = top + ((texts.length - 1) * 11) / 2;
  return [
    { x: 40, y: middle, text: date },
    ...texts.map((text, at) => ({ x: 110, y: top + at * 11, text })),
    ...figures.flatMap((text, at) => (text ? [{ ...five[at + 2]!, y: middle, text }] : [])),
  ];
}

test("a grid whose dates and figures stand at the middle of two and three lines of text", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...head,
      ...centred(
        110,
        "01/06/2024",
        ["UPI transfer to", "Anna's flowers", "ref 998877"],
        ["50.00", "", "950.00"],
      ),
      ...centred(152, "14/06/2024", ["NEFT from", "Example works"], ["", "200.00", "1,150.00"]),
      ...centred(183, "15/06/2024", ["Cash"], ["20.00", "", "1,130.00"]),
      ...centred(203, "16/06/2024", ["IMPS to", "Landlord"], ["30.00", "", "1,100.00"]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-01 -50.00 UPI transfer to Anna's flowers ref 998877",
    "06-14 +200.00 NEFT from Example works",
    "06-15 -20.00 Cash",
    "06-16 -30.00 IMPS to Landlord",
  ]);
});

test("text above and below the line of the amount", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        [],
        ["", "Standing order"],
        ["01/06/2024", "Landlord", "-500.00", "500.00"],
        ["", "Rent June"],
        [],
        ["", "Card purchase"],
        ["14/06/2024", "Grocer", "-20.00", "480.00"],
        ["", "Main street"],
        [],
        ["", "Incoming"],
        ["15/06/2024", "Example works", "1,200.00", "1,680.00"],
        ["", "Wage"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-01 -500.00 Standing order Landlord Rent June",
    "06-14 -20.00 Card purchase Grocer Main street",
    "06-15 +1200.00 Incoming Example works Wage",
  ]);
});

test("the amount stands on the last line of a row, the date on its first", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        ["01/06/2024", "Standing order"],
        ["", "Landlord"],
        ["", "Rent June", "-500.00", "500.00"],
        ["14/06/2024", "Card purchase"],
        ["", "Grocer", "-20.00", "480.00"],
        ["14/06/2024", "Card purchase"],
        ["", "Tram", "-2.00", "478.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-01 -500.00 Standing order Landlord Rent June",
    "06-14 -20.00 Card purchase Grocer",
    "06-14 -2.00 Card purchase Tram",
  ]);
});

test("amounts wrap in narrow cells: the digits go on in the line below", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 380 }, { x: 460 }];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        ["01/06/", "Standing order", "-500.00", "500.00"],
        ["2024", "Landlord"],
        ["14/06/", "Card purchase", "-20.00", "480.00"],
        ["2024", "Grocer"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-01 -500.00 Standing order Landlord",
    "06-14 -20.00 Card purchase Grocer",
  ]);
});

test("text of a cell begins left of the text above it", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        ["01/06/2024", "   Standing order", "-500.00", "500.00"],
        ["", "Landlord"],
        ["14/06/2024", "   Card purchase", "-20.00", "480.00"],
        ["Grocer, Main street 5"],
        ["15/06/2024", "   Card purchase", "-30.00", "450.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-01 -500.00 Standing order Landlord",
    "06-14 -20.00 Card purchase Grocer, Main street 5",
    "06-15 -30.00 Card purchase",
  ]);
});

test("a row of eight lines of text, and one without any", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
  const texts = [
    "SEPA transfer",
    "Payee",
    "Example Ltd",
    "Invoice 5512",
    "of May",
    "Thanks",
    "End to end",
    "NOTPROVIDED",
  ];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        ["01/06/2024", texts[0]!, "-500.00", "500.00"],
        ...texts.slice(1).map((text) => ["", text]),
        ["14/06/2024", "", "-20.00", "480.00"],
        ["15/06/2024", "Last", "-30.00", "450.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    `06-01 -500.00 ${texts.join(" ")}`,
    "06-14 -20.00",
    "06-15 -30.00 Last",
  ]);
});
