import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const twice: Column[] = [40, 310].flatMap((x) => [{ x }, { x: x + 50 }, { x: x + 240, right: true }]);
const rows = [
  "reconciled",
  "06-01 -10.00 Bakery",
  "06-02 -20.00 Cinema",
  "06-03 +100.00 Wage",
  "06-04 -5.00 Kiosk",
  "06-05 -7.50 Tram",
];

test("two columns of transactions, each under its own headings", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 100.00", "Closing balance 157.50"]),
      ...table(twice, [
        ["Date", "Details", "Amount", "Date", "Details", "Amount"],
        ["2024-06-01", "", "", "2024-06-04"],
      ]).slice(0, 6),
      ...table(
        twice,
        [
          ["01 Jun 24", "Bakery", "-10.00", "04 Jun 24", "Kiosk", "-5.00"],
          ["02 Jun 24", "Cinema", "-20.00", "05 Jun 24", "Tram", "-7.50"],
          ["03 Jun 24", "Wage", "100.00"],
        ],
        114,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
});

test("two columns of transactions under one heading line and at other heights", async () => {
  const left = twice.slice(0, 3);
  const right = twice.slice(3);
  const statement = await readPages([
    [
      ...lines(["Opening balance 100.00", "Closing balance 157.50"]),
      ...table(
        left,
        [
          ["01 Jun 24", "Bakery", "-10.00"],
          ["02 Jun 24", "Cinema", "-20.00"],
          ["03 Jun 24", "Wage", "100.00"],
        ],
        114,
      ),
      ...table(
        right,
        [
          ["04 Jun 24", "Kiosk", "-5.00"],
          ["", "Main street"],
          ["05 Jun 24", "Tram", "-7.50"],
        ],
        121,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    ...rows.slice(0, 4),
    "06-04 -5.00 Kiosk Main street",
    "06-05 -7.50 Tram",
  ]);
});

test("two columns that go on over two pages", async () => {
  const page = (from: number) =>
    table(
      twice,
      [
        ["Date", "Details", "Amount", "Date", "Details", "Amount"],
        ...[0, 1, 2].map((row) => [
          `${String(from + row).padStart(2, "0")}/06/24`,
          `Left ${from + row}`,
          "-1.00",
          `${String(from + row + 3).padStart(2, "0")}/06/24`,
          `Right ${from + row + 3}`,
          "-2.00",
        ]),
      ],
      100,
    );
  const statement = await readPages([
    [...lines(["Opening balance £100.00", "1 June 2024 to 30 June 2024"]), ...page(13)],
    [...page(19), ...lines(["Closing balance £82.00"], 700)],
  ]);
  assert.deepEqual(
    outline(statement),
    ["reconciled"].concat(
      [13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24].map((day, at) =>
        at % 6 < 3 ? `06-${day} -1.00 Left ${day}` : `06-${day} -2.00 Right ${day}`,
      ),
    ),
  );
});

const withSides: Column[] = [40, 310].flatMap((x) => [
  { x },
  { x: x + 50 },
  { x: x + 160, right: true },
  { x: x + 230, right: true },
]);

test("columns of both sides in tables side by side, where no balance tells them", async () => {
  const statement = await readPages([
    [
      ...lines([
        "Opening balance 100.00",
        "Total debits 42.50",
        "Total credits 100.00",
        "Closing balance 157.50",
      ]),
      ...table(
        withSides,
        [
          ["Date", "Details", "Out", "In", "Date", "Details", "Out", "In"],
          ["01 Jun 24", "Bakery", "10.00", "", "04 Jun 24", "Kiosk", "5.00", ""],
          ["02 Jun 24", "Cinema", "20.00", "", "05 Jun 24", "Tram", "7.50", ""],
          ["03 Jun 24", "Wage", "", "100.00"],
        ],
        120,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), rows);
  const [tram] = statement.accounts[0]!.transactions.slice(-1);
  assert.ok(tram!.box[0] >= 310, "the box says where the row stands");
});

test("rows without a date at the head of the second table", async () => {
  const statement = await readPages([
    [
      ...lines(["Opening balance 100.00", "Closing balance 157.50"]),
      ...table(
        twice,
        [
          ["Date", "Details", "Amount", "Date", "Details", "Amount"],
          ["01 Jun 24", "Bakery", "-10.00", "", "Kiosk", "-5.00"],
          ["", "Cinema", "-20.00", "05 Jun 24", "Tram", "-7.50"],
          ["03 Jun 24", "Wage", "100.00"],
        ],
        120,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-01 -10.00 Bakery",
    "06-01 -20.00 Cinema",
    "06-03 +100.00 Wage",
    "06-03 -5.00 Kiosk",
    "06-05 -7.50 Tram",
  ]);
});

test("a table over the page's full width below two tables side by side is no part of them", async () => {
  const checks: Column[] = [
    { x: 40 },
    { x: 100 },
    { x: 290, right: true },
    { x: 310 },
    { x: 370 },
    { x: 560, right: true },
  ];
  const fees: Column[] = [{ x: 40 }, { x: 100 }, { x: 560, right: true }];
  const statement = await readPages([
    [
      ...lines(["Beginning balance 1,000.00", "Ending balance 797.50"]),
      ...table(fees, [
        ["Date", "Description", "Amount"],
        ["01/02/24", "Counter Credit", "50.00"],
        ["01/15/24", "Counter Credit", "10.00"],
        ["01/16/24", "Card purchase", "-20.00"],
        ["01/17/24", "Card purchase", "-30.50"],
      ]),
      ...table(
        checks,
        [
          ["Date", "Check #", "Amount", "Date", "Check #", "Amount"],
          ["01/03/24", "1041", "-80.00", "01/21/24", "1043", "-20.00"],
          ["01/06/24", "1042", "-60.00", "01/22/24", "1044", "-40.00"],
        ],
        300,
      ),
      ...table(
        fees,
        [["Service fees"], ["Date", "Description", "Amount"], ["01/18/24", "Monthly fee", "-12.00"]],
        360,
      ),
    ],
  ]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "01-02 +50.00 Counter Credit",
    "01-15 +10.00 Counter Credit",
    "01-16 -20.00 Card purchase",
    "01-17 -30.50 Card purchase",
    "01-03 -80.00 1041",
    "01-06 -60.00 1042",
    "01-21 -20.00 1043",
    "01-22 -40.00 1044",
    "01-18 -12.00 Monthly fee",
  ]);
});

test("checks in three columns, the cut of which the texts of the next table do not move", async () => {
  const thrice: Column[] = [
    [40, 90, 215],
    [230, 280, 400],
    [420, 470, 580],
  ].flatMap(([date, check, amount]): Column[] => [{ x: date! }, { x: check! }, { x: amount!, right: true }]);
  const wide: Column[] = [{ x: 40 }, { x: 90 }, { x: 570, right: true }];
  const statement = await readPages([
    [
      ...lines(["Opening balance 1,000.00", "Closing balance 720.50"]),
      ...lines(["Checks paid"], 86),
      ...table(thrice, [
        ["DATE", "CHECK #", "AMOUNT", "DATE", "CHECK #", "AMOUNT", "DATE", "CHECK #", "AMOUNT"],
        ["06/03/24", "1043", "10.00", "06/05/24", "1045", "30.00", "06/07/24", "1047", "50.00"],
        ["06/04/24", "1044", "20.00", "06/06/24", "1046", "40.00"],
      ]),
      ...lines(["Card withdrawals"], 160),
      ...table(
        wide,
        [
          ["DATE", "DESCRIPTION", "AMOUNT"],
          ["06/08/24", "Recurring card purchase of the city utility, web id 74600085", "60.00"],
          ["06/09/24", "Purchase at the whole market on 3 main street of the town", "69.50"],
        ],
        174,
      ),
    ],
  ]);
  assert.deepEqual(
    outline(statement).map((line) => line.split(" ").slice(0, 2).join(" ")),
    [
      "reconciled",
      "06-03 -10.00",
      "06-04 -20.00",
      "06-05 -30.00",
      "06-06 -40.00",
      "06-07 -50.00",
      "06-08 -60.00",
      "06-09 -69.50",
    ],
  );
});
