import { card, head, seesThroughAll, sided, signed } from "./altered-paper.ts";
import { lines, table } from "./draw-pages.ts";

const words = ["Drano", "Mikorala", "Tipelo", "Kvanto", "Restelo"];

seesThroughAll({
  "a note of debit or credit in a column of its own": {
    paper: (note) => [
      [
        ...lines(["Banco Central", "Cuenta corriente 12345678", "Saldo inicial 1.000,00 EUR"]),
        ...table(
          [{ x: 40 }, { x: 110 }, { x: 150 }, { x: 430, right: true }, { x: 520, right: true }],
          [
            ["Fecha", "Tipo", "Concepto", "Valor", "Saldo"],
            ["03/06/2024", "ND", "Mercado", "45,10", "954,90"],
            ["14/06/2024", "NC", "Sueldo", "2.310,00", "3.264,90"],
            ["21/06/2024", note, "Alquiler", "870,00", "2.394,90"],
            ["24/06/2024", "ND", "Luz", "62,15", "2.332,75"],
            ["28/06/2024", "NC", "Reintegro", "12,35", "2.345,10"],
          ],
        ),
      ],
    ],
    printed: "ND",
    altered: ["NC"],
  },
  "a minus before an amount that has the mark of its side": {
    paper: (amount) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(signed, [
          ["Date", "Description", "Amount", "Balance"],
          ["03/06/2024", "Grocer", "45.10 DR", "954.90"],
          ["14/06/2024", "Wages", amount, "3,264.90"],
          ["21/06/2024", "Rent", "870.00 DR", "2,394.90"],
          ["28/06/2024", "Refund", "12.35 CR", "2,407.25"],
        ]),
      ],
    ],
    printed: "2,310.00 CR",
    altered: ["-2,310.00 CR"],
  },
  "the sign of one amount where all others have a plus or a minus": {
    paper: (amount) => [
      [
        ...lines([...head, "Opening balance 1,000.00 GBP"]),
        ...table(signed, [
          ["Date", "Description", "Amount", "Balance"],
          ["03/06/2024", "Grocer", "-45.10", "954.90"],
          ["14/06/2024", "Wages", "+2,310.00", "3,264.90"],
          ["21/06/2024", "Rent", amount, "2,394.90"],
          ["24/06/2024", "Grocer", "-94.90", "2,300.00"],
          ["28/06/2024", "Refund", "+12.35", "2,312.35"],
        ]),
      ],
    ],
    printed: "-870.00",
    altered: ["870.00"],
  },
  "both balances of a card, one put for the other above the least payment": {
    paper: (ends) => [
      [
        ...lines(["Credit card statement", ...ends.split("/"), "Minimum payment due 5.00"]),
        ...table(signed, [
          card,
          ["03/06/2024", "Grocer", "14.83"],
          ["14/06/2024", "Payment", "-8.95"],
          ["21/06/2024", "Hotel", "407.90"],
          ["22/06/2024", "Cinema", "26.66"],
        ]),
      ],
    ],
    printed: "Previous balance 8.95/Total amount due 449.39",
    altered: ["Previous balance 449.39/Total amount due 8.95"],
  },
  "both balances of a card with a row of each side": {
    paper: (ends) => [
      [
        ...lines(["Credit card statement", ...ends.split("/"), "Minimum payment due 5.00"]),
        ...table(signed, [card, ["03/06/2024", "Transfer", "-75.70"], ["14/06/2024", "Transfer", "109.16"]]),
      ],
    ],
    printed: "Previous balance 75.70/Total amount due 109.16",
    altered: ["Previous balance 109.16/Total amount due 75.70"],
  },
  "the minus of what a card owes, beside the same sum of its purchases": {
    paper: (due) => [
      [
        ...lines([
          "Extrato do cartão de crédito",
          "Fatura anterior: 604,58",
          "Pagamentos efetuados: 604,58",
          "Lançamentos atuais: 574,66",
          `Valor total: ${due}`,
          "Pagamento mínimo: 0,00",
        ]),
        ...table(signed, [
          ["Data mov.", "Descritivo", "Valor"],
          ["06-09-2021", "Livraria", "500,00"],
          ["09-09-2021", "Pagamento", "604,58-"],
          ["16-09-2021", "Cinema", "74,66"],
        ]),
      ],
    ],
    printed: "574,66",
    altered: ["574,66-"],
  },
  "a last balance moved to the column of money out, above a list of daily balances": {
    paper: (cells) => [
      [
        ...lines([...head, "Opening balance 78.04", "Total money in 0.00", "Total money out 18.04"]),
        ...table(
          sided,
          [
            ["Date", "Description", "Money out", "Money in"],
            ["", "Closing balance", ...cells.split("/")],
            ["10/02/2024", "Energy", "18.04", "0.00"],
          ],
          110,
        ),
        ...table(
          [{ x: 40 }, { x: 260, right: true }],
          [["Daily ending balance"], ["10/02/2024", "60.00"]],
          155,
        ),
      ],
    ],
    printed: "/60.00",
    altered: ["60.00/"],
  },
  "a row's side against its word, in a language that nobody knows": {
    paper: (row) => [
      [
        ...lines(["Harbour Trust", "Unua restelo: 1.000,00", "Fina restelo: 1.035,00"]),
        ...table(
          [{ x: 40 }, { x: 110 }, { x: 300 }, { x: 430, right: true }, { x: 520, right: true }],
          [
            words,
            ["14.02.2022", "Sendo", "Ven", "100,00", "1.100,00"],
            ["15.02.2022", "Karto", "For", "10,00", "1.090,00"],
            ["16.02.2022", "Pago", "For", "20,00", "1.070,00"],
            ["17.02.2022", "Karto", "For", "30,00", "1.040,00"],
            ["18.02.2022", "Sendo", "Ven", "1,00", "1.041,00"],
            ["19.02.2022", "Pago", "For", "2,00", "1.039,00"],
            ["20.02.2022", "Karto", "Ven", "3,00", "1.042,00"],
            ["21.02.2022", "Sendo", "Ven", "4,00", "1.046,00"],
            ["22.02.2022", "Sendo", "Ven", "5,00", "1.051,00"],
            ["23.02.2022", "Pago", "For", "6,00", "1.045,00"],
            ["24.02.2022", "Pago", row, "10,00", "1.035,00"],
          ],
        ),
      ],
    ],
    printed: "For",
    altered: ["Ven"],
  },
  "the sign of a last balance below the rows, in words that are not known": {
    paper: (closing) => [
      [
        ...lines(["Harbour Trust", "Vorrimak telundo"]),
        ...table(signed, [
          ["2024-02-01", "Unua restelo", "", "2.931,06"],
          ["2024-02-18", "Sendo Apoteko", "-308,57", "2.622,49"],
          ["2024-02-19", "Pago Kafejo", "-2.700,00", "-77,51"],
          ["", "Fina restelo", "", closing],
        ]),
      ],
    ],
    printed: "-77,51",
    altered: ["77,51"],
  },
});
