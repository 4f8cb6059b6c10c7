import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { figures, outline, readPages } from "./read-drawn.ts";

const sided: Column[] = [
  { x: 40 },
  { x: 120 },
  { x: 390, right: true },
  { x: 470, right: true },
  { x: 550, right: true },
];
const head = ["Date", "Details", "Debit", "Credit", "Balance"];

test("accounts in one file whose balances are named in two languages, dated as the rows are", async () => {
  const account = (name: string, top: number, opening: string, rows: string[][], closing: string) => [
    ...lines([name], top),
    ...table(
      sided,
      [
        head,
        ["01/03/2024", "Saldo anterior / Balance brought forward", "", "", opening],
        ...rows,
        ["31/03/2024", "Saldo final / Balance carried forward", "", "", closing],
      ],
      top + 20,
    ),
  ];
  const first = [["05/03/2024", "Grocer", "80.00", "", "920.00"]];
  const second = [["14/03/2024", "Wage", "", "30.00", "530.00"]];
  const statement = await readPages([
    [
      ...account("Savings MOP", 100, "1,000.00", first, "920.00"),
      ...account("Savings HKD", 220, "500.00", second, "530.00"),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "03-05 -80.00 Grocer",
    "reconciled",
    "03-14 +30.00 Wage",
  ]);
});

test("balances by day below their title in two languages are no rows", async () => {
  const statement = await readPages([
    [
      ...lines([
        "Statement 1 April 2024 to 30 April 2024",
        "Beginning balance 1,000.00",
        "Ending balance 865.50",
      ]),
      ...lines(["CHECKS AND OTHER DEBITS / CHEQUES Y OTROS DÉBITOS"], 100),
      ...table(
        [{ x: 40 }, { x: 120 }, { x: 470, right: true }],
        [
          ["Date", "Description", "Amount"],
          ["04-03", "Grocer", "80.00"],
          ["04-09", "Parking", "5.50"],
          ["04-14", "Chemist", "49.00"],
          ["", "Total", "134.50"],
        ],
        120,
      ),
      ...lines(["DAILY BALANCES / BALANCES DIARIOS"], 200),
      ...table(
        [{ x: 40 }, { x: 140, right: true }, { x: 200 }, { x: 300, right: true }],
        [
          ["04-03", "920.00", "04-09", "914.50"],
          ["04-14", "865.50"],
        ],
        214,
      ),
    ],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "04-03 -80.00", "04-09 -5.50", "04-14 -49.00"]);
});
