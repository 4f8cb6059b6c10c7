import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { LayoutName } from "@finflow/sample-statements/layouts";
import { manyRows } from "@finflow/sample-statements/many-rows";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { createStatementReader } from "../../src/child/statement-reader.ts";

const rows = 30_000;

/** Within the memory of any other file; how long it takes is the machine's matter, and that it is linear another test's. */
const reader = createStatementReader({ limits: { cpuSeconds: 120, clockSeconds: 300 } });
after(() => reader.close());

/** A layout that prints no balances has nothing before its rows. */
const layouts: readonly [LayoutName, opening: bigint, status: string][] = [
  ["year_in_period", 100_000n, "reconciled"],
  ["rows_only", 0n, "unverifiable"],
];

for (const [layout, opening, status] of layouts) {
  test(`600 pages of 30,000 rows fit into a child's memory: ${layout}`, async () => {
    const spec = manyRows(rows);
    const accounts = spec.accounts.map((account) => ({ ...account, opening }));
    const { pdf } = await renderStatement({ ...spec, layout, accounts });
    const statement = await reader.read(pdf, { today: "2026-06-01" });
    assert.equal(statement.status, status);
    assert.equal(statement.accounts[0]!.transactions.length, rows);
  });
}
