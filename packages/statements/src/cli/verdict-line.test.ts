import assert from "node:assert/strict";
import { test } from "node:test";
import type { Check, StatementAccount, StatementRow } from "../statement.ts";
import { verdictLine } from "./verdict-line.ts";

const row = (type: StatementRow["type"], amount: string): StatementRow => ({
  date: "2025-01-01",
  description: "",
  type,
  amount,
  balance: null,
  page: 1,
  box: [0, 0, 0, 0],
  raw: "",
});

function account(status: StatementAccount["status"], rest: Partial<StatementAccount>): StatementAccount {
  return {
    institution: null,
    currency: null,
    account_number: null,
    opening_balance: "4210.00",
    closing_balance: "4334.60",
    period: null,
    status,
    checks: [],
    transactions: [row("CREDIT", "3000.00"), row("DEBIT", "2800.00"), row("DEBIT", "75.40")],
    ...rest,
  };
}

const check = (kind: Check["kind"], printed: string, computed: string, difference: string): Check => ({
  kind,
  printed,
  computed,
  difference,
  page: 2,
  box: [1, 2, 3, 4],
});

test("balances that agree show their sum", () => {
  assert.equal(
    verdictLine(account("reconciled", {})),
    "4,210.00 + 3,000.00 \u2212 2,875.40 = 4,334.60: it adds up",
  );
});

test("an overdraft keeps its sign", () => {
  const rest = { opening_balance: "-10.00", closing_balance: "-5.50", transactions: [row("CREDIT", "4.50")] };
  assert.equal(
    verdictLine(account("reconciled", rest)),
    "\u221210.00 + 4.50 \u2212 0.00 = \u22125.50: it adds up",
  );
});

test("a currency without decimals has none", () => {
  const rest = { opening_balance: "1000", closing_balance: "1500", transactions: [row("CREDIT", "500")] };
  assert.equal(verdictLine(account("reconciled", rest)), "1,000 + 500 \u2212 0 = 1,500: it adds up");
});

test("without balances the printed total is what proves it", () => {
  const rest = {
    opening_balance: null,
    closing_balance: null,
    checks: [check("count", "3", "3", "0"), check("total_due", "1875.40", "1875.40", "0.00")],
  };
  assert.equal(verdictLine(account("reconciled", rest)), "rows 1,875.40 = total due 1,875.40: it adds up");
});

test("a sum that is off says by how much, once", () => {
  const checks = [check("closing_balance", "4344.60", "4334.60", "10.00")];
  assert.equal(
    verdictLine(account("discrepant", { closing_balance: "4344.60", checks })),
    "4,210.00 + 3,000.00 \u2212 2,875.40 = 4,334.60, but 4,344.60 is printed: it does not add up, by 10.00",
  );
});

test("other contradictions are named, the first three of them", () => {
  const checks = [
    check("closing_balance", "4334.60", "4334.60", "0.00"),
    check("running_balance", "90.00", "100.00", "-10.00"),
    check("total_debits", "1.00", "2.00", "-1.00"),
    check("count", "4", "3", "1"),
    check("total_credits", "1.00", "2.00", "-1.00"),
  ];
  assert.equal(
    verdictLine(account("discrepant", { checks })),
    "running balance on page 2: 90.00 is printed, the rows make 100.00, off by 10.00; " +
      "total of debits on page 2: 1.00 is printed, the rows make 2.00, off by 1.00; " +
      "number of rows on page 2: 4 is printed, the rows make 3, off by 1; and 1 more",
  );
});

test("rows that nothing proves say so", () => {
  assert.equal(
    verdictLine(account("unverifiable", { opening_balance: null, closing_balance: null })),
    "3,000.00 \u2212 2,875.40 = 124.60: nothing printed proves it",
  );
});
