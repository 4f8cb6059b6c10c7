import assert from "node:assert/strict";
import { test } from "node:test";
import { type Column, lines, table } from "./draw-pages.ts";
import { readPages } from "./read-drawn.ts";

const four: Column[] = [{ x: 40 }, { x: 110 }, { x: 420, right: true }, { x: 520, right: true }];
const head = ["Date", "Description", "Amount", "Balance"];

test("no rows, and balances that differ, are not reconciled", async () => {
  const reading = readPages([
    [
      ...lines(["Account number 11112222", "Opening balance 1,000.00", "Closing balance 900.00"]),
      ...table(four, [head]),
    ],
  ]);
  const status = await reading.then(
    (statement) => statement.status,
    (error) => error.reason,
  );
  assert.notEqual(status, "reconciled");
});

test("a thousand rows on forty pages", async () => {
  let balance = 100_000;
  const body = Array.from({ length: 1_000 }, (_, at) => {
    const amount = at % 7 === 0 ? 900 + at : -(100 + ((at * 37) % 211));
    balance += amount;
    const day = String(1 + Math.floor(at / 34)).padStart(2, "0");
    return [`${day}/06/2024`, `Row ${at}`, (amount / 100).toFixed(2), (balance / 100).toFixed(2)];
  });
  const pages = Array.from({ length: 40 }, (_, page) => [
    ...(page === 0 ? lines(["Opening balance 1000.00"]) : []),
    ...table(four, [head, ...body.slice(page * 25, page * 25 + 25)]),
  ]);
  const statement = await readPages(pages);
  assert.equal(statement.status, "reconciled");
  assert.equal(statement.accounts[0]!.transactions.length, 1_000);
});
