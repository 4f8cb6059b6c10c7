import assert from "node:assert/strict";
import { test } from "node:test";
import { card, head, headings, rows, sided } from "./altered-paper.ts";
import { lines, type Piece, table } from "./draw-pages.ts";
import { figures, readPages } from "./read-drawn.ts";

/** Each of another bank's program. */
const fonts = ["Helvetica", "Courier"];

const bank: Piece[] = [
  ...lines([...head, "Opening balance 1,000.00", "Closing balance 2,407.25"]),
  ...table(sided, [headings, ...rows], 120),
];
const ofBank = ["reconciled", "06-03 -45.10", "06-14 +2310.00", "06-21 -870.00", "06-28 +12.35"];

const bought = [
  ["02/08/2023", "Bakery", "4.20"],
  ["05/08/2023", "Pharmacy", "18.75"],
  ["11/08/2023", "Books", "32.00"],
  ["19/08/2023", "Fuel", "61.40"],
  ["27/08/2023", "Cinema", "13.65"],
];
const wallet = (title: readonly string[]): Piece[] => [
  ...lines([...title]),
  ...table([{ x: 40 }, { x: 110 }, { x: 330, right: true }], [card, ...bought], 120),
];
const proven = wallet([
  "Credit card statement",
  "Card number 5500 1234 9876 4410",
  "Previous balance 0.00",
  "New balance 130.00",
]);
const open = wallet(["Pocket wallet", "What you paid"]);
const ofCard = ["reconciled", ...bought.map(([day, , sum]) => `08-${day!.slice(0, 2)} -${sum}`)];

test("statements of two banks in one file are read each by itself", async () => {
  const statement = await readPages([bank, proven], {}, { fonts });
  assert.deepEqual(figures(statement), [...ofBank, ...ofCard]);
  assert.equal(statement.status, "reconciled");
  assert.equal(statement.pages, 2);
});

test("pages of one account that each add up are not taken for two, since one may be missing between them", async () => {
  const later = [
    ...lines([...head, "Opening balance 3,000.00", "Closing balance 3,012.35"]),
    ...table(sided, [headings, ["02/07/2024", "Refund", "", "12.35", "3,012.35"]], 120),
  ];
  const statement = await readPages([bank, later], {}, { fonts });
  assert.deepEqual([statement.status, statement.accounts.length], ["discrepant", 1]);
});

test("one whose rows nothing proves is not left out beside another that adds up", async () => {
  const statement = await readPages([bank, open], {}, { fonts });
  assert.equal(statement.status, "unverifiable");
  assert.deepEqual(figures(statement), [...ofBank, "unverifiable", ...ofCard.slice(1)]);
});

test("a file of which neither the whole nor any paper is proven is as it is read as a whole", async () => {
  const withoutEnds = [
    ...lines(head),
    ...table(
      sided,
      [headings, ...rows].map((cells) => cells.slice(0, 4)),
      120,
    ),
  ];
  const statement = await readPages([withoutEnds, lines(["Terms and conditions"])], {}, { fonts });
  assert.deepEqual(figures(statement), ["unverifiable", ...ofBank.slice(1)]);
});

test("a page without rows in letters of its own takes no proof from the others", async () => {
  const terms = lines(["Terms", "Fees are charged on the last day of a month.", "Call us on 0800 123 456."]);
  assert.deepEqual(figures(await readPages([bank, terms], {}, { fonts })), ofBank);
});

test("pages of one statement may have fonts of their own", async () => {
  const pages = [
    [...lines([...head, "Opening balance 1,000.00"]), ...table(sided, [headings, ...rows.slice(0, 2)], 120)],
    [
      ...table(sided, [headings, ...rows.slice(2)], 60),
      ...lines(["Total money in 2,322.35", "Closing balance 2,407.25"], 160),
    ],
  ];
  assert.deepEqual(figures(await readPages(pages, {}, { fonts })), ofBank);
});
