import assert from "node:assert/strict";
import { test } from "node:test";
import { readStatement } from "../../src/read-statement.ts";
import { type Column, drawPages, lines, table } from "../engine/draw-pages.ts";

/** Columns for both sides so close that another page's debits stand where this page's credits do. */
const columns = (shift: number): Column[] => [
  { x: 40 + shift },
  { x: 110 + shift },
  { x: 380 + shift, right: true },
  { x: 430 + shift, right: true },
  { x: 510 + shift, right: true },
];

function pagesOf(shift: number) {
  const rows = Array.from({ length: 24 }, (_, index) => {
    const isIn = index % 3 === 0;
    const amount = `${10 + index}.50`;
    return {
      date: `${String(index + 1).padStart(2, "0")}/07/2024`,
      isIn,
      amount,
      cents: (10 + index) * 100 + 50,
    };
  });
  let balance = 100_000;
  const cells = rows.map(({ date, isIn, amount, cents }) => {
    balance += isIn ? cents : -cents;
    return [
      date,
      isIn ? "Paid to us" : "Paid by us",
      isIn ? "" : amount,
      isIn ? amount : "",
      (balance / 100).toFixed(2),
    ];
  });
  // Only the first page has headings, and only the last row a balance.
  const sparse = cells.map((row, index) => [...row.slice(0, 4), index === 23 ? row[4]! : ""]);
  return [
    [
      ...lines(["Account 12345678 GBP", "Opening balance 1,000.00"]),
      ...table(columns(0), [["Date", "Description", "Debit", "Credit", "Balance"], ...sparse.slice(0, 12)]),
    ],
    [
      ...table(columns(shift), sparse.slice(12), 60),
      { x: 40 + shift, y: 300, text: `Closing balance ${(balance / 100).toFixed(2)}` },
    ],
  ];
}

for (const shift of [0, 30, 50, -25]) {
  test(`the second page stands ${shift} points further in: its columns are the first page's`, async () => {
    const { status, accounts } = await readStatement(await drawPages(pagesOf(shift)));
    const sides = accounts[0]!.transactions.map(({ type }) => type);
    assert.deepEqual(
      sides,
      Array.from({ length: 24 }, (_, index) => (index % 3 === 0 ? "CREDIT" : "DEBIT")),
    );
    assert.equal(status, "reconciled");
    const [first, later] = [accounts[0]!.transactions[0]!, accounts[0]!.transactions[12]!];
    assert.equal(later.page, 2);
    assert.ok(Math.abs(later.box[0] - first.box[0] - shift) < 0.1, "the box stays where the row is printed");
  });
}

test("a last page with one row stands further in, on a paper without headings", async () => {
  const rows = Array.from({ length: 24 }, (_, at) => [
    `${String(at + 1).padStart(2, "0")}/07/2024`,
    "Paid",
    "-10.00",
    "",
    (990 - 10 * at).toFixed(2),
  ]);
  const pages = [
    [
      ...lines(["Account 12345678 GBP", "Opening balance 1,000.00", "Closing balance 760.00"]),
      ...table(columns(0), rows.slice(0, 23)),
    ],
    table(columns(24), rows.slice(23), 60),
  ];
  const { status, accounts } = await readStatement(await drawPages(pages));
  assert.equal(accounts[0]!.transactions.length, 24);
  assert.equal(status, "reconciled");
});
