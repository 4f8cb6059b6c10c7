import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { printDate } from "../src/civil-date.ts";
import { type Layout, layoutNames, layouts } from "../src/layouts.ts";
import { manyRows } from "../src/many-rows.ts";
import { printAmount } from "../src/printed-amount.ts";
import { renderStatement } from "../src/render-statement.ts";
import { SpecError, type StatementSpec } from "../src/statement-spec.ts";
import { printedAccount } from "../src/truth.ts";
import { anyAccount } from "./any-statement.ts";
import { printedLines } from "./printed-lines.ts";

const small: StatementSpec = {
  institution: "Northbank",
  layout: "debit_credit",
  accounts: [
    {
      number: "20417733",
      currency: "GBP",
      period: { from: "2025-06-01", to: "2025-06-30" },
      opening: 421_000n,
      rows: [
        { date: "2025-06-02", description: "SALARY", amount: 300_000n },
        { date: "2025-06-03", description: "RENT\nJUNE", amount: -287_540n },
      ],
    },
  ],
};

const [account] = small.accounts;

for (const name of layoutNames) {
  const layout: Layout = layouts[name];
  test(`${name}: every row stands on paper as the truth has it`, async () => {
    await fc.assert(
      fc.asyncProperty(anyAccount(name), async (spec) => {
        const { pdf, truth } = await renderStatement({
          institution: "Northbank",
          layout: name,
          accounts: [spec],
        });
        const lines = await printedLines(pdf);
        const printed = lines.map((line) => line.join("|"));
        const rows = printedAccount(spec, layout, undefined).rows;
        assert.equal(truth.accounts[0]!.transactions.length, rows.length);
        for (const row of rows) {
          const date = layout.dateOncePerDay ? "" : printDate(row.date, layout.dates);
          const amount = printAmount(
            row.amount < 0n ? -row.amount : row.amount,
            spec.currency,
            layout.numbers,
          );
          const found = printed.some((line) => line.includes(date) && line.includes(amount));
          assert.ok(found, `${date} ${amount}`);
        }
        const words = lines.flat().join(" ").split(" ");
        for (const { description } of rows) {
          for (const word of description.split(" ")) assert.ok(words.includes(word), word);
        }
      }),
      { numRuns: 12 },
    );
  });
}

test("the truth adds up in every layout that prints balances, and to the total due", async () => {
  for (const name of layoutNames) {
    await fc.assert(
      fc.asyncProperty(anyAccount(name), async (spec) => {
        const { truth } = await renderStatement({ institution: "Northbank", layout: name, accounts: [spec] });
        const [read] = truth.accounts;
        const sum = (balance: number) =>
          read!.transactions.reduce(
            (total, { type, amount }) => total + (type === "CREDIT" ? 1 : -1) * Number(amount),
            balance,
          );
        if (read!.closing_balance !== null) {
          assert.ok(Math.abs(sum(Number(read!.opening_balance)) - Number(read!.closing_balance)) < 0.005);
        }
        if (read!.total_due !== null) assert.ok(Math.abs(sum(0) + Number(read!.total_due)) < 0.005);
      }),
      { numRuns: 5 },
    );
  }
});

test("the truth in full", async () => {
  const { truth } = await renderStatement(small);
  assert.deepEqual(truth, {
    status: "reconciled",
    accounts: [
      {
        institution: "Northbank",
        currency: "GBP",
        account_number: "20417733",
        opening_balance: "4210.00",
        closing_balance: "4334.60",
        total_due: null,
        period: { from: "2025-06-01", to: "2025-06-30" },
        transactions: [
          {
            date: "2025-06-02",
            description: "SALARY",
            type: "CREDIT",
            amount: "3000.00",
            balance: "7210.00",
          },
          {
            date: "2025-06-03",
            description: "RENT JUNE",
            type: "DEBIT",
            amount: "2875.40",
            balance: "4334.60",
          },
        ],
      },
    ],
  });
});

test("the same spec gives the same bytes", async () => {
  const [one, other] = await Promise.all([renderStatement(small), renderStatement(small)]);
  assert.deepEqual(one.pdf, other.pdf);
});

for (const encryption of ["aes256", "aes128", "rc4"] as const) {
  test(`${encryption}: opens with its password only`, async () => {
    const { pdf, truth } = await renderStatement({ ...small, password: "Pässword 1", encryption });
    await assert.rejects(printedLines(pdf), { name: "PasswordException", code: 1 });
    await assert.rejects(printedLines(pdf, "wrong"), { name: "PasswordException", code: 2 });
    const printed = (await printedLines(pdf, "Pässword 1")).flat();
    assert.ok(printed.includes("4,334.60"));
    assert.equal(truth.status, "reconciled");
  });
}

test("each mistake is on paper, and the truth says discrepant", async () => {
  const mistakes = [
    [{ kind: "closing", account: 0, by: 5n }, "Closing balance: 4,334.65"],
    [{ kind: "balance", account: 0, row: 0, by: -100n }, "7,209.00"],
  ] as const;
  for (const [mistake, text] of mistakes) {
    const { pdf, truth } = await renderStatement({ ...small, mistake });
    assert.equal(truth.status, "discrepant");
    assert.ok((await printedLines(pdf)).flat().includes(text), text);
  }
  const { pdf, truth } = await renderStatement({
    ...small,
    mistake: { kind: "missing_row", account: 0, row: 0 },
  });
  assert.deepEqual(
    truth.accounts[0]!.transactions.map(({ description }) => description),
    ["RENT JUNE"],
  );
  assert.equal(truth.accounts[0]!.closing_balance, "4334.60");
  assert.ok(!(await printedLines(pdf)).flat().includes("SALARY"));
});

test("several accounts each have their section", async () => {
  const second = { ...account!, number: "99887766", currency: "EUR" };
  const { pdf, truth } = await renderStatement({ ...small, accounts: [account!, second] });
  const printed = (await printedLines(pdf)).flat();
  for (const text of [
    "Account number: 20417733",
    "Account number: 99887766",
    "Currency: GBP",
    "Currency: EUR",
  ]) {
    assert.ok(printed.includes(text), text);
  }
  assert.equal(truth.accounts.length, 2);
});

test("the currency as code, as symbol, nowhere", async () => {
  const symbol = await printedLines((await renderStatement({ ...small, currencyPrinted: "symbol" })).pdf);
  assert.ok(symbol.flat().includes("Opening balance: £4,210.00"));
  const nowhere = await renderStatement({ ...small, currencyPrinted: "nowhere" });
  assert.ok(!/GBP|£/.test((await printedLines(nowhere.pdf)).flat().join(" ")));
  assert.equal(nowhere.truth.accounts[0]!.currency, null);
});

test("a layout without a year prints none", async () => {
  const { pdf } = await renderStatement({ ...small, layout: "without_year" });
  assert.ok(!/\b20\d\d\b/.test((await printedLines(pdf)).flat().join(" ")));
});

test("the balance is carried from page to page", async () => {
  const { pdf } = await renderStatement({ ...manyRows(60), layout: "carried_forward" });
  const lines = await printedLines(pdf);
  const carried = lines.filter(([text]) => text === "Balance carried forward").map(([, amount]) => amount);
  const brought = lines.filter(([text]) => text === "Balance brought forward").map(([, amount]) => amount);
  assert.equal(carried.length, 2);
  assert.deepEqual(carried, brought);
});

test("three thousand rows", async () => {
  const { pdf, truth } = await renderStatement(manyRows(3_000));
  assert.equal(truth.accounts[0]!.transactions.length, 3_000);
  const closing = (await printedLines(pdf)).flat().filter((text) => text.startsWith("Closing balance"));
  assert.equal(closing.length, 1);
});

test("a spec that cannot be printed truthfully is refused by the field's name", async () => {
  const row = account!.rows[0]!;
  const withRow = (changed: object) => ({
    ...small,
    accounts: [{ ...account!, rows: [{ ...row, ...changed }] }],
  });
  const wrong: [StatementSpec, string][] = [
    [{ ...small, institution: "银行" }, "institution"],
    [{ ...small, accounts: [] }, "accounts"],
    [{ ...small, accounts: [{ ...account!, currency: "gbp" }] }, "accounts[0].currency"],
    [
      { ...small, accounts: [{ ...account!, period: { from: "2025-06-31", to: "2025-07-01" } }] },
      "accounts[0].period.from",
    ],
    [{ ...small, layout: "card" }, "accounts[0].opening"],
    [withRow({ date: "2025-07-01" }), "accounts[0].rows[0].date"],
    [withRow({ description: " " }), "accounts[0].rows[0].description"],
    [{ ...withRow({ amount: 0n }), layout: "signed" }, "accounts[0].rows[0].amount"],
    [{ ...small, password: "" }, "password"],
    [{ ...small, mistake: { kind: "missing_row", account: 0, row: 2 } }, "mistake.row"],
    [{ ...small, mistake: { kind: "closing", account: 1, by: 1n } }, "mistake.account"],
    [{ ...small, mistake: { kind: "closing", account: 0, by: 0n } }, "mistake.by"],
  ];
  for (const [spec, field] of wrong) {
    await assert.rejects(
      renderStatement(spec),
      (error) => error instanceof SpecError && error.field === field,
      field,
    );
  }
});
