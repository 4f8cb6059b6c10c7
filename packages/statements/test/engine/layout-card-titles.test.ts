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

test("holders of cards each with their sum, on a paper that names its bank before what it is", async () => {
  const holders = (due: string) => [
    [
      ...lines(["Banque du Ponant - Relevé de carte Business", "Période du 02/06/2024 au 29/06/2024"]),
      ...table(
        [{ x: 40 }, { x: 100 }, { x: 160 }, { x: 500, right: true }],
        [
          ["Date", "Date débit", "Commerçant", "Montant EUR"],
          ["Carte n° **** 4410 - YANN LE GOFF"],
          ["28/06", "04/07", "Marché", "80,00"],
          ["11/06", "04/07", "Papier", "12,00"],
          ["03/06", "04/07", "Gare", "8,00"],
          ["", "", "Sous-total carte **** 4410", "100,00"],
          ["Carte n° **** 2201 - SOAZIG RIOU"],
          ["27/06", "04/07", "Remboursement", "-5,50"],
          ["14/06", "04/07", "Hôtel", "60,00"],
          ["", "", "Sous-total carte **** 2201", "54,50"],
          ["", "", "MONTANT TOTAL PRÉLEVÉ LE 04/07/2024", due],
        ],
      ),
    ],
  ];
  assert.deepEqual(outline(await readPages(holders("154,50"))), [
    "reconciled",
    "06-28 -80.00 Marché",
    "06-11 -12.00 Papier",
    "06-03 -8.00 Gare",
    "06-27 +5.50 Remboursement",
    "06-14 -60.00 Hôtel",
  ]);
  assert.notEqual((await readPages(holders("164,50"))).status, "reconciled");
});
