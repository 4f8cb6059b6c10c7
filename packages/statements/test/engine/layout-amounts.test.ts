import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { figures, outline, readPages } from "./read-drawn.ts";

const rows = ["reconciled", "06-03 -80.00 Grocer", "06-14 +1200.00 Wage", "06-25 -5.50 Cinema"];
const ends = lines(["Opening balance 1,000.00", "Closing balance 2,114.50"]);

test("amounts aligned to the left", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 330 }, { x: 410 }, { x: 490 }];
  const statement = await readPages([
    [
      ...ends,
      ...table(columns, [
        ["Date", "Description", "Debit", "Credit", "Balance"],
        ["03/06/2024", "Grocer", "80.00", "", "920.00"],
        ["14/06/2024", "Wage", "", "1,200.00", "2,120.00"],
        ["25/06/2024", "Cinema", "5.50", "", "2,114.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("the currency's sign far from its figure, at the left edge of the cell", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 110 },
    { x: 340 },
    { x: 420, right: true },
    { x: 440 },
    { x: 520, right: true },
  ];
  const statement = await readPages([
    [
      ...ends,
      ...table(columns, [
        ["Date", "Description", "", "Amount", "", "Balance"],
        ["03/06/2024", "Grocer", "£", "-80.00", "£", "920.00"],
        ["14/06/2024", "Wage", "£", "1,200.00", "£", "2,120.00"],
        ["25/06/2024", "Cinema", "£", "-5.50", "£", "2,114.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

for (const [name, debit, credit] of [
  ["D/C", "D", "C"],
  ["DR/CR", "DR", "CR"],
  ["S/H", "S", "H"],
  ["+/-", "-", "+"],
  ["words", "Debit", "Credit"],
] as const) {
  test(`a column of its own for the side: ${name}, behind the amount`, async () => {
    const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 440 }];
    const statement = await readPages([
      [
        ...ends,
        ...table(columns, [
          ["Date", "Description", "Amount", ""],
          ["03/06/2024", "Grocer", "80.00", debit],
          ["14/06/2024", "Wage", "1,200.00", credit],
          ["25/06/2024", "Cinema", "5.50", debit],
        ]),
      ],
    ]);
    assert.deepEqual(outline(statement), rows);
  });

  test(`a column of its own for the side: ${name}, before the amount`, async () => {
    const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 320 }, { x: 420, right: true }];
    const statement = await readPages([
      [
        ...ends,
        ...table(columns, [
          ["Date", "Description", "Type", "Amount"],
          ["03/06/2024", "Grocer", debit, "80.00"],
          ["14/06/2024", "Wage", credit, "1,200.00"],
          ["25/06/2024", "Cinema", debit, "5.50"],
        ]),
      ],
    ]);
    assert.deepEqual(outline(statement), rows);
  });
}

test("original amount and rate beside the billed amount", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 110 },
    { x: 300, right: true },
    { x: 360, right: true },
    { x: 440, right: true },
    { x: 520, right: true },
  ];
  const statement = await readPages([
    [
      ...ends,
      ...table(columns, [
        ["Date", "Description", "Original amount", "Rate", "Amount", "Balance"],
        ["03/06/2024", "Grocer", "USD 87.20", "1.0900", "-80.00", "920.00"],
        ["14/06/2024", "Wage", "", "", "1,200.00", "2,120.00"],
        ["25/06/2024", "Cinema", "GBP 4.68", "0.8509", "-5.50", "2,114.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("the balance stands left of the amount", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...ends,
      ...table(columns, [
        ["Date", "Description", "Balance", "Amount"],
        ["03/06/2024", "Grocer", "920.00", "-80.00"],
        ["14/06/2024", "Wage", "2,120.00", "1,200.00"],
        ["25/06/2024", "Cinema", "2,114.50", "-5.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("amounts between date and description", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 170, right: true }, { x: 250, right: true }, { x: 280 }];
  const statement = await readPages([
    [
      ...ends,
      ...table(columns, [
        ["Date", "Amount", "Balance", "Description"],
        ["03/06/2024", "-80.00", "920.00", "Grocer"],
        ["14/06/2024", "1,200.00", "2,120.00", "Wage"],
        ["25/06/2024", "-5.50", "2,114.50", "Cinema"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("empty cells are filled with dashes or zeros", async () => {
  const columns: Column[] = [
    { x: 40 },
    { x: 110 },
    { x: 340, right: true },
    { x: 430, right: true },
    { x: 520, right: true },
  ];
  for (const empty of ["-", "0.00", "—", "--"]) {
    const statement = await readPages([
      [
        ...ends,
        ...table(columns, [
          ["Date", "Description", "Debit", "Credit", "Balance"],
          ["03/06/2024", "Grocer", "80.00", empty, "920.00"],
          ["14/06/2024", "Wage", empty, "1,200.00", "2,120.00"],
          ["25/06/2024", "Cinema", "5.50", empty, "2,114.50"],
        ]),
      ],
    ]);
    assert.deepEqual(outline(statement), rows, `filled with ${empty}`);
  }
});

test("a row of zero", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
  const statement = await readPages([
    [
      ...ends,
      ...table(columns, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "Grocer", "-80.00", "920.00"],
        ["04/06/2024", "Card fee waived", "0.00", "920.00"],
        ["14/06/2024", "Wage", "1,200.00", "2,120.00"],
        ["25/06/2024", "Cinema", "-5.50", "2,114.50"],
      ]),
    ],
  ]);
  const { status, transactions } = statement.accounts[0]!;
  assert.equal(status, "reconciled");
  assert.deepEqual(
    transactions.map(({ amount, description }) => `${amount} ${description}`),
    ["80.00 Grocer", "0.00 Card fee waived", "1200.00 Wage", "5.50 Cinema"],
  );
});

test("signs in a column of their own before the amounts", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 470 }, { x: 540, right: true }];
  const statement = await readPages([
    [
      ...ends,
      ...table(columns, [
        ["Date", "Description", "", "Amount"],
        ["03/06/2024", "Grocer", "-", "$ 80.00"],
        ["14/06/2024", "Wage", "+", "$ 1,200.00"],
        ["25/06/2024", "Cinema", "-", "$ 5.50"],
      ]),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("texts that end with a number, and amounts in the line below them", async () => {
  const statement = await readPages([
    table(
      [{ x: 40 }, { x: 85 }, { x: 400, right: true }, { x: 485, right: true }, { x: 570, right: true }],
      [
        ["FECHA", "CONCEPTO", "RETIROS", "DEPOSITOS", "SALDO"],
        ["31/05/24", "SALDO ANTERIOR", "", "", "1,000.00"],
        ["03/06/24", "PAGO SERVICIO LUZ 2024"],
        ["", "SUC 0325 AUT 32589827", "80.00", "", "920.00"],
        ["14/06/24", "PAGO TARJETA 2231"],
        ["", "REFERENCIA NUMERICA 240115", "", "200.00", "1,120.00"],
        ["25/06/24", "PAGO SERVICIO LUZ 2024"],
        ["", "SUC 0142 AUT 14267117", "5.50", "", "1,114.50"],
      ],
    ),
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "06-03 -80.00", "06-14 +200.00", "06-25 -5.50"]);
});
