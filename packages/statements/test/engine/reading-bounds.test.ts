import assert from "node:assert/strict";
import { test } from "node:test";
import { readAccounts } from "../../src/document/read-accounts.ts";
import { toLines } from "../../src/layout/lines.ts";
import { type MarkedLine, markLine } from "../../src/layout/marked-line.ts";
import { maxReadings } from "../../src/limits.ts";
import type { Word } from "../../src/pdf/word.ts";
import { roleChoices } from "../../src/reading/interpret/roles.ts";

const rowsPerPage = 60;

function word(text: string, x0: number, row: number): Word {
  const y = 20 + row * 12;
  const width = text.length * 5;
  return {
    text,
    x0,
    x1: x0 + width,
    baseline: y,
    size: 9,
    font: "F",
    box: [x0, y - 8, width, 10],
  };
}

/** Lines as a page gives them, without the time that pdf.js takes. */
function linesOf(rows: readonly (readonly [text: string, x0: number][])[]): MarkedLine[] {
  const lines: MarkedLine[] = [];
  for (let page = 0; page * rowsPerPage < rows.length; page++) {
    const words = rows
      .slice(page * rowsPerPage, (page + 1) * rowsPerPage)
      .flatMap((cells, row) => cells.map(([text, x0]) => word(text, x0, row)));
    for (const line of toLines({ page: page + 1, width: 4_000, height: 800, words }))
      lines.push(markLine(line, lines.length));
  }
  return lines;
}

test("ten thousand rows are read and proven", () => {
  let balance = 100_000;
  const money = (cents: number) => (cents / 100).toFixed(2);
  const rows = Array.from({ length: 10_000 }, (_, index): [string, number][] => {
    const amount = ((index * 7919) % 9_000) + 1;
    const isIn = balance < 50_000 || index % 3 === 0;
    balance += isIn ? amount : -amount;
    const day = String(1 + Math.floor((index * 28) / 10_000)).padStart(2, "0");
    return [
      [`2024-06-${day}`, 40],
      ["Shop", 120],
      [isIn ? money(amount) : `-${money(amount)}`, 300],
      [money(balance), 400],
    ];
  });
  const { accounts } = readAccounts(
    linesOf([
      [
        ["Opening", 40],
        ["balance", 90],
        ["1000.00", 400],
      ],
      ...rows,
    ]),
    null,
    {},
  );
  assert.equal(accounts[0]!.status, "reconciled");
  assert.equal(accounts[0]!.transactions.length, 10_000);
});

test("forty columns of amounts end in bounded work", () => {
  const rows = Array.from({ length: 300 }, (_, row): [string, number][] => [
    ["2024-06-03", 40],
    ...Array.from({ length: 40 }, (_, column): [string, number] => [
      `${row + column}.${10 + column}`,
      130 + column * 60,
    ]),
  ]);
  const { accounts } = readAccounts(linesOf(rows), null, {});
  for (const account of accounts) assert.notEqual(account.status, "reconciled");
});

test("the meanings of columns that are tried are bounded whatever their number", () => {
  const count = 200;
  const cells = Array.from({ length: 10 }, () =>
    Array.from({ length: count }, () => ({ text: "1.00" }) as never),
  );
  const headed = Array.from({ length: count }, () => null);
  const choices = roleChoices({ count, headed, spans: [], cells, columnOf: () => null });
  assert.ok(choices.length <= maxReadings);
});
