import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

test("a card's summary right of the rows, on their lines and between them", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 100 }, { x: 360, right: true }];
  const beside = (y: number, label: string, amount: string): Piece[] => [
    { x: 400, y, text: label },
    { x: 560, y, text: amount, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Credit card statement"]),
      ...table(columns, [
        ["Date", "Details", "Amount"],
        ["03/06/2024", "Grocer", "$80.00"],
        ["05/06/2024", "Payment, thank you", "-$100.00"],
        ["14/06/2024", "Cinema", "$20.00"],
        ["25/06/2024", "Tram", "$2.50"],
      ]),
      ...beside(114, "Previous balance", "$100.00"),
      ...beside(128, "Payments and credits", "-$100.00"),
      ...beside(149, "New balance", "$102.50"),
      ...beside(163, "Minimum payment", "$10.00"),
      ...beside(177, "Credit limit", "$5,000.00"),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-05 +100.00 Payment, thank you",
    "06-14 -20.00 Cinema",
    "06-25 -2.50 Tram",
  ]);
});

test("the heading of balances that comes again above each day's row is no summary beside the rows", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 200 }, { x: 420, right: true }, { x: 470 }];
  const days = [
    ["2 de Janeiro de 2024", "Compra PADARIA", "-R$ 60,00", "R$ 940,00"],
    ["5 de Janeiro de 2024", "Pix MARIA", "R$ 100,00", "R$ 1.040,00"],
    ["6 de Janeiro de 2024", "Compra FARMACIA", "-R$ 20,00", "R$ 1.020,00"],
    ["8 de Janeiro de 2024", "Pix JOAO", "-R$ 5,50", "R$ 1.014,50"],
  ] as const;
  const statement = await readPages([
    [
      ...lines(["Extrato de conta corrente", "Saldo anterior R$ 1.000,00"]),
      ...days.flatMap(([day, text, amount, balance], at) =>
        table(
          columns,
          [
            [day, `Saldo do dia: ${balance}`, "Valor", "Saldo por transação"],
            [text, "", amount, balance],
          ],
          110 + 40 * at,
        ),
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "01-02 -60.00 Compra PADARIA",
    "01-05 +100.00 Pix MARIA",
    "01-06 -20.00 Compra FARMACIA",
    "01-08 -5.50 Pix JOAO",
  ]);
});

test("a balance with its day below both tables is of neither", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 100.00"]),
      ...table(
        [40, 310].flatMap((x) => [{ x }, { x: x + 50 }, { x: x + 240, right: true }]),
        [
          ["Debits", "", "", "Credits"],
          ["Date", "Details", "Amount", "Date", "Details", "Amount"],
          ["01/06/2024", "Bakery", "10.00", "03/06/2024", "Wage", "100.00"],
          ["02/06/2024", "Cinema", "20.00"],
          ["", "Total debits", "30.00", "", "Total credits", "100.00"],
          ["New balance on 30/06/2024 170.00"],
        ],
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-01 -10.00 Bakery",
    "06-02 -20.00 Cinema",
    "06-03 +100.00 Wage",
  ]);
});
