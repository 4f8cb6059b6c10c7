import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const four: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
const head = ["Date", "Description", "Amount", "Balance"];
const first = [
  head,
  ["03/06/2024", "Grocer", "-80.00", "920.00"],
  ["14/06/2024", "Wage", "200.00", "1,120.00"],
];
const second = [
  head,
  ["05/06/2024", "Interest", "5.00", "505.00"],
  ["20/06/2024", "Transfer", "-50.00", "455.00"],
];
const both = [
  "reconciled",
  "06-03 -80.00 Grocer",
  "06-14 +200.00 Wage",
  "reconciled",
  "06-05 +5.00 Interest",
  "06-20 -50.00 Transfer",
];

async function readTwo(titles: readonly [string[], string[]], pages: 1 | 2 = 1) {
  const one = [...lines(titles[0], 40), ...table(four, first, 100)];
  const other = (top: number) => [...lines(titles[1], top), ...table(four, second, top + 60)];
  return await readPages(pages === 1 ? [[...one, ...other(200)]] : [one, other(40)]);
}

test("two accounts by number on one page", async () => {
  const statement = await readTwo([
    ["Account number 11112222", "Opening balance 1,000.00 EUR"],
    ["Account number 33334444", "Opening balance 500.00 EUR"],
  ]);
  assert.deepEqual(outline(statement), both);
  assert.deepEqual(
    statement.accounts.map(({ account_number }) => account_number),
    ["11112222", "33334444"],
  );
});

test("two accounts by IBAN on two pages", async () => {
  const statement = await readTwo(
    [
      ["IBAN DE02 1203 0000 0000 2020 51", "Opening balance 1,000.00"],
      ["IBAN DE88 1203 0000 0000 2020 52", "Opening balance 500.00"],
    ],
    2,
  );
  assert.deepEqual(outline(statement), both);
});

test("the account's number is printed on each page, and only there", async () => {
  const top = lines(["Account number 11112222", "Page header"], 30);
  const statement = await readPages([
    [...top, ...lines(["Opening balance 1,000.00"], 70), ...table(four, first, 100)],
    [...top, ...table(four, [head, ["25/06/2024", "Cinema", "-20.00", "1,100.00"]], 100)],
  ]);
  assert.equal(statement.accounts.length, 1);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage",
    "06-25 -20.00 Cinema",
  ]);
});

test("an account without any rows beside one that has some", async () => {
  const statement = await readPages([
    [
      ...lines(["Account number 11112222", "Opening balance 1,000.00"], 40),
      ...table(four, first, 100),
      ...lines(
        [
          "Account number 33334444",
          "Opening balance 500.00",
          "No transactions in this period",
          "Closing balance 500.00",
        ],
        220,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement).slice(0, 3), both.slice(0, 3));
});

test("two accounts under headings without a number, of which one only receives", async () => {
  const statement = await readPages([
    [
      ...lines(["Everyday money"], 80),
      ...table(four, [
        head,
        ["01/06/2024", "Opening balance", "", "1,000.00"],
        ...first.slice(1),
        ["30/06/2024", "Closing balance", "", "1,120.00"],
      ]),
      ...lines(["Rainy days"], 220),
      ...table(
        four,
        [
          head,
          ["01/06/2024", "Opening balance", "", "500.00"],
          ["05/06/2024", "Interest", "5.00", "505.00"],
          ["30/06/2024", "Closing balance", "", "505.00"],
        ],
        240,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [...both.slice(0, 3), "unverifiable", "06-05 +5.00 Interest"]);
  assert.equal(statement.status, "unverifiable");
});

const wallet = (last: string) => [
  ...lines(["Borderless Wallet", "01 Jun 2024 - 30 Jun 2024"]),
  ...table(
    [{ x: 40 }, { x: 200, right: true }, { x: 300, right: true }],
    [
      ["Currency", "Opening balance", "Closing balance"],
      ["EUR", "1,000.00", "1,117.50"],
      ["USD", "500.00", last],
    ],
  ),
  ...table(
    [{ x: 40 }, { x: 110 }, { x: 400, right: true }, { x: 415 }, { x: 540, right: true }],
    [
      ["Date", "Description", "Amount", "Currency", "Balance"],
      ["03 Jun 2024", "Grocer", "-80.00", "EUR", "920.00"],
      ["04 Jun 2024", "Books", "-30.00", "USD", "470.00"],
      ["14 Jun 2024", "Wage", "200.00", "EUR", "1,120.00"],
      ["21 Jun 2024", "Refund", "1.25", "USD", "471.25"],
      ["25 Jun 2024", "Tram", "-2.50", "EUR", "1,117.50"],
    ],
    160,
  ),
];

test("one table of rows in several currencies, each with its own balance", async () => {
  const { accounts } = await readPages([wallet("471.25")]);
  assert.deepEqual(
    accounts.map(({ currency, status, transactions }) => [currency, status, transactions.length]),
    [
      ["EUR", "reconciled", 3],
      ["USD", "reconciled", 2],
    ],
  );
  assert.notEqual((await readPages([wallet("481.25")])).status, "reconciled");
});
