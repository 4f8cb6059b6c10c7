import { card, head, headings, seesThroughAll, sided, signed, withoutBalances } from "./altered-paper.ts";
import { lines, table } from "./draw-pages.ts";

const numbered = [{ x: 40 }, { x: 110 }, { x: 230 }, { x: 430, right: true }, { x: 520, right: true }];

seesThroughAll({
  "one part of a list that goes from balance to balance": {
    paper: (fees) => [
      [
        ...lines([
          ...head,
          "Beginning balance 1,000.00",
          "Deposits and other additions 2,322.35",
          "Withdrawals and other subtractions -915.10",
          "Checks -0.00",
          `Service fees ${fees}`,
          "Ending balance 2,407.25",
        ]),
        ...table(sided, withoutBalances, 160),
        ...lines(["Total deposits and other additions 2,322.35"], 260),
      ],
    ],
    printed: "-0.00",
    altered: ["-1.00"],
  },
  "one of both sums in a line of text, with numbers of rows before them": {
    paper: (credits) => [
      [
        ...lines([...head, "Opening balance 1,000.00"]),
        ...table(signed, [
          ["Date", "Description", "Amount", "Balance"],
          ["03/06/2024", "Grocer", "-45.10", "954.90"],
          ["14/06/2024", "Wages", "2,310.00", "3,264.90"],
          ["21/06/2024", "Rent", "-870.00", "2,394.90"],
          ["28/06/2024", "Refund", "12.35", "2,407.25"],
        ]),
        ...lines(
          [
            `Turnover for Statement Period. No. Credit Transactions 2 ${credits} Cr. No. Debit Transactions 2 915.10 Dr.`,
          ],
          300,
        ),
      ],
    ],
    printed: "2,322.35",
    altered: ["2,332.35"],
  },
  "sums of another card between both balances": {
    paper: (sums) => [
      [
        ...lines([
          "Credit card statement",
          "Previous balance +623.38",
          ...sums.split("/"),
          "Total amount due +704.91",
        ]),
        ...table(sided, [
          ["Date", "Description", "", "Amount", "Balance"],
          ["09/01/2025", "Transfer", "", "+216.17", "+839.55"],
          ["10/01/2025", "Cinema", "", "-155.85", "+683.70"],
          ["12/01/2025", "Utilities", "", "+5.00", "+688.70"],
          ["18/01/2025", "Café", "", "+16.21", "+704.91"],
        ]),
      ],
    ],
    printed: "Payments and credits: 155.85/Purchases: 237.38",
    altered: ["Payments and credits: 155.12/Purchases: 6,033.51"],
  },
  "a card's purchases, which are what it owes": {
    paper: (purchases) => [
      [
        ...table(
          [{ x: 40 }, { x: 160 }, { x: 300 }, { x: 430 }],
          [
            ["Previous balance", "Payments and credits", "Purchases and charges", "Statement balance"],
            ["60.85", "97.42", purchases, "572.49"],
          ],
          60,
        ),
        ...lines(["Credit card statement"]),
        ...table(
          signed,
          [
            card,
            ["03/06/2024", "Grocer", "92.61"],
            ["14/06/2024", "Payment", "-97.42"],
            ["21/06/2024", "Hotel", "516.45"],
          ],
          110,
        ),
      ],
    ],
    printed: "609.06",
    altered: ["572.49"],
  },
  "a balance carried over in no columns, beside balances of rows": {
    paper: (carried) => [
      [
        ...lines([
          "Banco Ejemplo",
          "Cuenta: 1796090838",
          "Saldo inicial: 20'360.98",
          "Fecha operación     Concepto   Importe EUR   Saldo",
          "03-09-2024   Bizum LIBRERÍA LUNA 295.00 20'065.98",
          "03-09-2024   Pago con tarjeta EJEMPLO S.A. 135.92 19'930.06",
          "04-09-2024   SPEI FARMACIA CENTRAL 5.00 19'925.06",
          "05-09-2024   Recibo LIBRERÍA LUNA 3.57 19'928.63",
          "16-09-2024   Bizum METRO CIUDAD 26.70 19'901.93",
        ]),
      ],
      [
        ...lines([
          "Fecha operación     Concepto   Importe EUR   Saldo",
          `Suma anterior ${carried}`,
          "18-09-2024   Transferencia METRO CIUDAD 1'238.57 18'663.36",
          "20-09-2024   Recibo EJEMPLO S.A. 78.50 18'584.86",
          "24-09-2024   Transferencia CINE REX 5.00 18'579.86",
        ]),
      ],
    ],
    printed: "19'901.93",
    altered: ["19'901.33"],
  },
  "the amount of the first row rubbed out, above all balances": {
    paper: (first) => [
      [
        ...lines([...head, "Closing balance 462.94"]),
        ...table(numbered, [
          ["Date", "Description", "Reference", "Amount", "Balance"],
          first.split("/"),
          ["14-10-2024", "Pharmacy", "510532346", "-52.81", "1,236.34"],
          ["15-10-2024", "Transfer", "200546905", "595.00", "1,831.34"],
          ["16-10-2024", "Energy", "760601262", "-63.66", "1,767.68"],
          ["28-10-2024", "Baker", "986098544", "-1,304.74", "462.94"],
        ]),
      ],
    ],
    printed: "14-10-2024/Opening balance///1,289.15",
    altered: ["14-10-2024/Transfer/600846079//1,289.15"],
  },
  "a row's date rubbed out, where rows of one day print it each": {
    paper: (date) => [
      [
        ...lines([...head, "Opening balance 1,000.00"]),
        ...table(sided, [
          headings,
          ["03/06/2024", "Grocer", "45.10", "", "954.90"],
          [date, "Wages", "", "2,310.00", "3,264.90"],
          ["21/06/2024", "Rent", "870.00", "", "2,394.90"],
          ["21/06/2024", "Refund", "", "12.35", "2,407.25"],
        ]),
        ...lines(["Closing balance 2,407.25"], 200),
      ],
    ],
    printed: "14/06/2024",
    altered: [""],
  },
});
