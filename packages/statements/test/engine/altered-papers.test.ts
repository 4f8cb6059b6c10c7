import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { readPages } from "./read-drawn.ts";

/** Each paper adds up as first drawn; with one thing about it altered it must not be called proven. */
type Paper = (figure: string) => Piece[][];

const sided: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 340, right: true },
  { x: 430, right: true },
  { x: 520, right: true },
];
const headings = ["Date", "Description", "Money out", "Money in", "Balance"];
const rows = [
  ["03/06/2024", "Grocer", "45.10", "", "954.90"],
  ["14/06/2024", "Wages", "", "2,310.00", "3,264.90"],
  ["21/06/2024", "Rent", "870.00", "", "2,394.90"],
  ["28/06/2024", "Refund", "", "12.35", "2,407.25"],
];
const withoutBalances = [headings, ...rows].map((cells) => cells.slice(0, 4));
const head = ["Harbour Bank", "Account number 12345678"];
const signed: Column[] = [{ x: 40 }, { x: 110 }, { x: 430, right: true }, { x: 520, right: true }];
const card = ["Date", "Description", "Amount"];

const papers: Record<string, { paper: Paper; printed: string; altered: string[] }> = {
  "a balance carried to the next page": {
    paper: (carried) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(sided, [headings, ...rows.slice(0, 2), ["", "Balance carried over", "", "", carried]]),
      ],
      [
        ...table(sided, [headings, ["", "Balance brought over", "", "", "3,264.90"], ...rows.slice(2)]),
        ...lines(["Closing balance 2,407.25 GBP"], 200),
      ],
    ],
    printed: "3,264.90",
    altered: ["3,264.91"],
  },
  "the sum of a side on which no row is": {
    paper: (sum) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP", "Closing balance 3,322.35 GBP"]),
        ...table(sided, [
          headings,
          ["14/06/2024", "Wages", "", "2,310.00", "3,310.00"],
          ["28/06/2024", "Refund", "", "12.35", "3,322.35"],
          ["", "Total", sum, "2,322.35", ""],
        ]),
      ],
    ],
    printed: "0.00",
    altered: ["0.09"],
  },
  "a sum of nothing above rows that come to something": {
    paper: (sum) => [
      [
        ...lines([
          ...head,
          "Opening balance 1,000.00 GBP",
          `Total money in ${sum}`,
          "Total money out 915.10",
        ]),
        ...table(sided, withoutBalances, 130),
        ...lines(["Closing balance 2,407.25 GBP"], 220),
      ],
    ],
    printed: "2,322.35",
    altered: ["0.00"],
  },
  "what was owed before, on a card with two holders": {
    paper: (previous) => [
      [
        ...lines(["Credit card statement", `Previous balance ${previous}`, "New balance 150.00"]),
        ...table(signed, [
          card,
          ["J SMITH XXXX 1234"],
          ["03/06/2024", "Grocer", "100.00"],
          ["M SMITH XXXX 5678"],
          ["14/06/2024", "Payment", "-20.00"],
          ["21/06/2024", "Hotel", "50.00"],
        ]),
      ],
    ],
    printed: "20.00",
    altered: ["-20.00"],
  },
  "both balances of a card, one put for the other": {
    paper: (ends) => [
      [
        ...lines(["Credit card statement", ...ends.split("/")]),
        ...table(signed, [
          card,
          ["03/06/2024", "Grocer", "+14.83"],
          ["14/06/2024", "Payment", "-8.95"],
          ["21/06/2024", "Hotel", "+407.90"],
          ["22/06/2024", "Cinema", "+26.66"],
          ["28/06/2024", "Fuel", "+71.16"],
        ]),
      ],
    ],
    printed: "Previous balance +8.95/Total amount due +520.55",
    altered: ["Previous balance +520.55/Total amount due +8.95"],
  },
  "what was owed before, on a card with columns of both sides": {
    paper: (previous) => [
      [
        ...lines(["Credit card statement", `Previous balance ${previous}`, "Total amount due 150.00"]),
        ...table(
          [{ x: 40 }, { x: 110 }, { x: 340 }, { x: 430 }],
          [
            ["Date", "Description", "Debit", "Credit"],
            ["03/06/2024", "Grocer", "100.00 HK$", ""],
            ["14/06/2024", "Payment", "", "20.00 HK$"],
            ["21/06/2024", "Hotel", "50.00 HK$", ""],
          ],
        ),
      ],
    ],
    printed: "20.00",
    altered: ["-20.00", "20.00 CR"],
  },
  "the side of what is due on a card": {
    paper: (due) => [
      [
        ...lines(["Credit card statement", "Previous balance 46.96", `Total amount due ${due}`]),
        ...table(signed, [
          card,
          ["03/06/2024", "Grocer", "105.80"],
          ["05/06/2024", "Payment", "46.96 CR"],
          ["14/06/2024", "Hotel", "634.98"],
          ["21/06/2024", "Airline", "2,104.28"],
        ]),
      ],
    ],
    printed: "2,845.06",
    altered: ["2,845.06 CR"],
  },
  "one of a few balances in a column without a heading": {
    paper: (balance) => [
      [
        ...lines([
          ...head,
          "Opening balance 1,000.00 GBP",
          "Total money in 2,332.35",
          "Total money out 937.45",
          "Closing balance 2,394.90 GBP",
        ]),
        ...table(
          signed,
          [
            ["03/06/2024", "Grocer", "-45.10", "954.90"],
            ["14/06/2024", "Wages", "2,310.00", ""],
            ["21/06/2024", "Rent", "-870.00", balance],
            ["22/06/2024", "Refund", "12.35", ""],
            ["24/06/2024", "Kiosk", "-7.25", ""],
            ["25/06/2024", "Gift", "10.00", ""],
            ["28/06/2024", "Cinema", "-15.10", "2,394.90"],
          ],
          140,
        ),
      ],
    ],
    printed: "2,394.90",
    altered: ["2,349.90", "2,394.90-"],
  },
  "the sums of both sides in a summary in words that are not known": {
    paper: (sums) => [
      [
        ...lines([
          "Credit card statement",
          "Previous balance 120.00",
          ...sums.split("/"),
          "New balance 250.50",
        ]),
        ...table(
          signed,
          [
            card,
            ["03/06/2024", "Grocer", "80.00"],
            ["14/06/2024", "Payment", "-25.00"],
            ["25/06/2024", "Hotel", "75.50"],
          ],
          130,
        ),
      ],
    ],
    printed: "Xyzzy 25.00/Plugh 155.50",
    altered: ["Xyzzy 35.00/Plugh 165.50", "Xyzzy 25.00/Plugh 155.05"],
  },
  "the one sum of a card on which nothing was paid": {
    paper: (sum) => [
      [
        ...lines([
          "Credit card statement",
          "Previous balance 120.00",
          "Xyzzy 0.00",
          sum,
          "New balance 205.50",
        ]),
        ...table(signed, [card, ["03/06/2024", "Grocer", "80.00"], ["25/06/2024", "Cinema", "5.50"]], 130),
      ],
    ],
    printed: "Plugh 85.50",
    altered: ["Plugh 85.05"],
  },
  "the number of rows before the sum of one side": {
    paper: (count) => [
      [
        ...lines([
          ...head,
          "Opening balance 1,000.00 GBP",
          `Total deposits (${count}) 2,322.35`,
          "Total withdrawals (2) 915.10",
          "Closing balance 2,407.25 GBP",
        ]),
        ...table(sided, withoutBalances, 130),
      ],
    ],
    printed: "2",
    altered: ["3"],
  },
  "dates of rows that cancel out, on a page of their own": {
    paper: (day) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP", "Closing balance 2,407.25 GBP"]),
        ...table(sided, withoutBalances),
      ],
      table(sided, [
        withoutBalances[0]!,
        [`${day}/06/2024`, "Shop", "20.00", ""],
        [`${day}/06/2024`, "Shop refund", "", "20.00"],
      ]),
    ],
    printed: "29",
    altered: ["Z9", "??"],
  },
  "the dates of another account's rows": {
    paper: (day) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP", "Closing balance 2,407.25 GBP"]),
        ...table(sided, [headings, ...rows]),
        ...lines(["Account number 87654321", "Opening balance 200.00 GBP"], 220),
        ...table(
          sided,
          [
            headings,
            [`${day}/06/2024`, "Salary", "", "500.00", "700.00"],
            [`${day}/06/2024`, "Power", "60.00", "", "640.00"],
          ],
          260,
        ),
      ],
    ],
    printed: "29",
    altered: ["Z9"],
  },
  "a balance among the rows, said to be the last one": {
    paper: (words) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(sided, [headings, ...rows.slice(0, 3), ["", words, "", "", "2,394.90"], rows[3]!]),
      ],
    ],
    printed: "Balance carried over",
    altered: ["Closing balance"],
  },
  "the year of a row": {
    paper: (year) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(sided, [headings, rows[0]!, [`14/06/${year}`, ...rows[1]!.slice(1)], ...rows.slice(2)]),
        ...lines(["Closing balance 2,407.25 GBP"], 200),
      ],
    ],
    printed: "2024",
    altered: ["2014"],
  },
  "what was owed before on the first of two cards": {
    paper: (previous) => [
      [
        ...lines([
          "Credit card statement",
          "Account number 9702071557",
          `Previous balance ${previous}`,
          "Total payments 25.00",
          "Total purchases 155.50",
          "Total amount due 250.50",
        ]),
        ...table(
          signed,
          [
            card,
            ["03/06/2024", "Grocer", "+80.00"],
            ["14/06/2024", "Payment", "-25.00"],
            ["25/06/2024", "Hotel", "+75.50"],
          ],
          140,
        ),
        ...lines(
          [
            "Account number 6643250628",
            "Previous balance 15.60",
            "Total payments 15.60",
            "Total purchases 122.29",
            "Total amount due 122.29",
          ],
          220,
        ),
        ...table(
          signed,
          [
            card,
            ["01/06/2024", "Fuel", "+2.29"],
            ["17/06/2024", "Payment", "-15.60"],
            ["22/06/2024", "Airline", "+120.00"],
          ],
          310,
        ),
      ],
    ],
    printed: "120.00",
    altered: ["", "12.00"],
  },
  "the number of rows in a summary whose figures stand below their words": {
    paper: (count) => [
      [
        ...lines(head),
        ...table(
          [{ x: 40 }, { x: 150 }, { x: 260 }, { x: 370 }, { x: 500 }],
          [
            ["Opening balance", "Total money in", "Total money out", "Number of transactions", "New balance"],
            ["1,000.00", "2,322.35", "915.10", count, "2,407.25"],
          ],
          80,
        ),
        ...table(sided, withoutBalances, 130),
      ],
    ],
    printed: "4",
    altered: ["5", "14"],
  },
  "the sum of one side in loose words, below those": {
    paper: (sum) => [
      [
        ...lines(head),
        ...table(
          [{ x: 40 }, { x: 150 }, { x: 260 }, { x: 370 }],
          [
            ["Opening balance", "Total Receipts", "Total Payments", "New balance"],
            ["1,000.00", "2,322.35", sum, "2,407.25"],
          ],
          80,
        ),
        ...table(sided, withoutBalances, 130),
      ],
    ],
    printed: "915.10",
    altered: ["951.10"],
  },
  "both sums below rows in no columns, one put for the other": {
    paper: (sums) => [
      lines([
        ...head,
        "Opening balance 1,000.00",
        "Date    Description    Money out    Money in    Balance",
        "03/06/2024    Grocer    45.10    954.90",
        "14/06/2024    Wages from work    2,310.00    3,264.90",
        "21/06/2024    Rent    870.00    2,394.90",
        "28/06/2024    Refund of what was too much    12.35    2,407.25",
        `Total    ${sums}`,
      ]),
    ],
    printed: "915.10    2,322.35",
    altered: ["2,322.35    915.10", "905.10    2,332.35"],
  },
  "a balance carried to the next page, in words that are not known": {
    paper: (carried) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(sided, [headings, ...rows.slice(0, 2), ["", "Xyzzy plugh", "", "", carried]]),
      ],
      [...table(sided, [headings, ...rows.slice(2)]), ...lines(["Closing balance 2,407.25 GBP"], 200)],
    ],
    printed: "3,264.90",
    altered: ["3,264.91"],
  },
  "what was paid on a card, above what is owed and in words that are not known": {
    paper: (paid) => [
      [
        ...lines([
          "Credit card statement",
          "Previous balance 120.00",
          `Xyzzy ${paid}`,
          "Total purchases 85.50",
          "New balance 205.50",
        ]),
        ...table(signed, [card, ["03/06/2024", "Grocer", "80.00"], ["25/06/2024", "Cinema", "5.50"]], 130),
      ],
    ],
    printed: "0.00",
    altered: ["25.00"],
  },
  "the side of one amount of a card whose sums stand in words that are not known": {
    paper: (amount) => [
      [
        ...lines([
          "Credit card statement",
          "Previous balance 120.00",
          "Xyzzy 25.00",
          "Plugh 155.50",
          `New balance ${amount.startsWith("-") ? "239.50" : "250.50"}`,
        ]),
        ...table(
          signed,
          [
            card,
            ["03/06/2024", "Grocer", "75.00"],
            ["05/06/2024", "Kiosk", amount],
            ["14/06/2024", "Payment", "-25.00"],
            ["25/06/2024", "Hotel", "75.00"],
          ],
          130,
        ),
      ],
    ],
    printed: "5.50",
    altered: ["-5.50"],
  },
  "the number of rows, in words that head columns too": {
    paper: (count) => [
      [
        ...lines([
          ...head,
          "Opening balance: 1,000.00 GBP",
          `Total transactions: ${count}`,
          "Closing balance: 2,407.25 GBP",
        ]),
        ...table(sided, withoutBalances, 130),
      ],
    ],
    printed: "4",
    altered: ["5", "14"],
  },
  "the last balance beside a number of rows, both below their words": {
    paper: (closing) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(
          [{ x: 40 }, { x: 260 }],
          [
            ["Number of entries", "Closing balance"],
            ["4", closing],
          ],
          90,
        ),
        ...table(sided, [headings, ...rows], 140),
      ],
    ],
    printed: "2,407.25",
    altered: ["24,072.50"],
  },
  "the column of one amount beside balances": {
    paper: (sides) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(sided, [
          headings,
          ["14/06/2024", "Wages", "", "2,310.00", "3,310.00"],
          ["21/06/2024", "Rent", ...sides.split("/"), "2,440.00"],
          ["28/06/2024", "Refund", "", "12.35", "2,452.35"],
        ]),
      ],
    ],
    printed: "870.00/",
    altered: ["/870.00"],
  },
  "the column of one amount beside balances, without headings": {
    paper: (sides) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(sided, [
          ...rows.slice(0, 2),
          ["21/06/2024", "Rent", ...sides.split("/"), "2,394.90"],
          rows[3]!,
          ["29/06/2024", "Kiosk", "7.25", "", "2,400.00"],
          ["30/06/2024", "Gift", "", "10.00", "2,410.00"],
        ]),
      ],
    ],
    printed: "870.00/",
    altered: ["/870.00"],
  },
  "the currency of one amount": {
    paper: (currency) => [
      [
        ...lines([...head, "Opening balance £1,000.00"]),
        ...table(signed, [
          ["Date", "Description", "Amount", "Balance"],
          ["03/06/2024", "Grocer", "-£45.10", "£954.90"],
          ["14/06/2024", "Wages", "£2,310.00", "£3,264.90"],
          ["21/06/2024", "Rent", `-${currency}870.00`, "£2,394.90"],
        ]),
        ...lines(["Closing balance £2,394.90"], 200),
      ],
    ],
    printed: "£",
    altered: ["€", "US$"],
  },
  "the closing balance of a month without rows": {
    paper: (closing) => [
      [
        ...lines([
          ...head,
          "Statement period 01/06/2024 - 30/06/2024",
          "Opening balance 1,000.00 GBP",
          `Closing balance ${closing} GBP`,
        ]),
      ],
    ],
    printed: "1,000.00",
    altered: ["-1,000.00"],
  },
};

for (const [name, { paper, printed, altered }] of Object.entries(papers)) {
  test(`altered: ${name}`, async () => {
    assert.equal((await readPages(paper(printed))).status, "reconciled");
    for (const figure of altered)
      assert.notEqual((await readPages(paper(figure))).status, "reconciled", figure);
  });
}
