import assert from "node:assert/strict";
import { test } from "node:test";
import { readStatement } from "../../src/read-statement.ts";
import type { ReadOptions, Statement } from "../../src/statement.ts";
import { type Column, drawPages, lines, table } from "./draw-pages.ts";

const columns: Column[] = [{ x: 40 }, { x: 130 }, { x: 420, right: true }, { x: 520, right: true }];

/** Rows of 10.00 out each, with their balances, under the given dates. */
async function read(
  dates: readonly string[],
  above: readonly string[] = [],
  options: ReadOptions = {},
  created = "2024-08-15",
): Promise<Statement> {
  const rows = dates.map((date, index) => [
    date,
    `Shop ${"ABCDEFGHIJKLMNOP"[index]}`,
    "-10.00",
    `${990 - 10 * index}.00`,
  ]);
  const head = ["Harbour Bank", ...above, "Opening balance 1,000.00 GBP"];
  const pieces = [
    ...lines(head),
    ...table(columns, [["Date", "Description", "Amount", "Balance"], ...rows], 60 + head.length * 14),
  ];
  return await readStatement(await drawPages([pieces], { created }), options);
}

const datesOf = ({ accounts }: Statement) => accounts[0]!.transactions.map(({ date }) => date);

test("day and month: one date that only one order reads decides for all", async () => {
  const european = await read(["03/04/2024", "05/04/2024", "28/04/2024"]);
  assert.deepEqual(
    [european.status, ...datesOf(european)],
    ["reconciled", "2024-04-03", "2024-04-05", "2024-04-28"],
  );
  const american = await read(["04/03/2024", "04/05/2024", "04/28/2024"]);
  assert.deepEqual(datesOf(american), ["2024-04-03", "2024-04-05", "2024-04-28"]);
});

test("day and month: the period, or the order that the paper names, decides", async () => {
  const period = await read(["03/04/2024", "05/04/2024"], ["Statement period 01/04/2024 to 30/04/2024"]);
  assert.deepEqual([period.status, ...datesOf(period)], ["reconciled", "2024-04-03", "2024-04-05"]);
  const named = await read(["03/04/2024", "05/04/2024"], ["Dates are printed as MM/DD/YYYY"]);
  assert.deepEqual([named.status, ...datesOf(named)], ["reconciled", "2024-03-04", "2024-05-04"]);
});

test("day and month: rows on the first of some months may as well be the first days of one", async () => {
  const dates = ["01/02/2024", "01/03/2024", "01/04/2024", "01/05/2024", "01/06/2024"];
  assert.equal((await read(dates)).status, "unverifiable");
});

test("day and month: many days of one month are no day of many months", async () => {
  const dates = ["01/02/2024", "02/02/2024", "05/02/2024", "07/02/2024", "08/02/2024", "11/02/2024"];
  const statement = await read(dates);
  assert.equal(statement.status, "reconciled");
  assert.ok(datesOf(statement).every((date) => date.startsWith("2024-02")));
});

test("no year: the period's, across new year", async () => {
  const statement = await read(["20 Dec", "31 Dec", "4 Jan"], ["Period 15 December 2022 - 14 January 2023"]);
  assert.deepEqual(datesOf(statement), ["2022-12-20", "2022-12-31", "2023-01-04"]);
  assert.deepEqual([statement.status, statement.warnings], ["reconciled", []]);
});

test("no year: newest first across new year", async () => {
  const statement = await read(["4 Jan", "31 Dec", "20 Dec"], [], {}, "2023-02-01");
  // Newest first, the balances run the other way: only the dates matter here.
  assert.deepEqual(datesOf(statement).toSorted(), ["2022-12-20", "2022-12-31", "2023-01-04"]);
});

test("no year: several months by name are one period", async () => {
  const statement = await read(["15 Jan", "3 Feb", "9 Mar"], ["January 2023", "March 2023"]);
  assert.deepEqual(datesOf(statement), ["2023-01-15", "2023-02-03", "2023-03-09"]);
});

test("no year: that of a balance's day beside the rows", async () => {
  const statement = await read(["3 Jun", "9 Jun"], ["Balance on 31 May 2021 1,000.00 GBP"]);
  assert.deepEqual(datesOf(statement), ["2021-06-03", "2021-06-09"]);
  assert.deepEqual(statement.warnings, []);
});

test("no year: a day that has nothing to do with the rows does not say it", async () => {
  for (const line of [
    "Account opened 12/03/2015",
    "Card valid until 31/12/2027",
    "Terms in force since 1 January 2019",
  ]) {
    const statement = await read(["3 Jun", "9 Jun"], [line]);
    assert.deepEqual(datesOf(statement), ["2024-06-03", "2024-06-09"], line);
    assert.deepEqual(statement.warnings, ["year_assumed"], line);
  }
});

test("no year: that of a lone day near the rows, though the file does not say when it was made", async () => {
  const statement = await read(["3 Jun", "9 Jun"], ["June 1, 2021 Page 1 of 3"]);
  assert.deepEqual(datesOf(statement), ["2021-06-03", "2021-06-09"]);
  assert.deepEqual(statement.warnings, ["year_assumed"]);
});

test("no year anywhere: the latest that puts no row after the file's making, or what the person says", async () => {
  const assumed = await read(["3 Jun", "9 Jun"], [], {}, "2024-06-08");
  assert.deepEqual(datesOf(assumed), ["2023-06-03", "2023-06-09"]);
  assert.deepEqual([assumed.status, assumed.warnings], ["reconciled", ["year_assumed"]]);
  const told = await read(["3 Jun", "9 Jun"], [], { year: 2019 }, "2024-06-08");
  assert.deepEqual([datesOf(told)[0], told.warnings], ["2019-06-03", []]);
});

test("a day and a number that looks like a year is no year where the other rows have none", async () => {
  const statement = await read(["3 Jun 24", "9 Jun", "12 Jun"], ["Period 1 June 2021 - 30 June 2021"]);
  assert.deepEqual(datesOf(statement), ["2021-06-03", "2021-06-09", "2021-06-12"]);
});

test("one row far outside of the period that holds the others proves nothing", async () => {
  const dates = ["03/06/2024", "09/06/2024", "12/01/2024", "21/06/2024", "28/06/2024"];
  const statement = await read(dates, ["Statement period 01/06/2024 to 30/06/2024"]);
  assert.equal(statement.status, "unverifiable");
});

test("no year: a file that was made years before all that it prints has been given no true day", async () => {
  const period = "Statement from 1 June 2024 to 30 June 2024";
  const { status, accounts } = await read(
    ["03/06", "14/06", "25/06"],
    [period],
    { today: "2026-01-31" },
    "2000-01-01",
  );
  assert.equal(status, "reconciled");
  assert.deepEqual(
    accounts.flatMap(({ transactions }) => transactions.map(({ date }) => date)),
    ["2024-06-03", "2024-06-14", "2024-06-25"],
  );
});

test("no year: the first day of a program's clock or of the century is no day on which a file was made", async () => {
  for (const created of ["1970-01-01", "1980-01-01", "2000-01-01"]) {
    const statement = await read(["3 Jun", "9 Jun"], [], { today: "2026-01-31" }, created);
    assert.deepEqual(datesOf(statement), ["2025-06-03", "2025-06-09"], created);
  }
});

test("a row months away from both of its neighbours, where all others are in order, proves nothing", async () => {
  const days = ["03", "09", "12", "21", "23", "28"];
  const dates = days.map((day) => `${day}/02/2024`);
  assert.equal((await read(dates, [])).status, "reconciled");
  assert.equal((await read(dates.with(3, "21/05/2024"), [])).status, "unverifiable");
});
