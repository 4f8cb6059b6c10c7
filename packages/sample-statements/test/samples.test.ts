import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays } from "../src/civil-date.ts";
import { renderStatement } from "../src/render-statement.ts";
import { samples } from "../src/samples.ts";
import { printedLines } from "./printed-lines.ts";

const day = fc.nat({ max: 3_000 }).map((days) => addDays("2024-01-01", days));

test("the five samples open, and prove what they promise", async () => {
  const list = samples("2026-03-07");
  const statuses: string[] = [];
  for (const { spec, password } of list) {
    const { pdf, truth } = await renderStatement(spec);
    assert.ok((await printedLines(pdf, password)).length > 10);
    statuses.push(truth.status);
  }
  assert.deepEqual(
    list.map(({ id }) => id),
    ["plain", "protected", "does-not-add-up", "overlapping-first", "overlapping-second"],
  );
  assert.deepEqual(statuses, ["reconciled", "reconciled", "discrepant", "reconciled", "reconciled"]);
});

test("on any day: nothing in the future, nothing older than four months", () => {
  fc.assert(
    fc.property(day, (today) => {
      for (const { spec } of samples(today)) {
        for (const { rows, period } of spec.accounts) {
          assert.ok(rows.length > 5);
          assert.ok(rows.every(({ date }) => date < today && date > addDays(today, -130)));
          assert.ok(period.to < today);
        }
      }
    }),
    { numRuns: 50 },
  );
});

test("on any day: the two that overlap agree on the days they share, balances too", async () => {
  await fc.assert(
    fc.asyncProperty(day, async (today) => {
      const [first, second] = await Promise.all(
        samples(today)
          .filter(({ id }) => id.startsWith("overlapping"))
          .map(async ({ spec }) => (await renderStatement(spec)).truth.accounts[0]!),
      );
      const from = second!.period.from;
      const to = first!.period.to;
      const shared = first!.transactions.filter(({ date }) => date >= from);
      assert.ok(shared.length >= 5);
      assert.deepEqual(
        shared,
        second!.transactions.filter(({ date }) => date <= to),
      );
      assert.equal(first!.account_number, second!.account_number);
      assert.equal(first!.institution, second!.institution);
    }),
    { numRuns: 5 },
  );
});
