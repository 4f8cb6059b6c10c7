import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

test("the sides stand over the tables, each above its own headings", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 100 },
    { x: 270, right: true },
    { x: 310 },
    { x: 370 },
    { x: 550, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00", "Closing balance 1,120.00"]),
      ...table(columns, [
        ["LODGEMENTS", "", "", "WITHDRAWALS"],
        ["Date", "Details", "Amount", "Date", "Details", "Amount"],
        ["14/06/2024", "Wage", "200.00", "03/06/2024", "Grocer", "80.00"],
        ["15/06/2024", "Refund", "5.50", "25/06/2024", "Cinema", "5.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-14 +200.00 Wage",
    "06-15 +5.50 Refund",
    "06-03 -80.00 Grocer",
    "06-25 -5.50 Cinema",
  ]);
});

test("a savings book whose first amount has a plus and is its balance", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 440, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    table(columns, [
      ["Datum", "Text", "Ein-/Auszahlung", "Guthaben"],
      ["03.06.2024", "Einlage", "80,00+", "80,00"],
      ["14.06.2024", "Einlage", "200,00+", "280,00"],
      ["25.06.2024", "Behebung", "5,50-", "274,50"],
    ]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 +80.00 Einlage",
    "06-14 +200.00 Einlage",
    "06-25 -5.50 Behebung",
  ]);
});

test("a card that only the network's name in the first line tells", async () => {
  const statement = await readPages([
    [
      ...lines([
        "Low Rate Mastercard",
        "Opening balance $1,000.00",
        "New transactions and charges $85.50",
        "Payments and refunds -$200.00",
        "Closing balance $885.50",
      ]),
      ...table(
        [{ x: 40 }, { x: 110 }, { x: 520, right: true }],
        [
          ["Date", "Transaction details", "Amount (A$)"],
          ["03 Jun 2024", "Grocer", "80.00"],
          ["14 Jun 2024", "Payment", "200.00-"],
          ["25 Jun 2024", "Cinema", "5.50"],
        ],
        140,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Payment",
    "06-25 -5.50 Cinema",
  ]);
});

test("sums of both sides behind one another, before the words for both", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 235, right: true }, { x: 310, right: true }, { x: 330 }];
  const statement = await readPages([
    table(columns, [
      ["Data", "Addebiti", "Accrediti", "Descrizione"],
      ["31/05/2024", "", "1.000,00", "SALDO INIZIALE"],
      ["03/06/2024", "80,00", "", "Grocer"],
      ["14/06/2024", "", "200,00", "Wage"],
      ["25/06/2024", "5,50", "", "Cinema"],
      ["", "", "1.114,50", "SALDO FINALE"],
      ["", "85,50", "200,00", "TOTALE USCITE / ENTRATE"],
    ]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage",
    "06-25 -5.50 Cinema",
  ]);
});

const signed: Column[] = [{ x: 40 }, { x: 110 }, { x: 540, right: true }];

test("altered: the sums of both sides stand in the lines of both balances", async () => {
  const status = async (moneyIn: string) =>
    (
      await readPages([
        [
          ...table(
            [{ x: 40 }, { x: 250, right: true }, { x: 320 }, { x: 480, right: true }],
            [
              ["Balance on 01 June 2024", "£1,000.00", "Money In", moneyIn],
              ["Balance on 30 June 2024", "£1,114.50", "Money Out", "£85.50"],
            ],
            60,
          ),
          ...table(signed, [
            ["Date", "Description", "Amount (£)"],
            ["03 Jun 24", "Grocer", "-80.00"],
            ["14 Jun 24", "Wage", "200.00"],
            ["25 Jun 24", "Cinema", "-5.50"],
          ]),
        ],
      ])
    ).status;
  assert.equal(await status("£200.00"), "reconciled");
  assert.notEqual(await status("£700.00"), "reconciled");
});

for (const [credits, debits] of [
  ["Totaal creditverrichtingen", "Totaal debetverrichtingen"],
  ["Kreditni obraty", "Debetni obraty"],
])
  test(`altered: ${credits}`, async () => {
    const status = async (sum: string) =>
      (
        await readPages([
          [
            ...lines(["Opening balance 1.000,00", "Closing balance 1.114,50"]),
            ...table(signed, [
              ["Date", "Description", "Amount"],
              ["03.06.2024", "Grocer", "-80,00"],
              ["14.06.2024", "Wage", "200,00"],
              ["25.06.2024", "Cinema", "-5,50"],
            ]),
            ...lines([`${credits}: ${sum}`, `${debits}: -85,50`], 170),
          ],
        ])
      ).status;
    assert.equal(await status("200,00"), "reconciled");
    assert.notEqual(await status("700,00"), "reconciled");
  });
