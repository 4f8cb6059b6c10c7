import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { readStatement } from "../../src/read-statement.ts";
import type { Statement } from "../../src/statement.ts";

const folder = join(import.meta.dirname, "../../../../../shared/statements");

type Truth = {
  reconciles?: boolean;
  transactions: { date: string; debit: number; credit: number }[];
};

/** A truth without a year ("--04-05") is compared by month and day. */
function rowsOf(truth: Truth): string[] {
  return truth.transactions
    .map(({ date, debit, credit }) => `${date.slice(-5)} ${(credit - debit).toFixed(2)}`)
    .sort();
}

function rowsRead({ accounts }: Statement): string[] {
  return accounts
    .flatMap(({ transactions }) =>
      transactions.map(({ date, type, amount }) => {
        const signed = Number(amount) * (type === "DEBIT" ? -1 : 1);
        return `${date.slice(-5)} ${signed === 0 ? "0.00" : signed.toFixed(2)}`;
      }),
    )
    .sort();
}

if (!existsSync(folder)) {
  test("the tuning set of statements is NOT HERE (../shared/statements): nothing was checked against it", (context) => {
    context.diagnostic(`LEFT OUT: no statements at ${folder}; only statements that the tests make were read`);
  });
} else {
  for (const file of globSync("**/*.pdf", { cwd: folder }).sort()) {
    test(`tuning set: ${file}`, async () => {
      const path = join(folder, file);
      const truthPath = path.replace(/\.pdf$/, ".expected.json");
      const truth = existsSync(truthPath) ? (JSON.parse(readFileSync(truthPath, "utf8")) as Truth) : null;
      const password = basename(file).includes("encrypted") ? "secret123" : undefined;
      const reading = readStatement(readFileSync(path), { password });
      if (!truth) {
        // Without a truth there is nothing that could be proven, or no statement at all.
        const status = await reading.then(
          (statement) => statement.status,
          (error) => error.reason,
        );
        assert.notEqual(status, "reconciled");
        return;
      }
      const statement = await reading;
      assert.deepEqual(rowsRead(statement), rowsOf(truth));
      if (truth.reconciles === false) assert.notEqual(statement.status, "reconciled");
      else assert.equal(statement.status, "reconciled");
    });
  }
}
