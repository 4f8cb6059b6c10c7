import assert from "node:assert/strict";
import { test } from "node:test";
import { fontFile } from "../banks/fonts.ts";
import { type Column, lines, table } from "./draw-pages.ts";
import { figures, outline, readPages } from "./read-drawn.ts";

const dated: Column[] = [{ x: 40 }, { x: 120 }, { x: 420, right: true }, { x: 520, right: true }];
const numbered: Column[] = [
  { x: 40 },
  { x: 70 },
  { x: 150 },
  { x: 420, right: true },
  { x: 520, right: true },
];

test("an instalment's number heads no day where days are printed in their column", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(dated, [
        ["Date", "Description", "Amount", "Balance"],
        ["03.06.2024", "Grocer", "-80.00", "920.00"],
        ["", "INSTALMENT 8/12"],
        ["", "Kiosk", "-20.00", "900.00"],
        ["14.06.2024", "Wage", "200.00", "1,100.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer INSTALMENT 8/12",
    "06-03 -20.00 Kiosk",
    "06-14 +200.00 Wage",
  ]);
});

test("more texts with a date than rows that print one head no days", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(dated, [
        ["Date", "Description", "Amount", "Balance"],
        ["03.06.2024", "Grocer", "-80.00", "920.00"],
        ["", "INSTALMENT 8/12"],
        ["", "Kiosk", "-20.00", "900.00"],
        ["", "INSTALMENT 1/12"],
        ["", "Wage", "200.00", "1,100.00"],
        ["", "INSTALMENT 2/12"],
        ["", "Cinema", "-5.50", "1,094.50"],
        ["14.06.2024", "Baker", "-4.50", "1,090.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer INSTALMENT 8/12",
    "06-03 -20.00 Kiosk INSTALMENT 1/12",
    "06-03 +200.00 Wage INSTALMENT 2/12",
    "06-03 -5.50 Cinema",
    "06-14 -4.50 Baker",
  ]);
});

test("rows that are read from the right print their date once a day", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 180 }, { x: 480 }];
  const statement = await readPages(
    [
      [
        ...lines(["الرصيد الافتتاحي 1,000.00"]),
        ...table(columns, [
          ["الرصيد", "المبلغ", "الوصف", "التاريخ"],
          ["920.00", "-80.00", "مقهى", "03/06/2024"],
          ["900.00", "-20.00", "مكتبة دفع"],
          ["1,100.00", "200.00", "24/7 SHOP مخبز"],
          ["1,094.50", "-5.50", "صيدلية", "14/06/2024"],
          ["1,090.00", "-4.50", "NO 708 كهرباء"],
          ["1,080.00", "-10.00", "مقهى"],
        ]),
      ],
    ],
    {},
    { font: fontFile("sans")! },
  );
  assert.deepEqual(figures(statement), [
    "reconciled",
    "06-03 -80.00",
    "06-03 -20.00",
    "06-03 +200.00",
    "06-14 -5.50",
    "06-14 -4.50",
    "06-14 -10.00",
  ]);
});

test("rows with a number print their date once a day", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(numbered, [
        ["No.", "Date", "Description", "Amount", "Balance"],
        ["1", "03/06/2024", "Grocer", "-80.00", "920.00"],
        ["2", "", "Kiosk", "-20.00", "900.00"],
        ["3", "14/06/2024", "Wage", "200.00", "1,100.00"],
        ["4", "", "Cinema", "-5.50", "1,094.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-03 -20.00 Kiosk",
    "06-14 +200.00 Wage",
    "06-14 -5.50 Cinema",
  ]);
});

test("amounts in the text of a row that prints no date are none of the next row's", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(dated, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "Grocer", "-80.00", "920.00"],
        ["", "92.02 GBP"],
        ["", "Prijenos I. Horvat", "-20.00", "900.00"],
        ["", "USD 23.69 @ 1.0468"],
        ["", "VAT 20% 4.37"],
        ["14/06/2024", "Wage", "200.00", "1,100.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer 92.02 GBP",
    "06-03 -20.00 Prijenos I. Horvat USD 23.69 @ 1.0468 VAT 20% 4.37",
    "06-14 +200.00 Wage",
  ]);
});

test("a row whose amount stands on its last line begins with its date and value date", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 110 },
    { x: 180 },
    { x: 420, right: true },
    { x: 520, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Value date", "Description", "Amount", "Balance"],
        ["03/06/2024", "01/06/2024", "Card grocer"],
        ["", "", "Main street", "-80.00", "920.00"],
        ["14/06/2024", "14/06/2024", "Wage", "200.00", "1,120.00"],
        ["25/06/2024", "24/06/2024", "Cinema"],
        ["", "", "Row 12", "-5.50", "1,114.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Card grocer Main street",
    "06-14 +200.00 Wage",
    "06-25 -5.50 Cinema Row 12",
  ]);
});

test("the first rows are of the day of the opening balance where others are of the row's above them", async () => {
  const read = (second: string) =>
    readPages([
      table(dated, [
        ["Date", "Description", "Amount", "Balance"],
        ["03.06.2024", "Opening balance", "", "1,000.00"],
        ["", "Grocer", "-80.00", "920.00"],
        ["", "Kiosk", "-20.00", "900.00"],
        ["14.06.2024", "Wage", "200.00", "1,100.00"],
        [second, "Cinema", "-5.50", "1,094.50"],
        ["25.06.2024", "Closing balance", "", "1,094.50"],
      ]),
    ]);
  assert.deepEqual(outline(await read("")), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-03 -20.00 Kiosk",
    "06-14 +200.00 Wage",
    "06-14 -5.50 Cinema",
  ]);
  // Without such a row nothing says that days are left out.
  assert.equal((await read("15.06.2024")).status, "unverifiable");
});

test("the day of value stands in every row, and the day of booking once", async () => {
  const statement = await readPages([
    table(
      [
        { x: 40 },
        { x: 100 },
        { x: 330, right: true },
        { x: 410, right: true },
        { x: 430 },
        { x: 550, right: true },
      ],
      [
        ["Datum", "Text", "Gutschrift", "Lastschrift", "Valuta", "Saldo"],
        ["01.06.24", "Saldovortrag", "", "", "", "1'000.00"],
        ["03.06.24", "Coop", "", "80.00", "03.06.", "920.00"],
        ["10.06.24", "Kino", "", "18.00", "10.06.", ""],
        ["", "Migros", "", "20.00", "10.06.", ""],
        ["", "Lohn", "500.00", "", "10.06.", ""],
        ["", "Bahn", "", "9.20", "08.06.", ""],
        ["", "Markt", "", "12.80", "09.06.", "1'360.00"],
        ["11.06.24", "Zins", "1.00", "", "30.06.", ""],
        ["", "Bank", "", "11.00", "11.06.", "1'350.00"],
      ],
    ),
  ]);
  assert.deepEqual(figures(statement), [
    "reconciled",
    "06-03 -80.00",
    "06-10 -18.00",
    "06-10 -20.00",
    "06-10 +500.00",
    "06-10 -9.20",
    "06-10 -12.80",
    "06-11 +1.00",
    "06-11 -11.00",
  ]);
});
