import { card, seesThroughAll, signed } from "./altered-paper.ts";
import { lines, table } from "./draw-pages.ts";

seesThroughAll({
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
  "what is due and by when, beside a summary that says it too": {
    paper: (dues) => [
      [
        ...lines(["Example Bank Credit Card Statement"]),
        ...table(
          [{ x: 40 }, { x: 180 }, { x: 310 }, { x: 430 }],
          [
            ["Payment Due Date", "Total Amount Due", "Minimum Amount Due", "Credit Limit"],
            ["05/07/2024", dues.split("/")[0]!, "10.80", "2,000.00"],
          ],
          60,
        ),
        ...table(
          [{ x: 40 }, { x: 140 }, { x: 250 }, { x: 360 }, { x: 470 }],
          [
            ["Previous Balance", "Payments/ Credits", "Purchases/ Debits", "Finance Charges", "Total Dues"],
            ["125.00", dues.split("/")[1]!, "218.50", "0.00", dues.split("/")[2]!],
          ],
          90,
        ),
        ...table(
          [{ x: 40 }, { x: 120 }, { x: 540, right: true }],
          [
            ["Date", "Transaction Details", "Amount"],
            ["18/05/2024", "Grocer", "23.40 DR"],
            ["28/05/2024", "Payment received", "125.00 CR"],
            ["02/06/2024", "Hotel", "195.10 DR"],
          ],
          130,
        ),
      ],
    ],
    printed: "218.50/125.00/218.50",
    altered: ["219.50/125.00/218.50", "218.50/125.00/219.50", "218.50/126.00/218.50"],
  },
  "the sums of a card, one put for the other, in words of which one is of purchases alone": {
    paper: (sums) => {
      const [payments, purchases] = sums.split("/");
      return [
        [
          ...lines([
            "Fatura do cartão de crédito",
            "Fatura anterior 2,20",
            `Pagamentos ${payments}`,
            `Compras ${purchases}`,
            "Total a pagar 231,25",
          ]),
          ...table(
            signed,
            [
              ["Data", "Descrição", "Valor"],
              ["13/06/2024", "Hotel", "398,45"],
              ["24/06/2024", "Pagamento recebido", "-169,40"],
            ],
            130,
          ),
        ],
      ];
    },
    printed: "169,40/398,45",
    altered: ["398,45/169,40"],
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
});
