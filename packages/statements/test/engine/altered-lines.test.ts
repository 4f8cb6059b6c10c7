import assert from "node:assert/strict";
import { test } from "node:test";
import { head, headings, rows, seesThroughAll, sided, signed } from "./altered-paper.ts";
import { lines, table } from "./draw-pages.ts";
import { readPages } from "./read-drawn.ts";

seesThroughAll({
  "the words of an opening balance for those of a row whose amount is gone, below the day of each row": {
    paper: (text) => [
      [
        ...lines(head),
        ...table(sided, [
          ["Description", "", "Money out", "Money in", "Balance"],
          ["01/06/2024"],
          [text, "", "", "", "1,000.00"],
          ["03/06/2024"],
          ["Card Fairweather", "", "45.10", "", "954.90"],
          ["14/06/2024"],
          ["Wages", "", "", "2,310.00", "3,264.90"],
          ["Standing order", "", "870.00", "", "2,394.90"],
          ["", "", "", "", "2,394.90"],
        ]),
      ],
    ],
    printed: "Xyzzy quuxen",
    altered: ["Transfer Fairweather"],
  },
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
  "sums below the words that head the rows' columns": {
    paper: (sums) => [
      [
        ...lines([...head, "GBP"]),
        ...table(sided, [headings, ["", "Opening balance", "", "", "1,000.00"], ...rows]),
        ...table([{ x: 40 }, { x: 150 }], [["Money out", "Money in"], sums.split("/")], 240),
      ],
    ],
    printed: "915.10/2,322.35",
    altered: ["915.10/2,322.53", "915.01/2,322.35"],
  },
  "the number of pages, of which the last with the closing balance is missing": {
    paper: (pages) => [
      [
        ...lines([...head, "GBP"]),
        ...table(sided, [headings, ["", "Opening balance", "", "", "1,000.00"], ...rows]),
        { x: 280, y: 800, text: `Page 1 of ${pages}` },
      ],
    ],
    printed: "1",
    altered: ["3"],
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

test("rows that end with a balance of their own are no table beside another account's", async () => {
  const columns = [{ x: 40 }, { x: 110 }, { x: 430, right: true }, { x: 520, right: true }];
  const named = ["Date", "Description", "Money out", "Money in"];
  const paper = (opening: string[][]) => [
    [
      ...lines(["Harbour Bank", "GBP", "Current account", "IBAN GB33 EXAM 4012 3412 3456 78"]),
      ...table(columns, [
        named,
        ["29/02/2024", "Opening balance", "", "1,234.56"],
        ["04/03/2024", "Rent", "850.00", ""],
        ["15/03/2024", "Wages", "", "1,850.00"],
        ["31/03/2024", "Closing balance", "", "2,234.56"],
      ]),
      ...lines(["Savings", "IBAN GB17 EXAM 4012 3412 3456 79"], 200),
      ...table(
        columns,
        [
          named,
          ...opening,
          ["15/03/2024", "Plan", "", "150.00"],
          ["28/03/2024", "Interest", "", "7.10"],
          ["31/03/2024", "Closing balance", "", "15,157.10"],
        ],
        230,
      ),
    ],
  ];
  const whole = await readPages(paper([["29/02/2024", "Opening balance", "", "15,000.00"]]));
  assert.deepEqual([whole.status, whole.accounts.length], ["reconciled", 2]);
  assert.notEqual((await readPages(paper([]))).status, "reconciled");
});

test("sections whose rows stand in places of their own are not turned where no first balance is printed", async () => {
  const columns = [{ x: 40 }, { x: 110 }, { x: 520, right: true }];
  const checks = [{ x: 40 }, { x: 140 }, { x: 300, right: true }];
  const paper = (opening: string[]) => [
    [
      ...lines(
        ["Harbour Bank", "May 01, 2024 through May 31, 2024", "USD", ...opening, "Ending balance 3,971.11"],
        20,
      ),
      ...lines(["DEPOSITS AND ADDITIONS"], 90),
      ...table(
        columns,
        [
          ["Date", "Description", "Amount"],
          ["05/03", "Payroll", "3,200.00"],
          ["05/20", "Deposit", "75.50"],
          ["Total Deposits and Additions", "", "3,275.50"],
        ],
        104,
      ),
      ...lines(["CHECKS PAID"], 166),
      ...table(
        checks,
        [
          ["Check number", "Date paid", "Amount"],
          ["1021", "05/06", "1,200.00"],
          ["1022", "05/15", "70.00"],
          ["Total Checks Paid", "", "1,270.00"],
        ],
        180,
      ),
      ...lines(["ELECTRONIC WITHDRAWALS"], 242),
      ...table(
        columns,
        [
          ["Date", "Description", "Amount"],
          ["05/22", "City Utilities", "88.10"],
          ["05/23", "Water", "96.62"],
          ["Total Electronic Withdrawals", "", "184.72"],
        ],
        256,
      ),
    ],
  ];
  const whole = await readPages(paper(["Beginning balance 2,150.33"]));
  const turned = await readPages(paper([]));
  const signs = ({ accounts: [account] }: typeof whole) =>
    account!.transactions.map(({ type }) => type[0]).join("");
  assert.equal(whole.status, "reconciled");
  assert.ok(turned.status !== "reconciled" || signs(turned) === signs(whole), signs(turned));
});
