import {
  card,
  head,
  headings,
  rows,
  seesThroughAll,
  sided,
  signed,
  withoutBalances,
} from "./altered-paper.ts";
import { lines, table } from "./draw-pages.ts";

seesThroughAll({
  "one of two sums before the words for both": {
    paper: (sums) => [
      [
        ...lines(["Banca Ligure", "Conto corrente 12345678", "Importi in euro"]),
        ...table(
          [{ x: 40 }, { x: 200, right: true }, { x: 280, right: true }, { x: 300 }],
          [
            ["DATA", "ADDEBITI", "ACCREDITI", "DESCRIZIONE"],
            ["01/06/2024", "", "1.000,00", "SALDO INIZIALE"],
            ["03/06/2024", "45,10", "", "SPESA"],
            ["14/06/2024", "", "2.310,00", "STIPENDIO"],
            ["21/06/2024", "870,00", "", "AFFITTO"],
            ["28/06/2024", "", "12,35", "RIMBORSO"],
            ["", ...sums.split(" "), "TOTALE ADDEBITI E ACCREDITI"],
            ["30/06/2024", "", "2.407,25", "SALDO FINALE"],
          ],
        ),
      ],
    ],
    printed: "915,10 2.322,35",
    altered: ["915,10 2.325,35", "919,10 2.322,35"],
  },
  "a sum right below the rows that does not say of which side it is": {
    paper: (sum) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP", "Closing balance 2,407.25 GBP"]),
        ...table(sided, [headings, ...rows]),
        ...lines([sum], 180),
      ],
    ],
    printed: "Total payments 915.10",
    altered: ["Total payments 919.10", "Total 919.10"],
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
  "sums of sides of which one has nothing but noughts, below the last balance": {
    paper: (sums) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(sided, [
          headings,
          ["14/06/2024", "Rent", "310.00", "0.00", "690.00"],
          ["", "Closing balance", "", "", "690.00"],
          ["", "Total", ...sums.split("/")],
        ]),
      ],
    ],
    printed: "310.00/0.00",
    altered: ["0.00/310.00", "310.00/5.00"],
  },
  "sums that touch in narrow columns": {
    paper: (sums) => [
      [
        ...lines([...head, "Opening balance 1,000.00"]),
        ...table(
          [{ x: 40 }, { x: 110 }, { x: 395, right: true }, { x: 430, right: true }, { x: 500, right: true }],
          [
            ["Date", "Description", "Out", "In", "Balance"],
            ["03/06/2024", "Grocer", "145.10", "", "854.90"],
            ["14/06/2024", "Wages", "", "310.00", "1,164.90"],
            ["21/06/2024", "Energy", "74.00", "", "1,090.90"],
            ["28/06/2024", "Refund", "", "912.35", "2,003.25"],
            ["", "Total", "", sums, ""],
          ],
        ),
      ],
    ],
    printed: "219.101,222.35",
    altered: ["219.101,232.35", "219.201,222.35"],
  },
  "the sum of one side of a day, in the line of that day": {
    paper: (sum) => [
      [
        ...lines([...head, "Opening balance 1,000.00", "Closing balance 1,407.40"]),
        ...table(
          [{ x: 40 }, { x: 120 }, { x: 520, right: true }],
          [
            ["02 Jun 2024", "Total out", `- ${sum}`],
            ["", "Grocer", "14.00"],
            ["04 Jun 2024", "Total in", "+ 551.40"],
            ["", "Wages", "551.40"],
            ["", "Total out", "- 130.00"],
            ["", "Rent", "130.00"],
          ],
          110,
        ),
      ],
    ],
    printed: "14.00",
    altered: ["15.00"],
  },
  "sums of both sides, of which a long one reaches under the column beside its own": {
    paper: (sums) => [
      [
        ...lines([...head, "Opening balance 439,128.09"]),
        ...table(
          [{ x: 40 }, { x: 110 }, { x: 440, right: true }, { x: 478, right: true }, { x: 550, right: true }],
          [
            ["Date", "Description", "Withdrawals", "Credits", "Balance"],
            ["03/06/2024", "Grocer", "45,100.00", "", "394,028.09"],
            ["14/06/2024", "Rent", "60,919.64", "", "333,108.45"],
            ["", "Total", ...sums.split("/")],
          ],
        ),
      ],
    ],
    printed: "106,019.64/0.00",
    altered: ["0.00/106,019.64"],
  },
  "the sum of one side in loose words, beside a nought for the other": {
    paper: (sum) => [
      [
        ...lines([
          "Credit card statement",
          "Previous balance 3.171.010",
          "Xyzzy 0",
          `Plugh ${sum}`,
          "Number of transactions 1",
          "New balance 3.183.185",
        ]),
        ...table(signed, [card, ["13/06/2024", "Grocer", "12.175"]], 140),
      ],
    ],
    printed: "12.175",
    altered: ["92.175"],
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
  "turnover of one side behind the number of its rows": {
    paper: (debits) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(sided, [headings, ...rows]),
        ...lines(
          [
            "Closing balance 2,407.25 GBP",
            "No. Credit Transactions : 2 Turnover Credits 2,322.35",
            `No. Debit Transactions : 2 Turnover Debits ${debits}`,
          ],
          200,
        ),
      ],
    ],
    printed: "915.10",
    altered: ["925.10"],
  },
});
