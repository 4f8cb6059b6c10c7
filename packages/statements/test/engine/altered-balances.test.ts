import { head, headings, rows, seesThroughAll, sided, signed } from "./altered-paper.ts";
import { lines, table } from "./draw-pages.ts";

seesThroughAll({
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
  "one of two balances beside each row, a limit apart": {
    paper: (balance) => [
      [
        ...lines([...head, "Currency GBP"]),
        ...table(
          [...signed, { x: 580, right: true }],
          [
            ["Date", "Description", "Amount", "Book balance", "Balance"],
            ["", "Opening balance", "", "1,000.00", "1,500.00"],
            ["03/06/2024", "Grocer", "-45.10", "954.90", "1,454.90"],
            ["14/06/2024", "Wages", "2,310.00", "3,264.90", "3,764.90"],
            ["21/06/2024", "Rent", "-870.00", balance, "2,894.90"],
            ["22/06/2024", "Refund", "12.35", "2,407.25", "2,907.25"],
            ["24/06/2024", "Kiosk", "-2.35", "2,404.90", "2,904.90"],
            ["", "Closing balance", "", "2,404.90", "2,904.90"],
          ],
          100,
        ),
      ],
    ],
    printed: "2,394.90",
    altered: ["2,894.90", "2,349.90"],
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
  "a balance of one row, in one of two columns that repeat one another": {
    paper: (balance) => [
      [
        ...lines([...head, "Opening balance 1,000.00"]),
        ...table(
          [{ x: 40 }, { x: 110 }, { x: 340, right: true }, { x: 430, right: true }, { x: 520, right: true }],
          [
            ["Date", "Description", "Amount", "Balance", "Settled"],
            ["03/06/2024", "Grocer", "-45.10", "954.90", "954.90"],
            ["14/06/2024", "Wages", "2,310.00", "3,264.90", balance],
            ["21/06/2024", "Rent", "-870.00", "2,394.90", "2,394.90"],
          ],
        ),
        ...lines(["Closing balance 2,394.90"], 200),
      ],
    ],
    printed: "3,264.90",
    altered: ["3,265.90"],
  },
  "a figure of the line that sums up products": {
    paper: (total) => [
      [
        ...lines(["Harbour Bank", "GBP statement"]),
        ...table(
          [
            { x: 40 },
            { x: 300, right: true },
            { x: 380, right: true },
            { x: 460, right: true },
            { x: 550, right: true },
          ],
          [
            ["Product", "Opening balance", "Money out", "Money in", "Closing balance"],
            ["Account (Current Account)", "1,000.00", "915.10", "2,310.00", "2,394.90"],
            ["Total", "1,000.00", "915.10", "2,310.00", total],
          ],
          70,
        ),
        ...table(sided, [headings, ...rows.slice(0, 3)], 140),
      ],
    ],
    printed: "2,394.90",
    altered: ["2,395.90"],
  },
  "the column of the last balance, where no other says its side": {
    paper: (sides) => [
      [
        ...lines([...head, "Currency: GBP", "Opening balance 1,000.00"]),
        ...table(
          [{ x: 40 }, { x: 110 }, { x: 430, right: true }, { x: 520, right: true }],
          [
            ["Date", "Description", "Debit", "Credit"],
            ["", "Opening balance", "", "1,000.00"],
            ["21/06/2024", "Rent", "870.00", ""],
            ["", "Closing balance", ...sides.split("/")],
          ],
        ),
      ],
    ],
    printed: "/130.00",
    altered: ["130.00/"],
  },
  "a balance above the rows in the words that head the column of theirs": {
    paper: (balance) => [
      [
        ...lines([...head, `Saldo contabilístico ${balance} EUR`]),
        ...table(sided, [
          ["Data", "Descrição", "Débito", "Crédito", "Saldo contabilístico"],
          ...rows.slice(2).toReversed(),
        ]),
      ],
      table(sided, [
        ["Data", "Descrição", "Débito", "Crédito", "Saldo contabilístico"],
        ...rows.slice(0, 2).toReversed(),
        ["", "Saldo inicial", "", "", "1,000.00"],
      ]),
    ],
    printed: "2,407.25",
    altered: ["2,417.25"],
  },
});
