import assert from "node:assert/strict";
import { test } from "node:test";
import { head, headings, rows, seesThroughAll, sided, signed } from "./altered-paper.ts";
import { lines, table } from "./draw-pages.ts";
import { readPages } from "./read-drawn.ts";

seesThroughAll({
  "one figure in a line of sums whose others agree": {
    paper: (sums) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(sided, [headings, ...rows, ["Total", "", ...sums.split("/")]]),
      ],
    ],
    printed: "915.10/2,322.35/2,407.25",
    altered: ["915.10/2,322.35/2,407.52", "915.10/2,322.53/2,407.25", "915.01/2,322.35/2,407.25"],
  },
  "sums above the rows in the words that head their columns": {
    paper: (sums) => [
      [
        ...lines([...head, "GBP", ...sums.split("/")]),
        ...table(sided, [headings, ["", "Opening balance", "", "", "1,000.00"], ...rows], 130),
      ],
    ],
    printed: "Money in 2,322.35/Money out 915.10",
    altered: ["Money in 2,322.53/Money out 915.10", "Money in 2,322.35/Money out 915.01"],
  },
  "what is carried to the next page, where no column is of balances": {
    paper: (carried) => [
      [
        ...lines(head),
        ...table(
          [{ x: 40 }, { x: 110 }, { x: 430, right: true }],
          [
            ["Date", "Description", "Amount"],
            ["", "Opening balance", "1,000.00"],
            ["03/06/2024", "Grocer", "-45.10"],
            ["14/06/2024", "Wages", "2,310.00"],
            ["", "Carried forward", carried],
          ],
        ),
      ],
      table(
        [{ x: 40 }, { x: 110 }, { x: 430, right: true }],
        [
          ["", "Brought forward", "3,264.90"],
          ["Date", "Description", "Amount"],
          ["21/06/2024", "Rent", "-870.00"],
          ["28/06/2024", "Refund", "12.35"],
          ["", "Closing balance", "2,407.25"],
        ],
      ),
    ],
    printed: "3,264.90",
    altered: ["3,246.90"],
  },
  "a balance below the rows that is not said to be the last one": {
    paper: (balance) => [
      [
        ...lines([...head, "GBP"]),
        ...table(sided, [
          headings,
          ["", "Opening balance", "", "", "1,000.00"],
          ...rows,
          ["", "Subtotal:", "", "", balance],
        ]),
      ],
    ],
    printed: "2,407.25",
    altered: ["2,407.52"],
  },
  "a sum of yen, all of which could be thousandths": {
    paper: (sum) => [
      [
        ...lines([...head, "Currency JPY"]),
        ...table(sided, [
          headings,
          ["", "Opening balance", "", "", "345,210"],
          ["02/05/2024", "Power", "12,800", "", "332,410"],
          ["10/05/2024", "Cash", "50,000", "", "282,410"],
          ["24/05/2024", "Wages", "", "285,600", "568,010"],
          ["31/05/2024", "Rent", "78,000", "", "490,010"],
          ["", "Total", "140,800", sum, ""],
        ]),
      ],
    ],
    printed: "285,600",
    altered: ["285,601"],
  },
});

test("a month without rows whose sums say that there are some is none", async () => {
  const paper = (sum: string) => [
    [
      ...lines([
        ...head,
        "Period 01/06/2024 - 30/06/2024",
        "Currency JPY",
        "Opening balance 4,879",
        "Total money in 0",
        `Total money out ${sum}`,
        "Closing balance 4,879",
      ]),
      ...table(signed, [["Date", "Description", "Amount", "Balance"]], 160),
    ],
  ];
  assert.equal((await readPages(paper("0"))).status, "reconciled");
  await assert.rejects(readPages(paper("3")), { reason: "no_statement_found" });
});
