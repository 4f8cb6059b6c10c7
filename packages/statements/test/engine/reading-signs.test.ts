import assert from "node:assert/strict";
import { test } from "node:test";
import { readStatement } from "../../src/read-statement.ts";
import type { Statement } from "../../src/statement.ts";
import { type Column, drawPages, lines, table } from "./draw-pages.ts";

const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 440, right: true }];

async function read(
  above: readonly string[],
  rows: readonly string[][],
  below: readonly string[] = [],
): Promise<Statement> {
  const top = 60 + above.length * 14;
  const pieces = [
    ...lines(above),
    ...table(columns, [["Date", "Description", "Amount"], ...rows], top),
    ...lines(below, top + 40 + rows.length * 14),
  ];
  return await readStatement(await drawPages([pieces]));
}

const sides = ({ accounts }: Statement) =>
  accounts.flatMap(({ transactions }) =>
    transactions.map(({ type, amount }) => (type === "DEBIT" ? "-" : "+") + amount),
  );

const account = [
  "Harbour Bank",
  "Account number 12345678",
  "Opening balance 100.00",
  "Closing balance 60.00",
];
const rows = [
  ["2024-06-03", "Grocer", "-80.00"],
  ["2024-06-13", "Wages", "50.00"],
  ["2024-06-20", "Cinema", "-10.00"],
];

test("an account's paper that speaks of credit cards stays an account's", async () => {
  for (const advert of [
    "Ask us about our new credit card with a low rate.",
    "Minimum payment warning: who pays only the minimum payment of 25.00 each period pays more interest.",
  ]) {
    const statement = await read(account, rows, [advert]);
    assert.deepEqual(
      [statement.status, ...sides(statement)],
      ["reconciled", "-80.00", "+50.00", "-10.00"],
      advert,
    );
  }
});

test("a card that writes what is owed as a minus", async () => {
  const statement = await read(
    ["Credit card statement", "Previous balance -100.00", "New balance -140.00", "Minimum payment due 5.00"],
    rows,
  );
  assert.deepEqual([statement.status, ...sides(statement)], ["reconciled", "-80.00", "+50.00", "-10.00"]);
});

test("a paper that mostly adds may be a card's that nothing names, or that is only mentioned: it is not guessed", async () => {
  const turned = rows.map((row) => row.with(2, row[2]!.startsWith("-") ? row[2]!.slice(1) : `-${row[2]}`));
  for (const below of [[], ["Questions on your credit card are answered at any branch."]]) {
    const statement = await read(
      ["Harbour Bank", "Opening balance 100.00", "Closing balance 140.00"],
      turned,
      below,
    );
    assert.equal(statement.status, "unverifiable");
  }
});

test("many amounts without signs are not taken for purchases where a card is only mentioned", async () => {
  const unsigned = Array.from({ length: 30 }, (_, day) => [
    `2024-06-${String(day + 1).padStart(2, "0")}`,
    "Rent received",
    `${day + 10}.00`,
  ]);
  const ends = ["Opening balance 100.00", "Closing balance 835.00"];
  const advert = ["Questions on your credit card are answered at any branch."];
  const mentioned = await read(["Harbour Bank", ...ends], unsigned, advert);
  assert.notEqual(mentioned.status, "reconciled");
  const card = await read(["Credit card statement", ...ends], unsigned);
  assert.equal(card.status, "reconciled");
  assert.ok(sides(card).every((side) => side.startsWith("-")));
});

test("a minus that the balances contradict is a contradiction", async () => {
  const statement = await read(
    ["Harbour Bank", "Opening balance 100.00", "Closing balance 160.00"],
    [rows[0]!.with(2, "-5.00"), rows[1]!, rows[2]!.with(2, "-5.00")],
  );
  assert.equal(statement.status, "discrepant");
  assert.deepEqual(sides(statement), ["-5.00", "+50.00", "-5.00"]);
});

test("totals of both sides tell the sides where nothing else does", async () => {
  const unsigned = rows.map((row) => row.with(2, row[2]!.replace("-", "")));
  const statement = await read(["Harbour Bank", "Total debits 90.00", "Total credits 50.00"], unsigned);
  assert.deepEqual(sides(statement), ["-80.00", "+50.00", "-10.00"]);
});

test("counts are held against the rows", async () => {
  const right = await read([...account, "Number of transactions 3"], rows);
  assert.equal(right.status, "reconciled");
  assert.ok(right.accounts[0]!.checks.some(({ kind, printed }) => kind === "count" && printed === "3"));
  const wrong = await read([...account, "Number of debits 3"], rows);
  assert.equal(wrong.status, "discrepant");
});

test("an overdrawn balance may say so in words", async () => {
  const statement = await read(
    ["Harbour Bank", "Opening balance 100.00", "Closing balance overdrawn 40.00"],
    [rows[0]!, rows[2]!.with(2, "-60.00")],
  );
  assert.deepEqual([statement.status, statement.accounts[0]!.closing_balance], ["reconciled", "-40.00"]);
});

test("two amounts due: the last one is the first with the rows", async () => {
  const statement = await read(
    [
      "Credit card statement",
      "Total amount due 100.00",
      "Total amount due 140.00",
      "Minimum payment due 5.00",
    ],
    [rows[0]!.with(2, "80.00"), rows[1]!.with(2, "-50.00"), rows[2]!.with(2, "10.00")],
  );
  assert.deepEqual([statement.status, ...sides(statement)], ["reconciled", "-80.00", "+50.00", "-10.00"]);
});

const card = [
  ["2024-06-03", "Grocer", "80.00"],
  ["2024-06-13", "Payment received", "-50.00"],
  ["2024-06-20", "Cinema", "10.00"],
];
const ends = ({ status, accounts }: Statement) => [
  status,
  accounts[0]!.opening_balance,
  accounts[0]!.closing_balance,
];

test("a card's summary in which no word names the new balance: the rows lead to its figure", async () => {
  const summary = ["Credit card statement", "Previous balance 50.00", "Brandneuve 90.00"];
  assert.deepEqual(ends(await read(summary, card)), ["reconciled", "50.00", "90.00"]);
  const altered = ["Credit card statement", "Previous balance 51.00", "Brandneuve 90.00"];
  assert.notEqual((await read(altered, card)).status, "reconciled");
});

test("what is owed says how a card's balance goes, though its rows' totals add up either way", async () => {
  const columns: Column[] = [{ x: 40 }, { x: 110 }, { x: 380, right: true }, { x: 480, right: true }];
  const rows = [
    ["Date", "Description", "Debit", "Credit"],
    ["2024-06-03", "Grocer", "80.00", ""],
    ["2024-06-13", "Payment received", "", "50.00"],
    ["2024-06-20", "Cinema", "10.00", ""],
    ["", "Total", "90.00", "50.00"],
  ];
  const pieces = [
    ...lines(["Harbour Bank", "Account 12345678", "Previous balance 50.00", "Total due 90.00"]),
    ...table(columns, rows, 130),
  ];
  const statement = await readStatement(await drawPages([pieces]));
  assert.deepEqual(ends(statement), ["reconciled", "50.00", "90.00"]);
});

test("a summary of labels side by side over their figures is no table's heading", async () => {
  const wide: Column[] = [{ x: 40 }, { x: 150 }, { x: 260 }, { x: 370 }];
  const summary = [
    ["Opening balance", "Deposits", "Withdrawals", "Closing balance"],
    ["100.00", "50.00", "90.00", "60.00"],
  ];
  const pieces = [
    ...table(wide, summary, 60),
    ...table(columns, [["Date", "Description", "Amount"], ...rows], 110),
  ];
  assert.deepEqual(ends(await readStatement(await drawPages([pieces]))), ["reconciled", "100.00", "60.00"]);
});

test("totals that are named say the sides of an account to which money only came", async () => {
  const only = rows.map((row) => row.with(2, row[2]!.replace("-", "")));
  const summary = ["Harbour Bank", "Opening balance 100.00", "Closing balance 240.00"];
  assert.equal((await read(summary, only)).status, "unverifiable");
  const total = "Total credits 140.00";
  assert.equal((await read([...summary, total], only)).status, "reconciled");
});

test("the least that is to be paid makes a paper a card's, in a line of its own", async () => {
  const summary = ["Harbour Trust", "Opening balance 50.00", "Closing balance 90.00"];
  assert.equal((await read(summary, card)).status, "unverifiable");
  const statement = await read([...summary, "Minimum payment due 5.00"], card);
  assert.deepEqual([statement.status, ...sides(statement)], ["reconciled", "-80.00", "+50.00", "-10.00"]);
});

test("a column of references is left out of the sum, one of other amounts is not without a doubt", async () => {
  const wide: Column[] = [{ x: 40 }, { x: 110 }, { x: 340, right: true }, { x: 440, right: true }];
  const status = async (numbers: readonly string[]) => {
    const withNumbers = rows.map((row, at) => [row[0]!, row[1]!, numbers[at]!, row[2]!]);
    const pieces = [
      ...lines(account),
      ...table(wide, [["Date", "Description", "Quux", "Amount"], ...withNumbers], 130),
    ];
    return (await readStatement(await drawPages([pieces]))).status;
  };
  assert.equal(await status(["5542099281", "7588764551", "6448194979"]), "reconciled");
  assert.notEqual(await status(["12.50", "13.75", "21.00"]), "reconciled");
});

test("more comes in than goes out of an account with a number, where no word of a card's is printed", async () => {
  const turned = rows.map((row) => row.with(2, row[2]!.startsWith("-") ? row[2]!.slice(1) : `-${row[2]}`));
  const status = async (number: string, opening: string, closing: string) =>
    (await read(["Harbour Bank", number, `Opening balance ${opening}`, `Closing balance ${closing}`], turned))
      .status;
  assert.equal(await status("Account number 12345678", "100.00", "140.00"), "reconciled");
  // A card's number by its check digit, a hidden one, and what was owed taken away at once.
  assert.equal(await status("Account number 4111 1111 1111 1111", "100.00", "140.00"), "unverifiable");
  assert.equal(await status("Account number XXXX XXXX 5678", "100.00", "140.00"), "unverifiable");
  assert.equal(await status("Account number 12345678", "50.00", "90.00"), "unverifiable");
});

test("more comes in than goes out of an account whose title says that it holds money", async () => {
  const turned = rows.map((row) => row.with(2, row[2]!.startsWith("-") ? row[2]!.slice(1) : `-${row[2]}`));
  const status = async (...titles: string[]) =>
    (await read([...titles, "Opening balance 100.00", "Closing balance 140.00"], turned)).status;
  for (const title of ["Share 07 Free Checking", "Privatgirokonto 1234567890", "Savings account"])
    assert.equal(await status("Harbour Bank", title, "Credit limit 500.00"), "reconciled", title);
  // What a card is paid from is no title: hidden digits, a figure, a sentence.
  for (const line of [
    "Checking account ****1234",
    "Savings account 812.50",
    "We take what is due from your current account each month",
  ])
    assert.equal(await status("Harbour Bank", line, "Credit limit 500.00"), "unverifiable", line);
});
