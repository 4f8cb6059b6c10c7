import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const section: Column[] = [{ x: 40 }, { x: 110 }, { x: 520, right: true }];
const both: Column[] = [{ x: 40 }, { x: 110 }, { x: 440, right: true }, { x: 520, right: true }];

test("a summary with a day beside either balance, and sums without any between them, is no table of rows", async () => {
  const statement = await readPages([
    [
      ...lines(["Statement Period Date: 6/1/2024 - 6/30/2024", "Account Summary"]),
      ...table(
        section,
        [
          ["06/01", "Beginning Balance", "$1,000.00"],
          ["4", "Checks", "$(85.50)"],
          ["1", "Deposits / Credits", "$200.00"],
          ["06/30", "Ending Balance", "$1,114.50"],
        ],
        100,
      ),
      ...lines(["Checks Paid"], 170),
      ...table(
        [0, 180, 360].flatMap((x) => [{ x: x + 40 }, { x: x + 100 }, { x: x + 190, right: true }]),
        [
          ["Check #", "Date", "Amount", "Check #", "Date", "Amount", "Check #", "Date", "Amount"],
          ["1201", "06/03", "40.00", "1202", "06/04", "30.00", "1203", "06/05", "10.00"],
          ["1204", "06/25", "5.50"],
        ],
        185,
      ),
      ...lines(["Deposits / Credits"], 240),
      ...table(
        section,
        [
          ["Date", "Description", "Amount"],
          ["06/14", "Wage", "$200.00"],
        ],
        255,
      ),
      ...lines(["Daily Balance Summary"], 310),
      ...table(
        [0, 180, 360].flatMap((x) => [{ x: x + 40 }, { x: x + 190, right: true }]),
        [
          ["Date", "Balance", "Date", "Balance", "Date", "Balance"],
          ["06/03", "960.00", "06/04", "930.00", "06/05", "920.00"],
          ["06/14", "1,120.00", "06/25", "1,114.50"],
        ],
        325,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -40.00 1201",
    "06-25 -5.50 1204",
    "06-04 -30.00 1202",
    "06-05 -10.00 1203",
    "06-14 +200.00 Wage",
  ]);
});

test("balances below a title of points are none of the account's", async () => {
  const statement = await readPages([
    [
      ...lines(["Harbour Credit Card Statement", "Previous Balance $120.00", "New Balance $205.50"]),
      ...lines(["Minimum Payment Due $35.00", "Period 06/01/2024 - 06/30/2024", "CASHBACK BONUS"], 82),
      ...lines(["Opening Balance $12.33", "New Bonus This Period + $4.10", "Closing Balance $16.43"], 124),
      ...lines(["PURCHASES"], 172),
      ...table(
        section,
        [
          ["Date", "Description", "Amount"],
          ["06/03", "Grocer", "$80.00"],
          ["06/25", "Cinema", "$5.50"],
        ],
        190,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), ["reconciled", "06-03 -80.00 Grocer", "06-25 -5.50 Cinema"]);
});

test("the day of booking above rows whose dates, behind their number, are those of payment", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 150 }, { x: 220 }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...lines(["TILIOTE", "Kausi 01.06.2024 - 30.06.2024"]),
      ...table(
        columns,
        [
          ["ARKISTOINTITUNNUS", "MAKSUPÄIVÄ", "SAAJA / MAKSAJA", "MÄÄRÄ"],
          ["", "ALKUSALDO", "", "1.000,00+"],
          ["", "KIRJAUSPÄIVÄ 03.06.", "", ""],
          ["0603/25880N/451760", "05.06.", "Grocer", "80,00-"],
          ["", "KIRJAUSPÄIVÄ 14.06.", "", ""],
          ["0614/25880N/451761", "14.06.", "Wage", "200,00+"],
          ["0614/25880N/451762", "17.06.", "Cinema", "5,50-"],
          ["", "LOPPUSALDO", "", "1.114,50+"],
        ],
        80,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage",
    "06-14 -5.50 Cinema",
  ]);
});

test("a closing balance in words of two languages, with the sums of both columns before it", async () => {
  const columns: Column[] = [...both, { x: 590, right: true }];
  const statement = await readPages([
    table(columns, [
      ["Date", "Description", "Paid Out", "Paid In", "Balance"],
      ["", "Saldo awal / Opening balance", "", "", "1,000.00"],
      ["03/06/2024", "Grocer", "80.00", "", "920.00"],
      ["14/06/2024", "Wage", "", "200.00", "1,120.00"],
      ["25/06/2024", "Cinema", "5.50", "", "1,114.50"],
      ["", "Saldo akhir / Closing balance", "85.50", "200.00", "1,114.50"],
    ]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage",
    "06-25 -5.50 Cinema",
  ]);
});

test("two accounts, each below its name, whose balances of a day open and close their rows", async () => {
  const statement = await readPages([
    [
      ...lines(["C/C EUROCOMPTE"]),
      ...table(
        both,
        [
          ["Date", "Opération", "Débit", "Crédit"],
          ["", "SOLDE CREDITEUR AU 31/05/2024", "", "1.000,00"],
          ["03/06/2024", "Grocer", "80,00", ""],
          ["14/06/2024", "Wage", "", "200,00"],
          ["", "SOLDE CREDITEUR AU 30/06/2024", "", "1.120,00"],
        ],
        70,
      ),
      ...lines(["LIVRET A"], 170),
      ...table(
        both,
        [
          ["Date", "Opération", "Débit", "Crédit"],
          ["", "SOLDE CREDITEUR AU 31/05/2024", "", "500,00"],
          ["25/06/2024", "Cinema", "5,50", ""],
          ["", "SOLDE CREDITEUR AU 30/06/2024", "", "494,50"],
        ],
        190,
      ),
    ],
  ]);
  assert.deepEqual(
    statement.accounts.map(({ status, closing_balance }) => `${status} ${closing_balance}`),
    ["reconciled 1120.00", "reconciled 494.50"],
  );
});

test("days of the solar calendar of Iran", async () => {
  const columns: Column[] = [...both, { x: 590, right: true }];
  const statement = await readPages([
    table(columns, [
      ["Date", "Description", "Paid Out", "Paid In", "Balance"],
      ["", "Opening balance", "", "", "1,000.00"],
      ["1403/12/30", "Grocer", "80.00", "", "920.00"],
      ["1404/01/01", "Wage", "", "200.00", "1,120.00"],
      ["1404/02/31", "Cinema", "5.50", "", "1,114.50"],
    ]),
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "03-20 -80.00 Grocer",
    "03-21 +200.00 Wage",
    "05-21 -5.50 Cinema",
  ]);
});

test("accounts in one table, each below its name in a line of text, without a number of their own", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 360, right: true }, { x: 440, right: true }];
  const statement = await readPages([
    [
      ...lines(["Integrated Account 012-345678-838", "Period 1 Jun 2024 - 30 Jun 2024"]),
      ...table(
        [...columns, { x: 520, right: true }],
        [
          ["Date", "Details", "Deposit", "Withdrawal", "Balance"],
          ["HKD Savings"],
          ["01 Jun", "Balance B/F", "", "", "1,000.00"],
          ["03 Jun", "Grocer", "", "80.00", "920.00"],
          ["14 Jun", "Wage", "200.00", "", "1,120.00"],
          ["30 Jun", "Balance C/F", "", "", "1,120.00"],
          ["USD Savings"],
          ["01 Jun", "Balance B/F", "", "", "300.00"],
          ["25 Jun", "Cinema", "", "5.50", "294.50"],
          ["30 Jun", "Balance C/F", "", "", "294.50"],
        ],
        80,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage",
    "reconciled",
    "06-25 -5.50 Cinema",
  ]);
});

const carriedPages = (carried: string) => [
  table(both, [
    ["DATA", "DESCRIZIONE", "DARE", "AVERE"],
    ["01/06/2024", "SALDO INIZIALE", "", "1.000,00"],
    ["03/06/2024", "Grocer", "80,00", ""],
    ["14/06/2024", "Wage", "", "200,00"],
    ["", "A RIPORTARE", "", carried],
  ]),
  table(both, [
    ["DATA", "DESCRIZIONE", "DARE", "AVERE"],
    ["", "RIPORTO", "", carried],
    ["25/06/2024", "Cinema", "5,50", ""],
    ["", "TOTALI", "85,50", "1.200,00"],
    ["30/06/2024", "SALDO FINALE", "", "1.114,50"],
  ]),
];

test("the balance so far is carried to the next page in the column of its side", async () => {
  assert.deepEqual(outline(await readPages(carriedPages("1.120,00"))), [
    "reconciled",
    "06-03 -80.00 Grocer",
    "06-14 +200.00 Wage",
    "06-25 -5.50 Cinema",
  ]);
  assert.equal((await readPages(carriedPages("1.130,00"))).status, "discrepant");
});
