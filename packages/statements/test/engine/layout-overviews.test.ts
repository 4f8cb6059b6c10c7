import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { outline, readPages } from "./read-drawn.ts";

const sided: Column[] = [
  { x: 80 },
  { x: 120 },
  { x: 370, right: true },
  { x: 460, right: true },
  { x: 555, right: true },
];
const head = ["Date", "Details", "Deposit", "Withdrawal", "Balance"];
const overview = (second: string) => lines(["Statement 31 January 2024", "HKD Savings HKD 1,120.00", second]);
const home = [
  ...lines(["HKD Savings"], 120),
  ...table(
    sided,
    [
      head,
      ["31 Dec", "Opening balance", "", "", "1,000.00"],
      ["3 Jan", "Grocer", "", "80.00", "920.00"],
      ["14 Jan", "Wage", "200.00", "", "1,120.00"],
    ],
    140,
  ),
];
const abroad = [
  ...lines(["USD Savings"], 220),
  ...table(
    [{ x: 40 }, ...sided],
    [
      ["CCY", ...head],
      ["USD", "31 Dec", "B/F balance", "", "", "500.00"],
      ["", "5 Jan", "Charge", "", "5.50", "494.50"],
    ],
    240,
  ),
];

test("accounts that an overview lists by their headings, with no closing balance below either", async () => {
  const statement = await readPages([[...overview("USD Savings USD 494.50"), ...home, ...abroad]]);
  assert.deepEqual(outline(statement), [
    "reconciled",
    "01-03 -80.00 Grocer",
    "01-14 +200.00 Wage",
    "reconciled",
    "01-05 -5.50 Charge",
  ]);
});

test("an overview that lists another balance than the rows lead to parts no accounts", async () => {
  const statement = await readPages([[...overview("USD Savings USD 494.00"), ...home, ...abroad]]);
  assert.notEqual(statement.status, "reconciled");
});

test("a table with an opening balance of its own is never left out for another one that adds up", async () => {
  const share: Column[] = [{ x: 40 }, { x: 90 }, { x: 440, right: true }, { x: 550, right: true }];
  const loan: Column[] = [40, 90]
    .map((x): Column => ({ x }))
    .concat([300, 370, 430, 480, 560].map((x) => ({ x, right: true })));
  const statement = await readPages([
    [
      ...lines(["Share savings 00"], 80),
      ...table(share, [
        ["Date", "Description", "Amount", "Balance"],
        ["02/01/24", "Opening balance", "", "100.00"],
        ["02/02/24", "Deposit", "50.00", "150.00"],
        ["02/03/24", "Draft", "-20.00", "130.00"],
        ["02/29/24", "Closing balance", "", "130.00"],
      ]),
      ...lines(["Loan 52 new auto"], 200),
      ...table(
        loan,
        [
          ["Date", "Description", "Amount", "Principal", "Interest", "Fees", "Balance"],
          ["02/01/24", "Opening balance", "", "", "", "", "1,500.00"],
          ["02/14/24", "Payment", "-350.00", "-285.00", "65.00", "0.00", "1,215.00"],
          ["02/29/24", "Closing balance", "", "", "", "", "1,215.00"],
        ],
        220,
      ),
    ],
  ]);
  assert.deepEqual(
    outline(statement).filter((line) => line.startsWith("02-0")),
    ["02-02 +50.00 Deposit", "02-03 -20.00 Draft"],
  );
});

test("the total of an overview in words for money in, and accounts that name their currency in their titles alone", async () => {
  const rows = (top: number, [opening, out, after]: [string, string, string]) =>
    table(
      sided,
      [
        head,
        ["31 Dec", "Opening balance", "", "", opening],
        ["3 Jan", "Grocer", "", out, after],
        ["31 Jan", "Closing balance", "", "", after],
        ["", "Total", "0.00", out, ""],
      ],
      top,
    );
  const statement = await readPages([
    [
      ...lines(["Statement 31 January 2024"]),
      ...table(
        [{ x: 80 }, { x: 250 }, { x: 370, right: true }, { x: 460, right: true }],
        [
          ["Deposits", "Currency", "Balance", "SGD equivalent"],
          ["Savings 033-10441-0", "SGD", "920.00", "920.00"],
          ["Global 033-10441-8", "USD", "494.50", "662.63"],
          ["Total deposits", "", "", "1,582.63"],
        ],
        60,
      ),
      ...lines(["Savings 033-10441-0 (SGD)"], 130),
      ...rows(144, ["1,000.00", "80.00", "920.00"]),
      ...lines(["Global 033-10441-8 (USD)"], 230),
      ...rows(244, ["500.00", "5.50", "494.50"]),
    ],
  ]);
  assert.deepEqual(
    statement.accounts.map(({ status, currency }) => `${status} ${currency}`),
    ["reconciled SGD", "reconciled USD"],
  );
});

const glance = (last: string) => [
  [
    ...table(
      [{ x: 40 }, { x: 200 }, { x: 420, right: true }, { x: 540, right: true }],
      [
        ["Account", "Number", "Balance on June 1", "Balance on June 30"],
        ["Checking", "...7701", "1,000.00", "1,120.00"],
        ["Savings", "...2209", "500.00", last],
      ],
      60,
    ),
    ...lines(["Total in CHF 1,575.00"], 110),
    ...[
      {
        number: "1234567701",
        opening: "1,000.00",
        row: ["06/14/2024", "Wage", "120.00", "", "1,120.00"],
        top: 150,
      },
      {
        number: "1234562209",
        opening: "500.00",
        row: ["06/20/2024", "Transfer", "", "45.00", "455.00"],
        top: 290,
      },
    ].flatMap(({ number, opening, row, top }) => [
      ...lines([`Checking account number ${number}`], top),
      ...table(
        sided,
        [
          ["Date", "Description", "Credits", "Debits", "Balance"],
          ["06/01/2024", "Beginning balance", "", "", opening],
          row,
          ["06/30/2024", "Ending balance", "", "", row.at(-1)!],
        ],
        top + 20,
      ),
    ]),
  ],
];

test("an overview with two balances of each account, and their sum in a currency", async () => {
  assert.equal((await readPages(glance("455.00"))).status, "reconciled");
  assert.notEqual((await readPages(glance("465.00"))).status, "reconciled");
});

test("an overview with its day behind the heading, of two currencies under one number", async () => {
  const rows = (currency: string, opening: string, row: string[], top: number) => [
    ...lines([`Holdings in ${currency}`], top),
    ...table(
      sided,
      [
        ["Date", "Description", "Credits", "Debits", "Balance"],
        ["01/06/2024", "Opening balance", "", "", opening],
        row,
        ["30/06/2024", "Closing balance", "", "", row.at(-1)!],
      ],
      top + 20,
    ),
  ];
  const paper = (last: string) => [
    [
      ...table(
        [{ x: 40 }, { x: 200 }, { x: 420, right: true }, { x: 540, right: true }],
        [
          ["Account", "Number", "Currency", "Balance on 30/06/2024"],
          ["Cash", "...7701", "EUR", "920.00"],
          ["Cash", "...7701", "USD", last],
        ],
        60,
      ),
      ...lines(["Account number 1234567701"], 120),
      ...rows("EUR", "1,000.00", ["14/06/2024", "Grocer", "", "80.00", "920.00"], 150),
      ...rows("USD", "500.00", ["20/06/2024", "Transfer", "", "45.00", "455.00"], 290),
    ],
  ];
  assert.equal((await readPages(paper("455.00"))).status, "reconciled");
  assert.notEqual((await readPages(paper("465.00"))).status, "reconciled");
});
