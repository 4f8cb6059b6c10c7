import { head, headings, rows, seesThroughAll, sided, signed, withoutBalances } from "./altered-paper.ts";
import { lines, table } from "./draw-pages.ts";

seesThroughAll({
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
  "an amount over which another one is printed": {
    paper: (over) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(sided, [headings, ...rows]),
        { ...sided[2]!, x: sided[2]!.x + 0.5, y: 114, text: over },
        ...lines(["Closing balance 2,407.25 GBP"], 300),
      ],
    ],
    printed: "45.10",
    altered: ["46.10", "945.10", "7"],
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
  "the currency of one amount, among signs that several countries share": {
    paper: (currency) => [
      [
        ...lines([...head.slice(0, -1), "Opening balance R 1,000.00"]),
        ...table(signed, [
          ["Date", "Description", "Amount", "Balance"],
          ["03/06/2024", "Grocer", "-R45.10", "R954.90"],
          ["14/06/2024", "Wages", "R2,310.00", "R3,264.90"],
          ["21/06/2024", "Rent", `-${currency}870.00`, "R2,394.90"],
        ]),
        ...lines(["Closing balance R 2,394.90"], 200),
      ],
    ],
    printed: "R",
    altered: ["€", "US$"],
  },
  "the number of rows between both balances, above rows of two sections": {
    paper: (count) => [
      [
        ...lines([
          ...head,
          "Opening balance 18.74",
          "Total money in 16.97",
          "Total money out 5.00",
          `Number of transactions ${count}`,
          "Closing balance 30.71",
        ]),
        ...table(
          signed,
          [
            ["Date", "Description", "Amount"],
            ["", "Money in", ""],
            ["15/06/2024", "Refund", "16.97"],
            ["", "Money out", ""],
            ["15/06/2024", "Kiosk", "5.00"],
          ],
          140,
        ),
      ],
    ],
    printed: "2",
    altered: ["1"],
  },
  "the word for the side of one row, below large letters between pages": {
    paper: (side) => [
      table(
        [{ x: 40 }, { x: 110 }, { x: 340 }, { x: 430, right: true }, { x: 520, right: true }],
        [
          ["", "Opening balance", "", "", "1,000.00 CR"],
          ["03/06/2024", "Wages", "Credit", "500.00", "1,500.00 CR"],
          ["04/06/2024", "Grocer", "Debit", "45.10", "1,454.90 CR"],
          ["05/06/2024", "Rent", "Debit", "400.00", "1,054.90 CR"],
        ],
      ),
      [
        ...lines(["Balances"], 40),
        ...table(
          [{ x: 40 }, { x: 110 }, { x: 340 }, { x: 430, right: true }, { x: 520, right: true }],
          [
            ["14/06/2024", "Refund", side, "10.00", "1,064.90 CR"],
            ["15/06/2024", "Kiosk", "Debit", "4.90", "1,060.00 CR"],
            ["16/06/2024", "Interest", "Credit", "1.00", "1,061.00 CR"],
            ["", "Closing balance", "", "", "1,061.00 CR"],
          ],
          60,
        ),
      ],
    ],
    printed: "Credit",
    altered: ["Debit"],
  },
});
