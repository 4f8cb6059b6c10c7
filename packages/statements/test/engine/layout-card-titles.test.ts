import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const plain: Column[] = [{ x: 40 }, { x: 110 }, { x: 520, right: true }];

test("a network's name at the top and one of a card's own figures make a paper a card's", async () => {
  const statement = await readPages([
    [
      ...lines(["Cash Back Mastercard", "Statement from Jun 1 to Jun 30, 2024"]),
      ...table(
        [{ x: 300 }, { x: 520, right: true }],
        [
          ["PREVIOUS ACCOUNT BALANCE", "$1,000.00"],
          ["Payments & credits", "-$200.00"],
          ["Purchases & debits", "$85.50"],
          ["Cash advances", "$0.00"],
          ["NEW BALANCE", "$885.50"],
        ],
        80,
      ),
      ...table(
        plain,
        [
          ["DATE", "ACTIVITY DESCRIPTION", "AMOUNT ($)"],
          ["Jun 03", "Grocer", "$80.00"],
          ["Jun 14", "Payment", "-$200.00"],
          ["Jun 25", "Cinema", "$5.50"],
        ],
        180,
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

test("a card that is paid at the month's end from an account: its expenses, and no balance", async () => {
  const statement = await readPages([
    [
      ...lines(["RELEVÉ DE VOTRE CARTE BANCAIRE À DÉBIT DIFFÉRÉ"]),
      ...table(plain, [
        ["Date", "Commerçant", "Montant en EUR"],
        ["03/06/2024", "Grocer", "80,00"],
        ["25/06/2024", "Cinema", "5,50"],
        ["", "TOTAL DES DÉPENSES", "85,50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), ["reconciled", "06-03 -80.00 Grocer", "06-25 -5.50 Cinema"]);
});
