import assert from "node:assert/strict";
import { test } from "node:test";
import { fontFile } from "../banks/fonts.ts";
import { type Column, lines, table } from "./draw-pages.ts";
import { figures, outline, readPages } from "./read-drawn.ts";

const columns: Column[] = [
  { x: 40 },
  { x: 110 },
  { x: 330, right: true },
  { x: 410, right: true },
  { x: 470, right: true },
  { x: 550, right: true },
];
const head = ["Date", "Description", "Money In", "Money Out", "Fee*", "Balance"];
const paid = (fee: string) => [
  [...lines(["1 March 2024 to 31 March 2024", "Opening balance 1,000.00", "Closing balance 1,100.50"])],
  ...[
    table(columns, [
      head,
      ["02/03/2024", "Cash sent", "", "-80.00", fee, "914.00"],
      ["09/03/2024", "Grocer", "", "-6.00", "", "908.00"],
      ["14/03/2024", "Wage", "200.00", "", "", "1,108.00"],
      ["31/03/2024", "Monthly account fee", "", "", "-7.50", "1,100.50"],
    ]),
  ],
];

test("fees in a column of their own are part of what a row takes, where the balances say so", async () => {
  assert.deepEqual(figures(await readPages([paid("-6.00").flat()])), [
    "reconciled",
    "03-02 -86.00",
    "03-09 -6.00",
    "03-14 +200.00",
    "03-31 -7.50",
  ]);
  const { status } = await readPages([paid("-5.00").flat()]);
  assert.equal(status, "discrepant");
});

const wallet = (second: string) => [
  ...lines(["Mobile money statement 01/04/2024 - 30/04/2024", "Currency GHS"]),
  ...table(
    [
      { x: 40 },
      { x: 110 },
      { x: 260, right: true },
      { x: 320, right: true },
      { x: 390, right: true },
      { x: 470, right: true },
      { x: 550, right: true },
    ],
    [
      ["Date", "Type", "Amount", "Fees", "E-levy", "Bal before", "Bal after"],
      ["02/04/2024", "Transfer", "80.00", "0.50", "0.80", "1,000.00", "918.70"],
      ["09/04/2024", "Payment", "5.00", "0.00", "0.00", second, "913.70"],
      ["14/04/2024", "Cash in", "200.00", "0.00", "0.00", "913.70", "1,113.70"],
    ],
  ),
];

test("the balance before each row opens the account, where it is the one after the row before", async () => {
  assert.deepEqual(figures(await readPages([wallet("918.70")])), [
    "reconciled",
    "04-02 -81.30",
    "04-09 -5.00",
    "04-14 +200.00",
  ]);
  assert.notEqual((await readPages([wallet("917.70")])).status, "reconciled");
});

const places: Column[] = [{ x: 40 }, { x: 110 }, ...[300, 360, 450, 540].map((x) => ({ x, right: true }))];

const charging = (fee: string) => [
  [
    ...lines(["Mobile money statement 01/06/2024 - 30/06/2024"]),
    ...table(places, [
      ["Date", "Type", "Amount", "Fees", "Bal before", "Bal after"],
      ["03-Jun-2024", "TRANSFER", "250.00", fee, "1,000.00", "749.50"],
      ["04-Jun-2024", "TRANSFER", "100.00", "0.00", "749.50", "649.50"],
      ["14-Jun-2024", "CASH IN", "300.00", "0.00", "649.50", "949.50"],
      ["25-Jun-2024", "TRANSFER", "40.00", "0.75", "949.50", "908.75"],
    ]),
  ],
];

test("what is charged beside an amount is part of it where the balances say so", async () => {
  const statement = await readPages(charging("0.50"));
  assert.deepEqual(figures(statement), [
    "reconciled",
    "06-03 -250.50",
    "06-04 -100.00",
    "06-14 +300.00",
    "06-25 -40.75",
  ]);
  assert.equal(statement.accounts[0]!.opening_balance, "1000.00");
  assert.notEqual((await readPages(charging("0.60"))).status, "reconciled");
});

test("charges are kept back from what comes in, and left alone where balances do not count them", async () => {
  const paper = (rows: string[][]) => [
    [
      ...lines(["Account number 11112222", "Opening balance 1,000.00"]),
      ...table(places, [["Date", "Details", "Amount", "Fee", "", "Balance"], ...rows]),
    ],
  ];
  const kept = await readPages(
    paper([
      ["03/06/2024", "Sale", "+200.00", "4.00", "", "1,196.00"],
      ["14/06/2024", "Transfer", "-50.00", "1.00", "", "1,145.00"],
      ["25/06/2024", "Sale", "+100.00", "2.00", "", "1,243.00"],
    ]),
  );
  assert.deepEqual(figures(kept), ["reconciled", "06-03 +196.00", "06-14 -51.00", "06-25 +98.00"]);
  const within = await readPages(
    paper([
      ["03/06/2024", "Sale", "+200.00", "4.00", "", "1,200.00"],
      ["14/06/2024", "Transfer", "-50.00", "1.00", "", "1,150.00"],
      ["25/06/2024", "Rent", "-100.00", "2.00", "", "1,050.00"],
    ]),
  );
  assert.deepEqual(figures(within), ["reconciled", "06-03 +200.00", "06-14 -50.00", "06-25 -100.00"]);
});

test("a merchant's account in gross, fee and net, between balances that are available", async () => {
  const statement = await readPages([
    [
      ...lines(["Merchant Account Statement", "Beginning Available Balance 100.00"]),
      ...lines(["Ending Available Balance 341.00"], 70),
      ...table(
        [{ x: 40 }, { x: 110 }, ...[360, 450, 540].map((x) => ({ x, right: true }))],
        [
          ["Date", "Description", "Gross", "Fee", "Net"],
          ["06/03/2024", "Sale", "200.00", "-6.00", "194.00"],
          ["06/14/2024", "Refund", "-50.00", "0.00", "-50.00"],
          ["06/25/2024", "Sale", "100.00", "-3.00", "97.00"],
        ],
        150,
      ),
    ],
  ]);
  assert.deepEqual(figures(statement), ["reconciled", "06-03 +194.00", "06-14 -50.00", "06-25 +97.00"]);
});

test("the balance before each row under a heading that is none of balances", async () => {
  const placed: Column[] = [
    { x: 40 },
    { x: 190, right: true },
    { x: 290, right: true },
    { x: 390, right: true },
    { x: 490, right: true },
    { x: 500 },
  ];
  const statement = await readPages(
    [
      table(placed, [
        ["Огноо", "Эхний үлдэгдэл", "Дебит гүйлгээ", "Кредит гүйлгээ", "Эцсийн үлдэгдэл", "Гүйлгээний утга"],
        ["2024/06/13", "1,000.00", "-80.00", "0.00", "920.00", "Market"],
        ["2024/06/14", "920.00", "0.00", "200.00", "1,120.00", "Wage"],
        ["2024/06/25", "1,120.00", "-5.50", "0.00", "1,114.50", "Cinema"],
      ]),
    ],
    {},
    { font: fontFile("sans")! },
  );
  assert.deepEqual(outline(statement), [
    "reconciled",
    "06-13 -80.00 Market",
    "06-14 +200.00 Wage",
    "06-25 -5.50 Cinema",
  ]);
});
