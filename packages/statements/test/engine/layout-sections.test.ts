import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const three: Column[] = [{ x: 40 }, { x: 110 }, { x: 520, right: true }];

test("four sections with a table and a subtotal each", async () => {
  const statement = await readPages([
    [
      ...lines(["First Example Bank", "Account number 000123456", "June 1, 2024 through June 30, 2024"]),
      ...table(
        [{ x: 40 }, { x: 520, right: true }],
        [
          ["Beginning balance", "$1,000.00"],
          ["Deposits and additions", "750.00"],
          ["Checks paid", "-120.00"],
          ["Electronic withdrawals", "-80.50"],
          ["Fees", "-12.00"],
          ["Ending balance", "$1,537.50"],
        ],
        90,
      ),
      ...table(
        three,
        [
          ["Deposits and additions"],
          ["Date", "Description", "Amount"],
          ["06/03", "Payroll", "$700.00"],
          ["06/17", "Refund", "50.00"],
          ["Total deposits and additions", "", "$750.00"],
          ["Checks paid"],
          ["Check number", "Date paid", "Amount"],
          ["1041", "06/04", "$70.00"],
          ["1042", "06/09", "50.00"],
          ["Total checks paid", "", "$120.00"],
          ["Electronic withdrawals"],
          ["Date", "Description", "Amount"],
          ["06/05", "Power company", "$80.50"],
          ["Total electronic withdrawals", "", "$80.50"],
          ["Fees"],
          ["Date", "Description", "Amount"],
          ["06/28", "Monthly service fee", "$12.00"],
          ["Total fees", "", "$12.00"],
        ],
        200,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 +700.00 Payroll",
    "06-17 +50.00 Refund",
    "06-04 -70.00 1041",
    "06-09 -50.00 1042",
    "06-05 -80.50 Power company",
    "06-28 -12.00 Monthly service fee",
  ]);
});

test("checks paid in three columns side by side", async () => {
  const threefold: Column[] = [40, 220, 400].flatMap((x) => [
    { x },
    { x: x + 60 },
    { x: x + 150, right: true },
  ]);
  const statement = await readPages([
    [
      ...lines(["Account 000123456", "Beginning balance $1,000.00", "Ending balance $1,385.00"]),
      ...table(
        three,
        [["Deposits"], ["Date", "Description", "Amount"], ["06/03/2024", "Payroll", "700.00"]],
        100,
      ),
      ...table(
        threefold,
        [
          ["Checks paid"],
          ["Check #", "Date", "Amount", "Check #", "Date", "Amount", "Check #", "Date", "Amount"],
          ["1041", "06/04/2024", "70.00", "1044", "06/12/2024", "35.00", "1046*", "06/25/2024", "20.00"],
          ["1042", "06/09/2024", "50.00", "1045", "06/20/2024", "125.00"],
          ["1043", "06/11/2024", "15.00"],
        ],
        170,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 +700.00 Payroll",
    "06-04 -70.00 1041",
    "06-09 -50.00 1042",
    "06-11 -15.00 1043",
    "06-12 -35.00 1044",
    "06-20 -125.00 1045",
    "06-25 -20.00 1046*",
  ]);
});

test("checks in two columns with the date first, after a section with text", async () => {
  const twofold: Column[] = [40, 300].flatMap((x) => [{ x }, { x: x + 70 }, { x: x + 200, right: true }]);
  const statement = await readPages([
    [
      ...lines(["Account 000123456", "Beginning balance $400.00", "Ending balance $210.00"]),
      ...table(three, [["Withdrawals"], ["Date", "Description", "Amount"], ["06/03/2024", "Rent", "100.00"]]),
      ...table(
        twofold,
        [
          ["Checks"],
          ["Date", "Check No.", "Amount", "Date", "Check No.", "Amount"],
          ["06/04/2024", "201", "40.00", "06/12/2024", "203", "20.00"],
          ["06/09/2024", "202", "30.00"],
        ],
        170,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -100.00 Rent",
    "06-04 -40.00 201",
    "06-09 -30.00 202",
    "06-12 -20.00 203",
  ]);
});

test("daily ending balances in three columns are balances and no rows", async () => {
  const threefold: Column[] = [40, 220, 400].flatMap((x) => [{ x }, { x: x + 130, right: true }]);
  const statement = await readPages([
    [
      ...lines(["Account 000123456", "Beginning balance $1,000.00", "Ending balance $640.00"]),
      ...table(three, [
        ["Deposits and other credits"],
        ["Date", "Description", "Amount"],
        ["06/03/2024", "Payroll", "200.00"],
        ["Withdrawals and other debits"],
        ["Date", "Description", "Amount"],
        ["06/04/2024", "Rent", "500.00"],
        ["06/12/2024", "Grocer", "60.00"],
      ]),
      ...table(
        threefold,
        [
          ["Daily ending balance"],
          ["Date", "Balance", "Date", "Balance", "Date", "Balance"],
          ["06/03/2024", "1,200.00", "06/04/2024", "700.00", "06/12/2024", "640.00"],
        ],
        240,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 +200.00 Payroll",
    "06-04 -500.00 Rent",
    "06-12 -60.00 Grocer",
  ]);
});

test("sections that only their headings tell apart, without balances but with totals", async () => {
  const statement = await readPages([
    [
      ...lines(["Kontonummer 1234567", "Auszug vom 01.06.2024 bis 30.06.2024"]),
      ...table(three, [
        ["Gutschriften"],
        ["Datum", "Text", "Betrag"],
        ["03.06.2024", "Lohn", "2.000,00"],
        ["Summe Gutschriften", "", "2.000,00"],
        ["Belastungen"],
        ["Datum", "Text", "Betrag"],
        ["05.06.2024", "Miete", "900,00"],
        ["20.06.2024", "Strom", "80,00"],
        ["Summe Belastungen", "", "980,00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement).slice(1), [
    "06-03 +2000.00 Lohn",
    "06-05 -900.00 Miete",
    "06-20 -80.00 Strom",
  ]);
});

test("the name of a section over the middle of its table", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 170, right: true }, { x: 190 }];
  const statement = await readPages(
    [
      [
        ...lines(["Account number 000123456"]),
        { x: 300, y: 80, text: "DEPOSITS AND OTHER CREDITS", center: true },
        ...table(
          columns,
          [
            ["DATE", "AMOUNT", "TRANSACTION DESCRIPTION"],
            ["14/06/2024", "200.00", "Wage"],
          ],
          92,
        ),
        { x: 300, y: 140, text: "OTHER DEBITS", center: true },
        ...table(
          columns,
          [
            ["DATE", "AMOUNT", "TRANSACTION DESCRIPTION"],
            ["03/06/2024", "80.00", "Grocer"],
            ["25/06/2024", "5.50", "Cinema"],
          ],
          152,
        ),
      ],
    ],
    undefined,
    { font: "Courier", size: 8 },
  );
  assert.deepEqual(outline(statement), [
    "unverifiable",
    "06-14 +200.00 Wage",
    "06-03 -80.00 Grocer",
    "06-25 -5.50 Cinema",
  ]);
});
