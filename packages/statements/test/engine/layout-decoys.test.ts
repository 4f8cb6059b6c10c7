import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const four: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
const three: Column[] = [{ x: 40 }, { x: 110 }, { x: 440, right: true }];
const rows = ["reconciled", "06-03 -80.00 Grocer", "06-14 +200.00 Wage", "06-25 -5.50 Cinema"];

/** A plain statement at the middle of a page, for something to stand above or below it. */
const statement = (top: number) => [
  ...lines(["Opening balance 1,000.00"], top),
  ...table(
    four,
    [
      ["Date", "Description", "Amount", "Balance"],
      ["03/06/2024", "Grocer", "-80.00", "920.00"],
      ["14/06/2024", "Wage", "200.00", "1,120.00"],
      ["25/06/2024", "Cinema", "-5.50", "1,114.50"],
    ],
    top + 20,
  ),
  ...lines(["Closing balance 1,114.50"], top + 84),
];

async function readBeside(decoy: Piece[], top = 100) {
  return outline(await readPages([[...statement(top), ...decoy]]));
}

test("an interest rate table with dates", async () => {
  const decoy = table(
    three,
    [
      ["Interest rates"],
      ["Valid from", "Product", "Rate"],
      ["01/01/2024", "Savings", "1.25"],
      ["01/04/2024", "Savings", "1.50"],
    ],
    300,
  );
  assert.deepEqual(await readBeside(decoy), rows);
});

test("exchange rates with dates and four decimals", async () => {
  const decoy = table(
    four,
    [
      ["Exchange rates"],
      ["Date", "Currency", "Buy", "Sell"],
      ["14/06/2024", "USD", "1.0712", "1.0934"],
      ["25/06/2024", "GBP", "0.8401", "0.8522"],
    ],
    300,
  );
  assert.deepEqual(await readBeside(decoy), rows);
});

test("upcoming payments", async () => {
  const decoy = table(
    three,
    [
      ["Upcoming payments"],
      ["Due date", "Payee", "Amount"],
      ["05/07/2024", "Insurance", "45.00"],
      ["10/07/2024", "Power", "60.00"],
    ],
    300,
  );
  assert.deepEqual(await readBeside(decoy), rows);
});

test("pending transactions under the same headings", async () => {
  const decoy = table(
    four,
    [
      ["Pending transactions"],
      ["Date", "Description", "Amount"],
      ["29/06/2024", "Fuel", "-45.00"],
      ["30/06/2024", "Hotel", "-160.00"],
    ],
    300,
  );
  assert.deepEqual(await readBeside(decoy), rows);
});

test("pending transactions above the posted ones, without headings of their own", async () => {
  const decoy = table(
    [{ x: 40 }, { x: 110 }, { x: 420, right: true }],
    [["Pending"], ["29/06/2024", "Fuel", "-45.00"], ["30/06/2024", "Hotel", "-160.00"]],
    40,
  );
  assert.deepEqual(await readBeside(decoy, 120), rows);
});

test("an instalment plan", async () => {
  const decoy = table(
    [{ x: 40 }, { x: 110 }, { x: 300, right: true }, { x: 380, right: true }, { x: 480, right: true }],
    [
      ["Instalment plans"],
      ["Start", "Purchase", "Total", "Monthly", "Remaining"],
      ["12/01/2024", "Fridge 4/12", "1,200.00", "100.00", "800.00"],
      ["02/05/2024", "Phone 1/10", "900.00", "90.00", "810.00"],
    ],
    300,
  );
  assert.deepEqual(await readBeside(decoy), rows);
});

test("reward points by day", async () => {
  const decoy = table(
    three,
    [
      ["Reward points"],
      ["Date", "Activity", "Points"],
      ["03/06/2024", "Earned", "80"],
      ["25/06/2024", "Earned", "5"],
      ["", "Points balance", "1,085"],
    ],
    300,
  );
  assert.deepEqual(await readBeside(decoy), rows);
});

test("a warning on minimum payments with amounts and years", async () => {
  const decoy = lines(
    [
      "Minimum payment warning: if you make only the minimum payment of 25.00 each period,",
      "you will pay off the balance shown in about 12 years and pay about 2,310.00 in all.",
      "If we do not receive 25.00 by 07/25/2024 you may have to pay a late fee of up to 40.00.",
    ],
    300,
  );
  assert.deepEqual(await readBeside(decoy), rows);
});

test("a summary box above with one figure under each label", async () => {
  const decoy = table(
    [
      { x: 120, right: true },
      { x: 220, right: true },
      { x: 320, right: true },
      { x: 420, right: true },
    ],
    [
      ["Opening", "Paid in", "Paid out", "Closing"],
      ["1,000.00", "200.00", "85.50", "1,114.50"],
    ],
    40,
  );
  assert.deepEqual(await readBeside(decoy, 120), rows);
});

test("spending by category with sums that look like totals", async () => {
  const decoy = table(
    three,
    [
      ["Spending by category"],
      ["Groceries", "", "80.00"],
      ["Leisure", "", "5.50"],
      ["Total spending", "", "85.50"],
    ],
    300,
  );
  assert.deepEqual(await readBeside(decoy), rows);
});

const upcoming: Column[] = [{ x: 40 }, { x: 280, right: true }];
const payments = [["Upcoming payments (not yet booked)"], ["06/07/2024", "43.73"], ["07/07/2024", "66.52"]];

test("payments to come above rows without headings, at other places than theirs", async () => {
  const body = [
    ["03/06/2024", "Grocer", "-80.00", "920.00"],
    ["14/06/2024", "Wage", "200.00", "1,120.00"],
    ["25/06/2024", "Cinema", "-5.50", "1,114.50"],
  ];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00", "Closing balance 1,114.50"]),
      ...table(upcoming, payments, 80),
      ...table(four, body, 130),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("more payments to come than an account has rows", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        ["Date", "Description", "Amount", "Balance"],
        ["25/06/2024", "Cinema", "-5.50", "994.50"],
      ]),
      ...lines(["Closing balance 994.50"], 124),
      ...table(upcoming, payments, 160),
    ],
  ]);
  assert.deepEqual(outline(statement), ["reconciled", "06-25 -5.50 Cinema"]);
});

test("balances by day are held against the rows: two rows with each other's amounts", async () => {
  const own = (amounts: readonly [string, string]) => [
    ...lines(["Opening balance 1,000.00", "Closing balance 1,114.50"], 100),
    ...table(
      three,
      [
        ["Date", "Description", "Amount"],
        ["03/06/2024", "Grocer", amounts[0]],
        ["14/06/2024", "Wage", "200.00"],
        ["25/06/2024", "Cinema", amounts[1]],
        ["26/06/2024", "Shoes", "-50.00"],
        ["27/06/2024", "Refund", "50.00"],
      ],
      140,
    ),
    ...table(
      [{ x: 40 }, { x: 200, right: true }, { x: 260 }, { x: 420, right: true }],
      [
        ["Daily balance"],
        ["Date", "Balance", "Date", "Balance"],
        ["03/06/2024", "920.00", "14/06/2024", "1,120.00"],
        ["25/06/2024", "1,114.50", "26/06/2024", "1,064.50"],
        ["27/06/2024", "1,114.50"],
      ],
      300,
    ),
  ];
  const [right, swapped] = [
    await readPages([own(["-80.00", "-5.50"])]),
    await readPages([own(["-5.50", "-80.00"])]),
  ];
  assert.equal(right.status, "reconciled");
  assert.equal(swapped.status, "discrepant");
});
