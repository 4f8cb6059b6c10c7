import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { figures, readPages } from "./read-drawn.ts";

const four: Column[] = [{ x: 40 }, { x: 120 }, { x: 470, right: true }, { x: 550, right: true }];

test("in escudos the sign of the money parts the cents", async () => {
  const statement = await readPages([
    [
      ...lines(["Extracto de conta, moeda: CVE"]),
      ...table(
        [{ x: 40 }, { x: 120 }, { x: 380, right: true }, { x: 470, right: true }, { x: 550, right: true }],
        [
          ["Data", "Descrição", "Débito", "Crédito", "Saldo"],
          ["", "Saldo anterior", "", "", "10.000$00"],
          ["14-02-2025", "Renda", "2.500$50", "", "7.499$50"],
          ["25-02-2025", "Ordenado", "", "985$65", "8.485$15"],
        ],
      ),
    ],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "02-14 -2500.50", "02-25 +985.65"]);
});

test("where text begins at the right, the closing balance stands first in its line, before the sums", async () => {
  const statement = await readPages([
    [
      ...lines(["Statement of account, currency: BHD"]),
      ...table(
        [{ x: 100, right: true }, { x: 190, right: true }, { x: 280, right: true }, { x: 330 }, { x: 480 }],
        [
          ["Balance", "Credit", "Debit", "Details", "Date"],
          ["1,000.000", "", "", "Opening balance", ""],
          ["920.000", "", "80.000", "Grocer", "14/04/2025"],
          ["1,120.000", "200.000", "", "Wage", "15/04/2025"],
          ["1,114.500", "", "5.500", "Cinema", "26/04/2025"],
          ["1,114.500", "200.000", "85.500", "Closing balance / Totals", ""],
        ],
      ),
    ],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "04-14 -80.000", "04-15 +200.000", "04-26 -5.500"]);
});

test("blanks for the zeros of a day in the year of an era", async () => {
  const statement = await readPages(
    [
      [
        ...table(four, [
          ["Date", "Details", "Amount", "Balance"],
          ["7- 2- 1", "Opening balance", "", "1,000"],
          ["7- 2- 4", "Rent", "-80", "920"],
          ["7- 2-11", "Wage", "200", "1,120"],
          ["7-12- 5", "Gas", "-5", "1,115"],
        ]),
        ...lines(["JPY 2025-02-01 - 2025-12-31"]),
      ],
    ],
    {},
    { created: "2026-01-15" },
  );
  assert.deepEqual(figures(statement), ["reconciled", "02-04 -80", "02-11 +200", "12-05 -5"]);
});

test("standing orders below a list of rates are no rows", async () => {
  const statement = await readPages([
    [
      ...lines(["Relevé de compte EUR"]),
      ...table(
        four,
        [
          ["Date", "Libellé", "Montant", "Solde"],
          ["", "Solde reporté", "", "1 000,00"],
          ["14/05/2025", "Loyer", "-80,00", "920,00"],
          ["25/05/2025", "Salaire", "200,00", "1 120,00"],
          ["", "Solde de clôture", "", "1 120,00"],
        ],
        70,
      ),
      ...table(
        four,
        [
          ["Taux du 30/05/2025"],
          ["USD", "131,2500", "132,7500"],
          ["Ordres permanents à venir"],
          ["Échéance", "Bénéficiaire", "Montant"],
          ["05/06/2025", "Loyer", "80,00"],
          ["10/06/2025", "Assurance", "32,50"],
        ],
        170,
      ),
    ],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "05-14 -80.00", "05-25 +200.00"]);
});

test("a code alone behind 'Currency | Amount' heads what a card was charged", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 110 },
    { x: 330 },
    { x: 450, right: true },
    { x: 550, right: true },
  ];
  const statement = await readPages([
    [
      ...lines(["Kartenkonto 4410 2277", "Saldo letzte Rechnung CHF 100.00", "Kreditlimite CHF 8'000.00"]),
      ...table(columns, [
        ["Datum", "Details", "Währung", "Betrag", "CHF"],
        ["04.06.2025", "Zahlung, besten Dank", "", "", "100.00 -"],
        ["14.06.2025", "Laden", "EUR", "74.50", "80.00"],
        ["15.06.2025", "Theater", "EUR", "60.45", "65.00"],
        ["26.06.2025", "Kino", "", "", "5.50"],
        ["", "Saldo zu unseren Gunsten", "", "", "150.50"],
      ]),
    ],
  ]);
  assert.deepEqual(figures(statement), [
    "reconciled",
    "06-04 +100.00",
    "06-14 -80.00",
    "06-15 -65.00",
    "06-26 -5.50",
  ]);
});

test("'Debit Memo' and 'Credit Memo' in a column of types say the sides", async () => {
  const statement = await readPages([
    [
      ...lines(["Transaction history PHP"]),
      ...table(
        [{ x: 40 }, { x: 120 }, { x: 350 }, { x: 550, right: true }],
        [
          ["Date", "Particulars", "Type", "Amount"],
          ["04/13/2025", "Grocer", "Debit Memo", "80.00"],
          ["04/14/2025", "Wage", "Credit Memo", "200.00"],
          ["04/25/2025", "Cinema", "Debit Memo", "5.50"],
        ],
      ),
    ],
  ]);
  assert.deepEqual(figures(statement), ["unverifiable", "04-13 -80.00", "04-14 +200.00", "04-25 -5.50"]);
});

test("a sub total below each holder's rows, and the balance below the last one", async () => {
  const rows = [
    ["Date", "Description", "Amount"],
    ["", "Previous balance", "100.00"],
    ["Ada Green 5441 **** 1001"],
    ["20/03/2025", "Payment", "100.00 CR"],
    ["21/03/2025", "Grocer", "80.00"],
    ["22/03/2025", "Gas", "60.50"],
    ["", "Sub total", "140.50"],
    ["Ben Green 5441 **** 1019"],
    ["23/03/2025", "Cinema", "5.50"],
    ["", "Sub total", "5.50"],
    ["", "Total current balance", "146.00"],
  ];
  const read = async (printed: readonly string[][]) =>
    await readPages([
      [
        ...lines(["Credit card statement EUR"]),
        ...table([{ x: 40 }, { x: 120 }, { x: 550, right: true }], printed),
      ],
    ]);
  const holders = ["Ada Green", "Ben Green"];
  const named = rows.map((cells) =>
    cells.map((cell) => (cell === "Sub total" ? `${holders.shift()}: ${cell}` : cell)),
  );
  for (const printed of [rows, named]) {
    assert.deepEqual(figures(await read(printed)), [
      "reconciled",
      "03-20 +100.00",
      "03-21 -80.00",
      "03-22 -60.50",
      "03-23 -5.50",
    ]);
    const altered = printed.map((cells) => cells.map((cell) => (cell === "140.50" ? "149.50" : cell)));
    assert.notEqual((await read(altered)).status, "reconciled");
  }
});

test("a month that a dash parts from a name, beside a number of six digits, says the year", async () => {
  const statement = await readPages(
    [
      [
        ...lines(["Relevé de comptes janvier 2025 — M. Vert — N° client 441022", "EUR"]),
        ...table(four, [
          ["Date", "Libellé", "Montant", "Solde"],
          ["01/01", "Report à nouveau", "", "1 000,00"],
          ["14/01", "Loyer", "-80,00", "920,00"],
          ["15/01", "Salaire", "200,00", "1 120,00"],
          ["31/01", "Solde final", "", "1 120,00"],
        ]),
      ],
    ],
    {},
    { created: "2027-02-15" },
  );
  assert.deepEqual(
    statement.accounts[0]!.transactions.map(({ date, amount }) => `${date} ${amount}`),
    ["2025-01-14 80.00", "2025-01-15 200.00"],
  );
  assert.equal(statement.status, "reconciled");
});
