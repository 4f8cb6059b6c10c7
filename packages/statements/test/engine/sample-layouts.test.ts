import assert from "node:assert/strict";
import { test } from "node:test";
import { type LayoutName, layoutNames, layouts } from "@finflow/sample-statements/layouts";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import type { AccountSpec, RowSpec, StatementSpec } from "@finflow/sample-statements/statement-spec";
import type { Truth } from "@finflow/sample-statements/truth";
import { readStatement } from "../../src/read-statement.ts";
import type { Statement } from "../../src/statement.ts";

const descriptions = [
  "COFFEE HOUSE",
  "Salary ACME",
  "Direct debit energy\nREF 998877",
  "Card payment 4411\nMAIN STREET 12",
  "Order 12.50 kg apples",
  "Total Fitness Club",
  "Balance transfer",
  "Insurance Nov 2024",
];

/** Rows over one month, the same for the same seed; every third one of a day with the next. */
function rowsOf(seed: number, count: number, mostlyOut: boolean): RowSpec[] {
  return Array.from({ length: count }, (_, index) => {
    const mixed = (seed * 7919 + index * 104_729) % 9_973;
    const day = Math.min(30, 1 + Math.floor((index * 28) / count) - (index % 3 === 1 ? 1 : 0) || 1);
    const isIn = mixed % (mostlyOut ? 7 : 3) === 0;
    return {
      date: `2024-06-${String(Math.max(1, day)).padStart(2, "0")}`,
      description: descriptions[mixed % descriptions.length]!,
      amount: BigInt(100 + mixed * (1 + (mixed % 40))) * (isIn ? 1n : -1n),
    };
  }).sort((a, b) => a.date.localeCompare(b.date));
}

function account(layout: LayoutName, seed: number, count: number, number = "XX12 3456"): AccountSpec {
  const { proof, balances, side } = layouts[layout];
  const opening = proof === "balances" || balances !== "none" ? BigInt(seed * 31_337 - 20_000) : 0n;
  return {
    number,
    currency: "GBP",
    period: { from: "2024-06-01", to: "2024-06-30" },
    opening,
    rows: rowsOf(seed, count, side === "card"),
  };
}

function rows(statement: Statement | Truth): string[] {
  return statement.accounts.flatMap(({ transactions }) =>
    transactions.map((row) => [row.date, row.type, row.amount, row.balance, row.description].join(" ")),
  );
}

async function check(spec: StatementSpec): Promise<Statement> {
  const { pdf, truth } = await renderStatement(spec);
  const statement = await readStatement(pdf);
  assert.deepEqual(rows(statement).sort(), rows(truth).sort());
  assert.equal(statement.status, truth.status);
  for (const [index, expected] of truth.accounts.entries()) {
    const read = statement.accounts[index]!;
    assert.equal(read.currency, expected.currency);
    assert.equal(read.account_number, expected.account_number);
    assert.equal(read.institution, expected.institution);
    if (expected.opening_balance !== null) assert.equal(read.opening_balance, expected.opening_balance);
    if (expected.closing_balance !== null) assert.equal(read.closing_balance, expected.closing_balance);
  }
  return statement;
}

for (const layout of layoutNames) {
  for (const [seed, count] of [
    [1, 3],
    [2, 17],
    [3, 70],
  ] as const) {
    test(`${layout}: ${count} rows come back as they were printed`, async () => {
      const spec: StatementSpec = {
        institution: "Harbour Bank",
        layout,
        accounts: [account(layout, seed, count)],
      };
      const statement = await check(spec);
      for (const { page, box, raw } of statement.accounts[0]!.transactions) {
        const [x, y, width, height] = box;
        assert.ok(page >= 1 && page <= statement.pages);
        assert.ok(x >= 0 && y >= 0 && x + width <= 595.3 && y + height <= 841.9 && width > 0 && height > 0);
        assert.ok(raw.length > 0);
      }
    });
  }
}

test("several accounts in one file are proven one by one", async () => {
  const accounts = [account("debit_credit", 4, 12, "11112222"), account("debit_credit", 5, 9, "33334444")];
  const statement = await check({ institution: "Harbour Bank", layout: "debit_credit", accounts });
  assert.deepEqual(
    statement.accounts.map(({ account_number, status }) => [account_number, status]),
    [
      ["11112222", "reconciled"],
      ["33334444", "reconciled"],
    ],
  );
});

test("accounts in one file have each the currency of their own heading", async () => {
  const accounts = ["JPY", "KWD", "EUR"].map((currency, index) => ({
    ...account("signed", 4 + index, 9, `1111222${index}`),
    currency,
  }));
  const { status } = await check({ institution: "Harbour Bank", layout: "signed", accounts });
  assert.equal(status, "reconciled");
});

for (const layout of [
  "debit_credit",
  "signed",
  "marked",
  "newest_first",
  "european",
  "carried_forward",
] as const) {
  for (const mistake of [
    { kind: "closing", account: 0, by: 100n },
    { kind: "balance", account: 0, row: 4, by: -1n },
    { kind: "missing_row", account: 0, row: 6 },
  ] as const) {
    test(`${layout}: a mistake in print (${mistake.kind}) is told, and no figure is altered for it`, async () => {
      const accounts = [account(layout, 6, 14)];
      const statement = await check({ institution: "Harbour Bank", layout, accounts, mistake });
      assert.equal(statement.status, "discrepant");
      const broken = statement.accounts[0]!.checks.filter(({ difference }) => Number(difference) !== 0);
      assert.ok(broken.length > 0);
    });
  }
}

test("without a year the latest one is taken that puts no row after the file's creation", async () => {
  const spec: StatementSpec = {
    institution: "Harbour Bank",
    layout: "without_year",
    accounts: [account("without_year", 7, 8)],
    created: "2025-06-01",
  };
  const { pdf } = await renderStatement(spec);
  const assumed = await readStatement(pdf);
  assert.deepEqual([assumed.status, assumed.warnings], ["reconciled", ["year_assumed"]]);
  assert.ok(assumed.accounts[0]!.transactions.every(({ date }) => date.startsWith("2024-06")));
  const told = await readStatement(pdf, { year: 2021 });
  assert.deepEqual(told.warnings, []);
  assert.ok(told.accounts[0]!.transactions.every(({ date }) => date.startsWith("2021-06")));
});

test("the currency: a code, a sign, or what the person says", async () => {
  const accounts = [account("signed", 8, 5)];
  const currency = async (currencyPrinted: "code" | "symbol" | "nowhere", said?: string) => {
    const { pdf } = await renderStatement({
      institution: "Harbour Bank",
      layout: "signed",
      accounts,
      currencyPrinted,
    });
    const statement = await readStatement(pdf, said === undefined ? {} : { currency: said });
    return [statement.accounts[0]!.currency, ...statement.warnings];
  };
  assert.deepEqual(await currency("code", "EUR"), ["GBP"]);
  assert.deepEqual(await currency("symbol"), ["GBP"]);
  assert.deepEqual(await currency("nowhere"), [null, "currency_unknown"]);
  assert.deepEqual(await currency("nowhere", "CHF"), ["CHF"]);
});
