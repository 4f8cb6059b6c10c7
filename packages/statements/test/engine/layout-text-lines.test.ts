import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const four: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];

test("amounts that begin lines of text below rows are none of the table's", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "Grocer", "-80.00", "920.00"],
        ["", "87.20 USD"],
        ["", "Card 1234"],
        ["", "Baker", "-11.77", "908.23"],
        ["", "USD 12.50 @ 1.0850"],
        ["14/06/2024", "Wage", "200.00", "1,108.23"],
        ["", "Ref 7781"],
        ["", "VAT 20% 33.33"],
        ["25/06/2024", "Hotel", "-5.50", "1,102.73"],
        ["", "5.98 USD"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer 87.20 USD Card 1234",
    "06-03 -11.77 Baker USD 12.50 @ 1.0850",
    "06-14 +200.00 Wage Ref 7781 VAT 20% 33.33",
    "06-25 -5.50 Hotel 5.98 USD",
  ]);
});

test("the amount on the last line of a row, where text begins with what looks like a date", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "Grocer"],
        ["", "24/7 SHOP", "-80.00", "920.00"],
        ["03/06/2024", "Baker", "-11.77", "908.23"],
        ["14/06/2024", "Wage"],
        ["", "Ref 7781"],
        ["", "Example Ltd", "200.00", "1,108.23"],
        ["25/06/2024", "Hotel"],
        ["", "11.06.2024 17:15"],
        ["", "Room 4", "-5.50", "1,102.73"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer 24/7 SHOP",
    "06-03 -11.77 Baker",
    "06-14 +200.00 Wage Ref 7781 Example Ltd",
    "06-25 -5.50 Hotel 11.06.2024 17:15 Room 4",
  ]);
});

test("the amount on the last line of a row that begins with two dates", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 110 },
    { x: 180 },
    { x: 450, right: true },
    { x: 540, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Value", "Description", "Amount", "Balance"],
        ["03/06/2024", "04/06/2024", "Grocer"],
        ["", "", "Ref 7780", "-80.00", "920.00"],
        ["03/06/2024", "03/06/2024", "Baker"],
        ["", "", "Ref 7781", "-11.77", "908.23"],
        ["14/06/2024", "15/06/2024", "Wage"],
        ["", "", "Ref 7782", "200.00", "1,108.23"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer Ref 7780",
    "06-03 -11.77 Baker Ref 7781",
    "06-14 +200.00 Wage Ref 7782",
  ]);
});

test("text to the right of the amounts, over two lines, and the date at the right of it", async () => {
  const columns: Column[] = [
    { x: 60, right: true },
    { x: 120, right: true },
    { x: 150 },
    { x: 540, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Balance", "Amount", "Description", "Date"],
        ["", "", "Grocer on High Street", "03/06/2024"],
        ["920.00", "-80.00", "Card 7780"],
        ["908.23", "-11.77", "Baker", "03/06/2024"],
        ["", "", "Wage of this month", "14/06/2024"],
        ["", "", "Ref 7782"],
        ["1,108.23", "200.00", "Example Ltd"],
        ["1,100.00", "-8.23", "Hotel", "25/06/2024"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer on High Street Card 7780",
    "06-03 -11.77 Baker",
    "06-14 +200.00 Wage of this month Ref 7782 Example Ltd",
    "06-25 -8.23 Hotel",
  ]);
});

test("bare numbers under the heading of references are no amounts, in a currency without decimals", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 250 }, { x: 450, right: true }];
  const statement = await readPages([
    [
      ...lines(["Opening balance JPY 620,563", "Closing balance JPY 619,000"]),
      ...table(columns, [
        ["Date", "Description", "Reference", "Amount"],
        ["03/06/2024", "Grocer", "6107536172", "-860"],
        ["04/06/2024", "Baker", "4698350830", "-1,598"],
        ["14/06/2024", "Wage", "6717165810", "1,201"],
        ["15/06/2024", "Hotel", "194956331", "-306"],
      ]),
    ],
  ]);
  assert.deepEqual(
    outline(statement).map((line) => line.split(" ").slice(0, 2).join(" ")),
    ["reconciled", "06-03 -860", "06-04 -1598", "06-14 +1201", "06-15 -306"],
  );
});

test("numbers without cents at the end of texts that reach into the column of amounts", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 300, right: true }, { x: 380, right: true }];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "Grocer and Sons Ltd NO 759 3470 68", "-80.00", "920.00"],
        ["04/06/2024", "Baker on the High Street ITEM 1,604", "-1.77", "918.23"],
        ["14/06/2024", "Wage", "2,200.00", "3,118.23"],
        ["15/06/2024", "Hotel", "-1,008.23", "2,110.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer and Sons Ltd NO 759 3470 68",
    "06-04 -1.77 Baker on the High Street ITEM 1,604",
    "06-14 +2200.00 Wage",
    "06-15 -1008.23 Hotel",
  ]);
});

test("a bare number under the heading of one side, below the date of its row", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 110 },
    { x: 340, right: true },
    { x: 440, right: true },
    { x: 540, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Opening balance JPY 20,563"]),
      ...table(columns, [
        ["Date", "Description", "Withdrawals", "Deposits", "Balance"],
        ["03/06/2024", "Grocer", "1,860", "", "18,703"],
        ["04/06/2024", "Baker"],
        ["", "Card 7780", "1,598", "", "17,105"],
        ["14/06/2024", "Refund"],
        ["", "Ref 7782", "", "201", "17,306"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -1860 Grocer",
    "06-04 -1598 Baker Card 7780",
    "06-14 +201 Refund Ref 7782",
  ]);
});

test("a date and a name above the line of the amount, which begins at the left like the date", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "Grocer"],
        ["Ref 7780", "", "-80.00", "920.00"],
        ["03/06/2024", "Baker"],
        ["05 MAR 4411"],
        ["Ref 7781", "", "-11.77", "908.23"],
        ["14/06/2024", "Wage"],
        ["Ref 7782", "", "200.00", "1,108.23"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-03 -11.77 Baker",
    "06-14 +200.00 Wage",
  ]);
});

test("text that begins with a number on the line of the date, and goes on below it", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "24/7 Shop", "-80.00", "920.00"],
        ["", "Ref 7780"],
        ["", "Baker", "-11.77", "908.23"],
        ["", "Ref 7781"],
        ["14/06/2024", "33742 Example Ltd", "200.00", "1,108.23"],
        ["", "Wage"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 24/7 Shop Ref 7780",
    "06-03 -11.77 Baker Ref 7781",
    "06-14 +200.00 33742 Example Ltd Wage",
  ]);
});
