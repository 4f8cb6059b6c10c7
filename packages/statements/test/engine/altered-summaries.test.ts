import { card, cardRows, head, headings, rows, seesThroughAll, sided, signed } from "./altered-paper.ts";
import { lines, table } from "./draw-pages.ts";

seesThroughAll({
  "one part that was nought, in words that name no sum": {
    paper: (transfers) => [
      [
        ...lines([
          "Credit card statement",
          "Previous balance 609.06",
          "Payments -609.06",
          "Purchases +609.07",
          "Cash advances 0.00",
          `Balance transfers ${transfers}`,
          "New balance 609.07",
        ]),
        ...table(signed, cardRows, 170),
      ],
    ],
    printed: "0.00",
    altered: ["1.00"],
  },
  "one part of a list that another one stands beside": {
    paper: (parts) => [
      [
        ...lines(["Credit card statement"]),
        ...table(
          [{ x: 40 }, { x: 250, right: true }],
          [
            ["Previous balance", "609.06"],
            ...parts.split("/").map((part) => part.split(":")),
            ["Fees and charges", "0.01"],
            ["New balance", "609.07"],
          ],
          70,
        ),
        ...table([{ x: 330 }, { x: 550, right: true }], [["Credit limit", "6,500.00"]], 79),
        ...table([{ x: 330 }, { x: 550, right: true }], [["Available to spend", "5,890.93"]], 93),
        ...table(
          signed,
          [
            card,
            ["03/06/2024", "Grocer", "92.61"],
            ["14/06/2024", "Payment", "-609.06"],
            ["21/06/2024", "Hotel", "516.45"],
            ["21/06/2024", "Charge", "0.01"],
          ],
          170,
        ),
      ],
    ],
    printed: "Payments received:-609.06/Purchases and cash:609.06",
    altered: [
      "Payments received:-609.06/Purchases and cash:609.56",
      "Payments received:-609.86/Purchases and cash:609.06",
    ],
  },
  "one kind of rows in a table by kinds": {
    paper: (fees) => [
      [
        ...lines(head),
        ...table(
          [{ x: 40 }, { x: 300, right: true }, { x: 420, right: true }],
          [
            ["Kind", "Paid in", "Paid out"],
            ["Cards:", "12.35", "45.10"],
            ["Standing orders:", ...fees.split("/")],
            ["TOTAL:", "2,322.35", "915.10"],
          ],
          90,
        ),
        ...table(sided, [headings, ["01/06/2024", "Opening balance", "", "", "1,000.00"], ...rows], 170),
      ],
    ],
    printed: "2,310.00/870.00",
    altered: ["2,310.00/878.00", "2,311.00/870.00", "0.00/870.01"],
  },
  "one kind of rows in a list above their sum": {
    paper: (fees) => [
      [
        ...lines([...head, "Opening balance 1,000.00"]),
        ...table(
          [{ x: 40 }, { x: 300, right: true }],
          [
            ["Cards", "45.10"],
            ["Standing orders", "870.00"],
            ["Service", fees],
            ["Total payments out", "915.10"],
          ],
          90,
        ),
        ...table(sided, [headings, ...rows], 170),
      ],
    ],
    printed: "0.00",
    altered: ["1.00"],
  },
  "what both sums come to": {
    paper: (total) => [
      [
        ...lines(head),
        ...table(
          [{ x: 40 }, { x: 250, right: true }, { x: 340, right: true }],
          [
            ["", "Number", "Amount"],
            ["Credits", "2", "2,322.35"],
            ["Debits", "2", "915.10"],
            ["Total", "4", total],
          ],
          90,
        ),
        ...table(sided, [headings, ["01/06/2024", "Opening balance", "", "", "1,000.00"], ...rows], 170),
      ],
    ],
    printed: "1,407.25",
    altered: ["1,408.25"],
  },
  "what is due, in a sentence below the rows": {
    paper: (due) => [
      [
        ...lines(["Credit card statement", "Previous balance 609.06"]),
        ...table(signed, [...cardRows, ["", "New balance", "609.07"]]),
        ...lines([`Ihren Rechnungsbetrag in Höhe von ${due} EUR ziehen wir von Ihrem Konto ein.`], 220),
      ],
    ],
    printed: "609.07",
    altered: ["619.07"],
  },
  "both sums of a summary in one line, named above it": {
    paper: (sums) => [
      [
        ...lines(["Credit card statement"]),
        ...table(
          [{ x: 40 }, { x: 150 }, { x: 260 }, { x: 370 }, { x: 480 }],
          [
            ["Previous balance", "Payments", "Purchases", "New balance", "Minimum payment"],
            ["609.06", ...sums.split("/"), "609.07", "40.00"],
          ],
          70,
        ),
        ...table(signed, cardRows, 130),
      ],
    ],
    printed: "609.06/609.07",
    altered: ["627.13/640.11", "609.06/640.11"],
  },
});
