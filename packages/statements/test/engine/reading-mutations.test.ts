import assert from "node:assert/strict";
import { test } from "node:test";
import { readStatement } from "../../src/read-statement.ts";
import type { Statement } from "../../src/statement.ts";
import { type Column, drawPages, lines, table } from "./draw-pages.ts";

/** A statement as its drawn text: lines above, a table, lines below. Its first row is the heading. */
type Drawn = { columns: Column[]; above: string[]; table: string[][]; below: string[]; money: number[] };

const columns: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 340, right: true },
  { x: 430, right: true },
  { x: 520, right: true },
];

const samples: Record<string, Drawn> = {
  "a balance in each row": {
    columns,
    above: ["Harbour Bank", "Account number 12345678", "Opening balance 1,000.00 GBP"],
    table: [
      ["Date", "Description", "Money out", "Money in", "Balance"],
      ["03/06/2024", "Grocer", "45.10", "", "954.90"],
      ["14/06/2024", "Wages", "", "2,310.00", "3,264.90"],
      ["21/06/2024", "Rent", "870.00", "", "2,394.90"],
      ["28/06/2024", "Refund", "", "12.35", "2,407.25"],
    ],
    below: ["Closing balance 2,407.25 GBP"],
    money: [2, 3, 4],
  },
  "one signed column between two balances": {
    columns: [{ x: 40 }, { x: 110 }, { x: 430, right: true }],
    above: [
      "Harbour Bank",
      "Account number 12345678",
      "Opening balance 500.00 GBP",
      "Closing balance 1,634.56 GBP",
    ],
    table: [
      ["Date", "Description", "Amount"],
      ["03/06/2024", "Grocer", "-45.10"],
      ["14/06/2024", "Wages", "2,310.00"],
      ["21/06/2024", "Rent", "-870.00"],
      ["28/06/2024", "Insurance", "-260.34"],
    ],
    below: [],
    money: [2],
  },
  "once a day": {
    columns,
    above: ["Harbour Bank", "Account number 12345678", "Opening balance 1,000.00 GBP"],
    table: [
      ["Date", "Description", "Paid out", "Paid in", "Balance"],
      ["13/06/2024", "Grocer", "45.10", "", ""],
      ["", "Kiosk", "3.15", "", "951.75"],
      ["14/06/2024", "Wages", "", "2,310.00", ""],
      ["", "Rent", "870.00", "", ""],
      ["", "Refund", "", "12.35", "2,404.10"],
    ],
    below: ["Closing balance 2,404.10 GBP"],
    money: [2, 3, 4],
  },
  "totals and no balances": {
    columns,
    above: ["Harbour Bank", "Account number 12345678", "Total money out 915.10", "Total money in 2,322.35"],
    table: [
      ["Date", "Description", "Money out", "Money in"],
      ["03/06/2024", "Grocer", "45.10", ""],
      ["14/06/2024", "Wages", "", "2,310.00"],
      ["21/06/2024", "Rent", "870.00", ""],
      ["28/06/2024", "Refund", "", "12.35"],
    ],
    below: [],
    money: [2, 3],
  },
  "a card's total due": {
    columns: [{ x: 40 }, { x: 110 }, { x: 430, right: true }],
    above: ["Credit card statement", "Minimum payment due 25.00", "Total amount due 961.28"],
    table: [
      ["Date", "Description", "Amount"],
      ["03/06/2024", "Grocer", "45.10"],
      ["14/06/2024", "Hotel", "780.00"],
      ["21/06/2024", "Airline", "210.40"],
      ["28/06/2024", "Refund", "74.22 CR"],
    ],
    below: [],
    money: [2],
  },
};

async function read(drawn: Drawn): Promise<Statement> {
  const top = 60 + drawn.above.length * 14;
  const pieces = [
    ...lines(drawn.above),
    ...table(drawn.columns, drawn.table, top),
    ...lines(drawn.below, top + drawn.table.length * 14 + 10),
  ];
  return await readStatement(await drawPages([pieces]));
}

/** What is printed of the rows: amounts in the order of print, with the side that the paper gives them. */
function printed({ table: [head, ...rows], money, above }: Drawn): string[] {
  const isCard = /credit card/i.test(above[0]!);
  return rows.map((cells) => {
    const column = money.find((each) => cells[each] !== "" && !/balance/i.test(head![each]!))!;
    const text = cells[column]!;
    const isOut = isCard ? !text.includes("CR") : /out/i.test(head![column]!) || text.startsWith("-");
    return `${isOut ? "-" : "+"}${text.replace(/[^\d.]/g, "")}`;
  });
}

function shown({ accounts }: Statement): string[] {
  return accounts.flatMap(({ transactions }) =>
    transactions.map(({ type, amount }) => `${type === "DEBIT" ? "-" : "+"}${amount}`),
  );
}

const copy = (drawn: Drawn): Drawn => structuredClone(drawn);

/** Every way to alter one printed thing. */
function* mutations(drawn: Drawn): Generator<{ name: string; drawn: Drawn; harmless?: true }> {
  for (let row = 1; row < drawn.table.length; row++) {
    const dropped = copy(drawn);
    const [gone] = dropped.table.splice(row, 1);
    // A day printed once belongs to the rows below it too.
    if (gone![0] !== "" && dropped.table[row]?.[0] === "") dropped.table[row]![0] = gone![0]!;
    yield { name: `row ${row} dropped`, drawn: dropped };
    for (const column of drawn.money) {
      const text = drawn.table[row]![column]!;
      const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
      for (const place of [places[0], places.at(-1)].filter((each) => each !== undefined)) {
        const changed = copy(drawn);
        const digit = (Number(text[place]) % 9) + 1;
        changed.table[row]![column] = text.slice(0, place) + digit + text.slice(place + 1);
        if (changed.table[row]![column] !== text)
          yield {
            name: `row ${row} column ${column}: ${text} to ${changed.table[row]![column]}`,
            drawn: changed,
          };
      }
      if (/^-/.test(text) || / CR$/.test(text)) {
        const unsigned = copy(drawn);
        unsigned.table[row]![column] = text.replace(/^-| CR$/, "");
        yield { name: `row ${row}: mark of ${text} lost`, drawn: unsigned };
      }
    }
  }
  for (let column = 0; column + 1 < drawn.money.length; column++) {
    const swapped = copy(drawn);
    const [a, b] = [drawn.money[column]!, drawn.money[column + 1]!];
    const [head] = swapped.table as [string[]];
    [head[a], head[b]] = [head[b]!, head[a]!];
    yield { name: `headings ${a} and ${b} swapped`, drawn: swapped };
  }
  for (const part of ["above", "below"] as const) {
    for (const [index, text] of drawn[part].entries()) {
      if (!/\d\.\d\d/.test(text) || /minimum/i.test(text)) continue;
      const altered = copy(drawn);
      altered[part][index] = text.replace(/(\d)\.(\d)/, (_, a, b) => `${(Number(a) % 9) + 1}.${b}`);
      yield { name: `altered: ${altered[part][index]}`, drawn: altered };
      const deleted = copy(drawn);
      deleted[part].splice(index, 1);
      yield { name: `deleted: ${text}`, drawn: deleted, harmless: true };
    }
  }
}

for (const [name, drawn] of Object.entries(samples)) {
  test(`${name}: read and proven`, async () => {
    const statement = await read(drawn);
    assert.equal(statement.status, "reconciled");
    assert.deepEqual(shown(statement), printed(drawn));
  });

  test(`${name}: whatever is altered in print, nothing wrong is proven`, async () => {
    for (const { name: mutation, drawn: mutated, harmless } of mutations(drawn)) {
      const statement = await read(mutated);
      if (statement.status !== "reconciled") continue;
      assert.ok(harmless, `${mutation}: reconciled`);
      assert.deepEqual(shown(statement), printed(mutated), mutation);
    }
  });
}

test("a balance that is taken away leaves rows that their neighbours still prove", async () => {
  const drawn = copy(samples["a balance in each row"]!);
  drawn.table[2]![4] = "";
  const statement = await read(drawn);
  assert.equal(statement.status, "reconciled");
  assert.deepEqual(shown(statement), printed(drawn));
});

test("an opening balance that is not printed: the first row has no witness", async () => {
  const drawn = copy(samples["a balance in each row"]!);
  drawn.above.pop();
  const statement = await read(drawn);
  assert.equal(statement.status, "unverifiable");
  assert.deepEqual(shown(statement), printed(drawn));
});

test("each check says where its figure is printed", async () => {
  const statement = await read(samples["a balance in each row"]!);
  for (const check of statement.accounts[0]!.checks) {
    assert.equal(check.page, 1);
    const [x, y, width, height] = check.box!;
    assert.ok(x > 30 && x + width < 530 && y > 30 && height > 5, JSON.stringify(check));
  }
});
