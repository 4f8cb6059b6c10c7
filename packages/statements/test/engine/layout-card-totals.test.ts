import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const listed: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 400, right: true },
  { x: 440 },
  { x: 540, right: true },
];

function instalments(due: string) {
  return [
    [
      ...lines(["Credit card statement", `Total amount due ${due}`]),
      ...table(listed, [
        ["Date", "Description", "Purchase amount", "Part", "Amount to pay"],
        ["03/06/2024", "Grocer", "80.00", "", "80.00"],
        ["14/06/2024", "Sofa", "900.00", "1 of 3", "300.00"],
        ["25/06/2024", "Cinema", "5.50", "", "5.50"],
        ["26/06/2024", "Lamp", "50.00", "1 of 3", "16.67"],
      ]),
    ],
  ];
}

test("what is paid now of a purchase stands beside what it costs as a whole", async () => {
  assert.deepEqual(outline(await readPages(instalments("402.17"))).slice(0, 3), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 -300.00 Sofa 1 of 3",
  ]);
  assert.notEqual((await readPages(instalments("412.17"))).status, "reconciled");
});

const bill = (other: string) => [
  [
    ...lines(["Credit card statement", "Previous balance 50.00", "Total purchases 180.00", `Other ${other}`]),
    ...lines(["Total amount due 132.10", "Minimum payment 25.00"], 96),
    ...table(
      [{ x: 40 }, { x: 110 }, { x: 540, right: true }],
      [
        ["Date", "Description", "Amount"],
        ["03/06/2024", "Grocer", "80.00"],
        ["11/06/2024", "Payment received", "-100.00"],
        ["25/06/2024", "Shoes", "100.00"],
        ["26/06/2024", "Tax on purchases abroad", "2.10"],
      ],
      170,
    ),
  ],
];

test("a sum of purchases lacks what else was charged, where that is printed beside it", async () => {
  assert.equal((await readPages(bill("2.10"))).status, "reconciled");
  assert.notEqual((await readPages(bill("3.10"))).status, "reconciled");
});

test("purchases that are paid off in parts, listed below the rows, are none of them", async () => {
  const statement = await readPages([
    [
      ...lines(["EXTRACTO DE TARJETA DE CRÉDITO"]),
      ...table(listed, [
        ["Fecha", "Comercio", "", "", "Importe (EUR)"],
        ["03/06/2024", "Panaderia", "", "", "80,00"],
        ["14/06/2024", "Zapatos", "", "", "30,00"],
        ["", "TOTAL OPERACIONES", "", "", "110,00"],
        [""],
        ["COMPRAS APLAZADAS"],
        ["Fecha", "Comercio", "Importe", "Cuota", "Capital pendiente"],
        ["10/01/2024", "Sofa", "900,00", "90,00", "630,00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), ["reconciled", "06-03 -80.00 Panaderia", "06-14 -30.00 Zapatos"]);
});

const pesos = (total: string) => [
  [
    ...lines(["Banco Andino — Extracto Tarjeta Mastercard"]),
    ...table(
      [{ x: 40 }, { x: 300, right: true }],
      [
        ["Saldo anterior", "$ 500,00"],
        ["Compras del mes", "$ 110,00"],
      ],
      60,
    ),
    ...table(
      [{ x: 40 }, { x: 110 }, { x: 540, right: true }],
      [
        ["Fecha", "Descripción", "Monto"],
        ["03/06/2024", "Panaderia", "80,00"],
        ["14/06/2024", "Pago", "-300,00"],
        ["15/06/2024", "Zapatos", "30,00"],
        ["", "SALDO TOTAL", total],
      ],
      110,
    ),
  ],
];

test("a card's rows lead from the balance before to the total below them", async () => {
  assert.deepEqual(outline(await readPages(pesos("310,00"))), [
    "reconciled",
    "06-03 -80.00 Panaderia",
    "06-14 +300.00 Pago",
    "06-15 -30.00 Zapatos",
  ]);
  assert.notEqual((await readPages(pesos("320,00"))).status, "reconciled");
});

test("the extract of a card with nothing but what is charged to the account", async () => {
  const extract = (due: string) => [
    [
      ...lines(["Caja Meseta - Extracto Tarjeta Oro", "Fecha de liquidación 28/06/2024"]),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 400, right: true }],
        [
          ["03/06", "Mercado", "80,00"],
          ["14/06", "Devolución", "-20,00"],
          ["25/06", "Cine", "5,50"],
        ],
      ),
      ...lines([`Importe a cargar en su cuenta el 05/07/2024: ${due} €`], 160),
    ],
  ];
  assert.deepEqual(outline(await readPages(extract("65,50"))), [
    "reconciled",
    "06-03 -80.00 Mercado",
    "06-14 +20.00 Devolución",
    "06-25 -5.50 Cine",
  ]);
  assert.notEqual((await readPages(extract("66,50"))).status, "reconciled");
});
