import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { figures, outline, readPages } from "./read-drawn.ts";

const plain: Column[] = [{ x: 40 }, { x: 110 }, { x: 520, right: true }];

test("checks under a heading over two lines, balances by day in two columns, and pictures of the checks", async () => {
  const checks: Piece[] = [
    { x: 40, y: 200, text: "CHECKS PAID" },
    { x: 300, y: 215, text: "DATE" },
    { x: 40, y: 226, text: "CHECK NO." },
    { x: 120, y: 226, text: "DESCRIPTION" },
    { x: 300, y: 226, text: "PAID" },
    { x: 520, y: 226, text: "AMOUNT", right: true },
    ...["1042 ^|06/04|$30.00", "1043 ^|06/20|12.50"].flatMap((row, at): Piece[] => {
      const [number, day, amount] = row.split("|") as [string, string, string];
      const y = 240 + 14 * at;
      return [
        { x: 40, y, text: number },
        { x: 300, y, text: day },
        { x: 520, y, text: amount, right: true },
      ];
    }),
    { x: 40, y: 268, text: "Total Checks Paid" },
    { x: 520, y: 268, text: "$42.50", right: true },
  ];
  const days = [60, 240].flatMap((x, at): Piece[] => [
    { x, y: 440, text: "DATE" },
    { x: x + 120, y: 440, text: "AMOUNT", right: true },
    ...(at === 0 ? ["06/03|$920.00", "06/04|890.00"] : ["06/14|1,090.00", "06/20|1,077.50"]).flatMap(
      (row, line): Piece[] => {
        const [day, amount] = row.split("|") as [string, string];
        return [
          { x, y: 454 + 14 * line, text: day },
          { x: x + 120, y: 454 + 14 * line, text: amount, right: true },
        ];
      },
    ),
  ]);
  const statement = await readPages([
    [
      ...lines(["June 01, 2024 through June 30, 2024"]),
      ...table(
        [{ x: 40 }, { x: 400, right: true }],
        [
          ["Beginning Balance", "$1,000.00"],
          ["Deposits and Additions", "200.00"],
          ["Checks Paid", "-42.50"],
          ["Electronic Withdrawals", "-80.00"],
          ["Ending Balance", "$1,077.50"],
        ],
        60,
      ),
      { x: 40, y: 150, text: "DEPOSITS AND ADDITIONS" },
      ...table(
        plain,
        [
          ["DATE", "DESCRIPTION", "AMOUNT"],
          ["06/14", "Wage", "$200.00"],
        ],
        165,
      ),
      ...checks,
      { x: 40, y: 300, text: "ELECTRONIC WITHDRAWALS" },
      ...table(
        plain,
        [
          ["DATE", "DESCRIPTION", "AMOUNT"],
          ["06/03", "Grocer", "$80.00"],
        ],
        315,
      ),
      { x: 40, y: 420, text: "DAILY ENDING BALANCE" },
      ...days,
      { x: 40, y: 520, text: "IMAGES OF CHECKS PAID" },
      { x: 40, y: 560, text: "1042  06/04  $30.00" },
      { x: 240, y: 560, text: "1043  06/20  $12.50" },
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-14 +200.00 Wage",
    "06-04 -30.00 1042 ^",
    "06-20 -12.50 1043 ^",
    "06-03 -80.00 Grocer",
  ]);
});

test("what the account holds at each day's end, in words of its own below the rows", async () => {
  const statement = await readPages([
    [
      ...lines(["Nyitó egyenleg 1.000,00 HUF", "Záró egyenleg 1.114,50 HUF"]),
      ...table(plain, [
        ["Könyvelés", "Megnevezés", "Összeg"],
        ["2024.06.03", "Grocer", "-80,00"],
        ["", "Napi egyenleg:", "920,00"],
        ["2024.06.14", "Wage", "200,00"],
        ["", "Napi egyenleg:", "1.120,00"],
        ["2024.06.25", "Cinema", "-5,50"],
        ["", "Napi egyenleg:", "1.114,50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage",
    "06-25 -5.50 Cinema",
  ]);
});

test("a balance of another kind with a day of its own is no row, though it is nought", async () => {
  const statement = await readPages([
    table(plain, [
      ["Data", "Histórico", "Valor"],
      ["31/05/2024", "Saldo anterior", "1.000,00"],
      ["31/05/2024", "Saldo bloqueado anterior", "0,00"],
      ["03/06/2024", "Grocer", "-80,00"],
      ["14/06/2024", "Wage", "200,00"],
      ["30/06/2024", "Saldo final", "1.120,00"],
    ]),
  ]);
  assert.deepEqual(outline(statement), ["reconciled", "06-03 -80.00 Grocer", "06-14 +200.00 Wage"]);
});

test("a row that says 'Balance transfer' is one, in papers without a column of balances too", async () => {
  const statement = await readPages([
    table(plain, [
      ["Date", "Description", "Amount"],
      ["31/05/2024", "Opening balance", "1,000.00"],
      ["03/06/2024", "Grocer", "-80.00"],
      ["14/06/2024", "Balance transfer", "200.00"],
      ["30/06/2024", "Closing balance", "1,120.00"],
    ]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Balance transfer",
  ]);
});

test("labels with numbers of rows in brackets over figures alone", async () => {
  const sums: Column[] = [{ x: 40 }, { x: 150 }, { x: 270 }, { x: 400 }];
  const statement = await readPages([
    [
      ...table(sums, [
        ["Balance anterior", "Depósitos (1)", "Cheques/Débitos (2)", "Balance al corte"],
        ["1,000.00", "200.00", "85.50", "1,114.50"],
      ]),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 400, right: true }, { x: 460, right: true }, { x: 540, right: true }],
        [
          ["Fecha", "Concepto", "Débito", "Crédito", "Balance"],
          ["03/06/2024", "Grocer", "80.00", "", "920.00"],
          ["14/06/2024", "Wage", "", "200.00", "1,120.00"],
          ["25/06/2024", "Cinema", "5.50", "", "1,114.50"],
        ],
        180,
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

test("rows below what is still to come are the account's, where both stand below one line that reads like headings", async () => {
  const statement = await readPages([
    [
      ...lines(["Credit  Transactions", "Opening balance 1,000.00", "Closing balance 1,114.50"]),
      ...lines(["Upcoming payments (not yet booked)"], 100),
      ...table(
        [{ x: 40 }, { x: 300, right: true }],
        [
          ["2024-07-02", "52.58"],
          ["2024-07-05", "10.00"],
        ],
        114,
      ),
      ...table(
        plain,
        [
          ["2024-06-03", "Grocer", "-80.00"],
          ["2024-06-14", "Wage", "+200.00"],
          ["2024-06-25", "Cinema", "-5.50"],
        ],
        142,
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

test("what a star means stands behind the heading of the checks", async () => {
  const statement = await readPages([
    [
      ...lines([
        "June 01, 2024 through June 30, 2024",
        "Previous Balance 1,000.00",
        "Ending Balance 1,077.50",
      ]),
      ...table(plain, [
        ["DEPOSITS AND CREDITS"],
        ["06/03", "Payroll", "200.00"],
        ["CHECKS PAID", "", ""],
        ["1042", "06/04", "80.00"],
        ["1044*", "06/20", "12.50"],
        ["OTHER DEBITS"],
        ["06/25", "Cinema", "30.00"],
      ]),
      { x: 200, y: 128, text: "* Indicates a gap in check sequence" },
    ],
  ]);
  assert.deepEqual(figures(statement), [
    "reconciled",
    "06-03 +200.00",
    "06-04 -80.00",
    "06-20 -12.50",
    "06-25 -30.00",
  ]);
});
