import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, type Piece, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const sided: Column[] = [{ x: 40 }, { x: 110 }, { x: 440, right: true }, { x: 520, right: true }];
const rows = ["reconciled", "06-03 -80.00 Grocer", "06-14 +200.00 Wage", "06-25 -5.50 Cinema"];

test("a sum of a column in which the opening balance stands too", async () => {
  const statement = await readPages([
    table(sided, [
      ["DATA", "DESCRIZIONE", "DARE", "AVERE"],
      ["01/06/2024", "SALDO INIZIALE", "", "1.000,00"],
      ["03/06/2024", "Grocer", "80,00", ""],
      ["14/06/2024", "Wage", "", "200,00"],
      ["25/06/2024", "Cinema", "5,50", ""],
      ["", "TOTALI", "85,50", "1.200,00"],
      ["30/06/2024", "SALDO FINALE", "", "1.114,50"],
    ]),
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("a sum that the opening balance does not explain either", async () => {
  const statement = await readPages([
    table(sided, [
      ["DATA", "DESCRIZIONE", "DARE", "AVERE"],
      ["01/06/2024", "SALDO INIZIALE", "", "1.000,00"],
      ["03/06/2024", "Grocer", "80,00", ""],
      ["14/06/2024", "Wage", "", "200,00"],
      ["25/06/2024", "Cinema", "5,50", ""],
      ["", "TOTALI", "85,50", "1.300,00"],
      ["30/06/2024", "SALDO FINALE", "", "1.114,50"],
    ]),
  ]);
  assert.equal(statement.status, "discrepant");
});

test("sums of both columns in a line with a date, in words that are not known", async () => {
  const statement = await readPages([
    table(sided, [
      ["Date", "Details", "Money out", "Money in"],
      ["2024-06-01", "Opening balance", "", "1,000.00"],
      ["2024-06-03", "Grocer", "80.00", ""],
      ["2024-06-14", "Wage", "", "200.00"],
      ["2024-06-25", "Cinema", "5.50", ""],
      ["2024-06-30", "Xyzzy", "85.50", "200.00"],
      ["2024-06-30", "Closing balance", "", "1,114.50"],
    ]),
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("a card's summary in two columns above, with the new balance among its lines", async () => {
  const beside = (y: number, left: string, label: string, amount: string): Piece[] => [
    ...(left === "" ? [] : [{ x: 40, y, text: left }]),
    { x: 300, y, text: label },
    { x: 555, y, text: amount, right: true },
  ];
  const card: Column[] = [{ x: 45 }, { x: 110 }, { x: 555, right: true }];
  const statement = await readPages([
    [
      ...lines(["Harbour Card"]),
      ...beside(80, "", "Previous Balance", "$120.00"),
      ...beside(91, "Minimum Payment Due", "Payment, Credits", "-$120.00"),
      ...beside(102, "$35.00", "Purchases", "+$85.50"),
      ...beside(113, "Payment Due Date", "Fees Charged", "+$2.11"),
      ...beside(124, "07/25/24", "Interest Charged", "$0.00"),
      ...beside(135, "", "New Balance", "$87.61"),
      ...beside(146, "", "Opening/Closing Date", "06/01/24 - 06/30/24"),
      ...table(
        card,
        [
          ["Date", "Merchant Name", "$ Amount"],
          ["", "PAYMENTS AND OTHER CREDITS", ""],
          ["06/05", "Payment Thank You", "-120.00"],
          ["", "PURCHASE", ""],
          ["06/03", "Grocer", "80.00"],
          ["06/25", "Cinema", "5.50"],
          ["", "FEES CHARGED", ""],
          ["06/28", "Foreign Transaction Fee", "2.11"],
        ],
        180,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-05 +120.00 Payment Thank You",
    "06-03 -80.00 Grocer",
    "06-25 -5.50 Cinema",
    "06-28 -2.11 Foreign Transaction Fee",
  ]);
});

test("cents without a zero before their mark", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 440, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        ["2024-06-03", "Grocer", "-999.50", ".50"],
        ["2024-06-14", "Interest", ".37", ".87"],
        ["2024-06-25", "Cinema", "-.87", ".00"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-03 -999.50 Grocer",
    "06-14 +0.37 Interest",
    "06-25 -0.87 Cinema",
  ]);
});

test("numbers behind the sums of both sides count their rows", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 120 }, { x: 420, right: true }, { x: 520, right: true }];
  const read = async (debits: string) => {
    const statement = await readPages([
      [
        ...table(columns, [
          ["DATE", "DESCRIPTION", "AMOUNT", "BALANCE"],
          ["01/06/2024", "OPENING BALANCE", "", "1,000.00"],
          ["02/06/2024", "CARD", "80.00 DB", "920.00"],
          ["13/06/2024", "CARD", "20.00 DB", "900.00"],
          ["14/06/2024", "WAGE", "200.00", "1,100.00"],
          ["TOTAL CREDITS", "", "200.00", "1"],
          ["TOTAL DEBITS", "", "100.00", debits],
        ]),
      ],
    ]);
    return outline(statement)[0];
  };
  assert.equal(await read("2"), "reconciled");
  assert.equal(await read("3"), "discrepant");
});

test("sums of both sides in one line, each behind its side and the word for a sum", async () => {
  const paper = (credits: string, debits: string) =>
    readPages([
      [
        ...table(
          [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }],
          [
            ["Dátum", "Popis", "Suma", "Zostatok"],
            ["", "Počiatočný stav", "", "1 000,00"],
            ["13.06.2024", "Grocer", "-80,00", "920,00"],
            ["14.06.2024", "Wage", "+200,00", "1 120,00"],
            ["25.06.2024", "Cinema", "-5,50", "1 114,50"],
            ["", "Konečný stav", "", "1 114,50"],
          ],
        ),
        ...lines([`Kredit spolu ${credits} Debet spolu ${debits}`], 200),
      ],
    ]);
  assert.equal((await paper("200,00", "85,50")).status, "reconciled");
  assert.notEqual((await paper("210,00", "85,50")).status, "reconciled");
  assert.notEqual((await paper("200,00", "86,50")).status, "reconciled");
});
