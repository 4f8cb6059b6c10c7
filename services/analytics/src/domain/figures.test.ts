import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { categories, type Group, months, summarise } from "./figures.ts";

function group(part: Partial<Group>): Group {
  const row = {
    month: "2025-06",
    currency: "GBP",
    category: "food",
    type: "DEBIT",
    flow: "SPENDING",
  } as const;
  return { ...row, count: 1, amount: 0n, unprovenCount: 0, unprovenAmount: 0n, ...part };
}

describe("summarise", () => {
  it("adds every row to the totals, as the paper does, and only spending to expense", () => {
    const [totals] = summarise([
      group({ amount: 1000n, count: 2 }),
      group({ amount: 500n, flow: "TRANSFER", category: "other" }),
      group({ amount: 9000n, type: "CREDIT", flow: "INCOME", category: "other" }),
      group({ amount: 300n, type: "CREDIT", flow: "TRANSFER", category: "other" }),
    ]);
    assert.equal(totals?.totalDebit, 1500n);
    assert.equal(totals?.totalCredit, 9300n);
    assert.equal(totals?.transfers, 500n);
    assert.equal(totals?.expense, 1000n);
    assert.equal(totals?.income, 9000n);
    assert.equal(totals?.count, 5);
    assert.deepEqual(totals?.topCategory, { category: "food", percentage: 100 });
  });

  it("never adds two currencies", () => {
    const totals = summarise([
      group({ amount: 5n, currency: "JPY" }),
      group({ amount: 7n, currency: "EUR" }),
    ]);
    assert.deepEqual(
      totals.map(({ currency, totalDebit }) => [currency, totalDebit]),
      [
        ["EUR", 7n],
        ["JPY", 5n],
      ],
    );
  });

  it("does not net a refund", () => {
    const [totals] = summarise([
      group({ amount: 1000n }),
      group({ amount: 400n, type: "CREDIT", flow: "SPENDING" }),
    ]);
    assert.equal(totals?.expense, 1000n);
    assert.equal(totals?.income, 0n);
  });

  it("tells unproven rows apart", () => {
    const [totals] = summarise([
      group({ amount: 1000n, count: 3, unprovenCount: 1, unprovenAmount: 200n }),
      group({ amount: 50n, type: "CREDIT", flow: "INCOME", unprovenCount: 1, unprovenAmount: 50n }),
    ]);
    assert.equal(totals?.unprovenCount, 2);
    assert.equal(totals?.unprovenDebit, 200n);
    assert.equal(totals?.unprovenCredit, 50n);
  });

  it("names no month and no category where nothing was spent", () => {
    const [totals] = summarise([group({ amount: 100n, type: "CREDIT", flow: "INCOME" })]);
    assert.equal(totals?.highestExpenseMonth, undefined);
    assert.equal(totals?.topCategory, undefined);
  });

  it("takes the earliest of equal months and the first of equal categories", () => {
    const [totals] = summarise([
      group({ amount: 100n, month: "2025-07", category: "health" }),
      group({ amount: 100n, month: "2025-05", category: "bills" }),
    ]);
    assert.deepEqual(totals?.highestExpenseMonth, { month: "2025-05", amount: 100n });
    assert.deepEqual(totals?.topCategory, { category: "bills", percentage: 50 });
  });
});

describe("categories", () => {
  it("gives percentages within the currency, the largest first", () => {
    const found = categories([
      group({ amount: 100n }),
      group({ amount: 200n, category: "bills" }),
      group({ amount: 10n, currency: "USD", category: "health" }),
      group({ amount: 999n, flow: "TRANSFER", category: "other" }),
    ]);
    assert.deepEqual(
      found.map(({ currency, category, percentage }) => [currency, category, percentage]),
      [
        ["GBP", "bills", 66.67],
        ["GBP", "food", 33.33],
        ["USD", "health", 100],
      ],
    );
  });
});

describe("months", () => {
  it("fills months without rows between the first and the last of a currency", () => {
    const found = months([
      group({ amount: 100n, month: "2024-11" }),
      group({ amount: 70n, month: "2025-01", type: "CREDIT", flow: "INCOME" }),
      group({ amount: 1n, month: "2025-03", currency: "EUR" }),
    ]);
    assert.deepEqual(
      found.map((entry) => [
        entry.month,
        entry.currency,
        entry.expense,
        entry.debit,
        entry.credit,
        entry.count,
      ]),
      [
        ["2024-11", "GBP", 100n, 100n, 0n, 1],
        ["2024-12", "GBP", 0n, 0n, 0n, 0],
        ["2025-01", "GBP", 0n, 0n, 70n, 1],
        ["2025-03", "EUR", 1n, 1n, 0n, 1],
      ],
    );
  });
});
