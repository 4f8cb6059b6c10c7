import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { readPages } from "./read-drawn.ts";

const four: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];

test("the box of a row covers all its lines, its raw text is all that is printed there", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(four, [
        ["Date", "Description", "Amount", "Balance"],
        ["03/06/2024", "Card purchase", "-80.00", "920.00"],
        ["", "Grocer"],
        ["", "Main street 5"],
        ["14/06/2024", "Wage", "200.00", "1,120.00"],
      ]),
    ],
  ]);
  const [row, next] = statement.accounts[0]!.transactions;
  assert.equal(row!.raw, "03/06/2024 Card purchase -80.00 920.00\nGrocer\nMain street 5");
  const [x, y, width, height] = row!.box;
  assert.ok(Math.abs(x - 40) < 1 && Math.abs(x + width - 520) < 1, `${row!.box}`);
  assert.ok(y < 117 && y + height > 142 + 6 && y + height < 156 + 2, `${row!.box}`);
  assert.equal(next!.raw, "14/06/2024 Wage 200.00 1,120.00");
  assert.ok(next!.box[1] > y + height - 2);
});

test("a row on two pages: the box is on the first, the raw text has both", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00"]),
      ...table(
        four,
        [
          ["Date", "Description", "Amount", "Balance"],
          ["03/06/2024", "Card purchase", "-80.00", "920.00"],
        ],
        760,
      ),
    ],
    table(four, [
      ["Date", "Description", "Amount", "Balance"],
      ["", "Grocer"],
      ["14/06/2024", "Wage", "200.00", "1,120.00"],
    ]),
  ]);
  const [row] = statement.accounts[0]!.transactions;
  assert.equal(row!.page, 1);
  assert.equal(row!.raw, "03/06/2024 Card purchase -80.00 920.00\nGrocer");
  assert.ok(row!.box[1] > 760 && row!.box[3] < 20, `${row!.box}`);
});

test("rows that stand side by side have boxes of their own", async () => {
  const twice: Column[] = [40, 310].flatMap((x) => [{ x }, { x: x + 60 }, { x: x + 240, right: true }]);
  const statement = await readPages([
    [
      ...lines(["Opening balance 100.00", "Closing balance 60.00"]),
      ...table(twice, [
        ["Date", "Details", "Amount", "Date", "Details", "Amount"],
        ["01/06/2024", "Bakery", "-10.00", "13/06/2024", "Kiosk", "-5.00"],
        ["02/06/2024", "Cinema", "-20.00", "15/06/2024", "Tram", "-5.00"],
      ]),
    ],
  ]);
  const rows = statement.accounts[0]!.transactions;
  assert.deepEqual(
    rows.map(({ raw }) => raw),
    [
      "01/06/2024 Bakery -10.00",
      "02/06/2024 Cinema -20.00",
      "13/06/2024 Kiosk -5.00",
      "15/06/2024 Tram -5.00",
    ],
  );
  assert.deepEqual(
    rows.map(({ box: [x, , width] }) => [Math.round(x), Math.round(x + width)]),
    [
      [40, 280],
      [40, 280],
      [310, 550],
      [310, 550],
    ],
  );
});
