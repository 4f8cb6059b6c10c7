import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const four: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];

test("amounts, dates, times and numbers inside of descriptions", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "Card 4929 **** 1234 on 01/06/2024 17:45", "-80.00", "920.00"],
        ["04/06/2024", "12.50 USD at 1.0850 less fee 0.25", "-11.77", "908.23"],
        ["14/06/2024", "Invoice 2024/0145 of 31.05.2024, 3 x 66.67", "200.00", "1,108.23"],
        ["", "part 1,200.00 of 4,000.00 paid"],
        ["25/06/2024", "Ref 00012345678901 / 5.50%", "-5.50", "1,102.73"],
        ["26/06/2024", "7-Eleven 24,90", "-24.90", "1,077.83"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Card 4929 **** 1234 on 01/06/2024 17:45",
    "06-04 -11.77 12.50 USD at 1.0850 less fee 0.25",
    "06-14 +200.00 Invoice 2024/0145 of 31.05.2024, 3 x 66.67 part 1,200.00 of 4,000.00 paid",
    "06-25 -5.50 Ref 00012345678901 / 5.50%",
    "06-26 -24.90 7-Eleven 24,90",
  ]);
});

test("a line of a description with an amount in the column of amounts' neighbour", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00", "Closing balance 848.00"]),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 520, right: true }],
        [
          ["Date", "Description", "Amount"],
          ["03/06/2024", "Hotel Example", "-80.00"],
          ["", "Original amount 87.20 USD"],
          ["", "Rate 1.09 Fee 0.00"],
          ["14/06/2024", "Restaurant", "-72.00"],
          ["", "Original amount 78.48 USD"],
        ],
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Hotel Example Original amount 87.20 USD Rate 1.09 Fee 0.00",
    "06-14 -72.00 Restaurant Original amount 78.48 USD",
  ]);
});

test("a column of references without a heading, and one of cheque numbers", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 100 },
    { x: 170 },
    { x: 340 },
    { x: 450, right: true },
    { x: 540, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "", "Description", "Cheque no", "Amount", "Balance"],
        ["03/06/2024", "8001234", "Grocer", "", "-80.00", "920.00"],
        ["14/06/2024", "8001235", "Wage", "", "200.00", "1,120.00"],
        ["25/06/2024", "8001236", "Plumber", "100201", "-5.50", "1,114.50"],
        ["26/06/2024", "8001237", "Painter", "100202", "-14.50", "1,100.00"],
      ]),
    ],
  ]);
  assert.deepEqual(
    outline(statement).map((line) => line.split(" ").slice(0, 2).join(" ")),
    ["reconciled", "06-03 -80.00", "06-14 +200.00", "06-25 -5.50", "06-26 -14.50"],
  );
});

test("serial numbers before the date and reference integers in amounts without decimals", async () => {
  const columns: Column[] = [
    { x: 30 },
    { x: 60 },
    { x: 130 },
    { x: 300 },
    { x: 420, right: true },
    { x: 480, right: true },
    { x: 550, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Opening balance JPY 100,000", "Account 1234567"]),
      ...table(columns, [
        ["No.", "Date", "Description", "Ref", "Withdrawal", "Deposit", "Balance"],
        ["1", "2024/06/03", "Grocer", "445566", "8,000", "", "92,000"],
        ["2", "2024/06/14", "Wage", "445567", "", "20,000", "112,000"],
        ["3", "2024/06/25", "Kiosk", "445568", "550", "", "111,450"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -8000 Grocer",
    "06-14 +20000 Wage",
    "06-25 -550 Kiosk",
  ]);
});

test("a description that begins with a word for a total or a balance", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "Total Fitness Club", "-80.00", "920.00"],
        ["", "Balance of fee"],
        ["14/06/2024", "Interest paid", "0.50", "920.50"],
        ["25/06/2024", "Deposit", "100.00", "1,020.50"],
        ["26/06/2024", "Withdrawal fees", "-0.50", "1,020.00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Total Fitness Club Balance of fee",
    "06-14 +0.50 Interest paid",
    "06-25 +100.00 Deposit",
    "06-26 -0.50 Withdrawal fees",
  ]);
});

test("a second line that begins with a date and holds no amount", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "Card purchase", "-80.00", "920.00"],
        ["", "01/06/2024 Grocer Exampletown"],
        ["14/06/2024", "Card purchase", "-20.00", "900.00"],
        ["", "12/06/2024 Kiosk"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Card purchase 01/06/2024 Grocer Exampletown",
    "06-14 -20.00 Card purchase 12/06/2024 Kiosk",
  ]);
});
