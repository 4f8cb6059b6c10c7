import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];

/** A card in two currencies, each with a column of amounts and balances of its own. */
function card(lastInDollars: string) {
  return [
    [
      ...lines(["Credit card statement", "New balance $ 1.180,50", "New balance US$ 58,40"]),
      ...table(columns, [
        ["Date", "Description", "Pesos", "Dollars"],
        ["", "Previous balance", "900,00", "20,00"],
        ["03/06/2024", "Payment in pesos", "900,00-", ""],
        ["04/06/2024", "Payment USD", "", "20,00-"],
        ["14/06/2024", "Grocer", "980,50", ""],
        ["15/06/2024", "Music abroad USD 12,40", "", "12,40"],
        ["19/06/2024", "Shoes", "200,00", ""],
        ["22/06/2024", "Hotel", "", lastInDollars],
        ["", "New balance", "1.180,50", "58,40"],
      ]),
    ],
  ];
}

test("a card's columns of amounts in two currencies are two accounts", async () => {
  const statement = await readPages(card("46,00"));
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 +900.00 Payment in pesos",
    "06-14 -980.50 Grocer",
    "06-19 -200.00 Shoes",
    "reconciled",
    "06-04 +20.00 Payment USD",
    "06-15 -12.40 Music abroad USD 12,40",
    "06-22 -46.00 Hotel",
  ]);
  assert.equal(statement.accounts[1]!.currency, "USD");
});

test("where one of the currencies does not add up nothing is proven", async () => {
  assert.notEqual((await readPages(card("45,00"))).status, "reconciled");
});

test("a summary under the names of both currencies", async () => {
  const statement = await readPages([
    [
      ...lines(["Estado de cuenta de tarjeta de crédito", "Periodo: 02/03/2024 al 30/03/2024"]),
      ...table(
        [{ x: 40 }, { x: 300, right: true }, { x: 400, right: true }],
        [
          ["", "Soles (S/)", "Dólares (US$)"],
          ["Pago total del mes", "280.50", "58.40"],
          ["Pago mínimo del mes", "14.00", "3.00"],
        ],
        70,
      ),
      ...table(
        [{ x: 40 }, { x: 120 }, { x: 200 }, { x: 440, right: true }, { x: 530, right: true }],
        [
          ["Fecha de proceso", "Fecha de consumo", "Descripción", "Monto S/", "Monto US$"],
          ["", "", "SALDO ANTERIOR", "200.00", "20.00"],
          ["06/03/2024", "06/03/2024", "Pago", "200.00-", ""],
          ["07/03/2024", "07/03/2024", "Mercado", "80.50", ""],
          ["08/03/2024", "08/03/2024", "Hotel", "", "38.40"],
          ["25/03/2024", "25/03/2024", "Botica", "200.00", ""],
        ],
        140,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "03-06 +200.00 Pago",
    "03-07 -80.50 Mercado",
    "03-25 -200.00 Botica",
    "reconciled",
    "03-08 -38.40 Hotel",
  ]);
});
