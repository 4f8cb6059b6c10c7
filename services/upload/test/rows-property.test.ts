import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { Statement } from "@finflow/statements/statement";
import fc from "fast-check";
import { removeDocument } from "../src/work/remove-document.ts";
import { type Harness, startHarness } from "./harness.ts";
import { claimed, commit, committed, reading } from "./readings.ts";
import { projectedRows, userRows } from "./rows.ts";

const day = (n: number) => `2025-01-${String(n).padStart(2, "0")}`;

/** Statements cut from one ledger: some proven, some not, with balances or without. */
const statements = fc
  .record({
    entries: fc.array(
      fc.record({ n: fc.integer({ min: 2, max: 6 }), what: fc.constantFrom("Coffee", "Bus") }),
      { maxLength: 12 },
    ),
    cuts: fc.array(
      fc.record({
        from: fc.integer({ min: 1, max: 4 }),
        days: fc.integer({ min: 0, max: 6 }),
        balances: fc.boolean(),
        number: fc.constantFrom("1234567890", "1234567890", "****7890"),
        status: fc.constantFrom("reconciled" as const, "reconciled" as const, "discrepant" as const),
      }),
      { minLength: 2, maxLength: 4 },
    ),
  })
  .map(({ entries, cuts }) => {
    const ledger = entries
      .sort((a, b) => a.n - b.n)
      .map(({ n, what }, index) => ({
        date: day(n),
        description: what,
        balance: `${100 - 3 * (index + 1)}.00`,
      }));
    return cuts.map(({ from, days, balances, number, status }): Statement => {
      const period = { from: day(from), to: day(from + days) };
      const rows = ledger
        .filter(({ date }) => period.from <= date && date <= period.to)
        .map((row) => (balances ? row : { ...row, balance: null }));
      return reading({ period, status, account_number: number }, rows);
    });
  });

describe("rows of overlapping statements, in the database", () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness?.stop());

  /** What the rows are, whatever they and their documents are called. */
  const content = async (userId: string) =>
    (await userRows(harness, userId)).rows
      .map(({ date, description, balance, verdict, sources, box }) =>
        JSON.stringify([date, description, balance?.amount, verdict, sources.length, box]),
      )
      .sort();

  /** Every revision is there, whole, and in its order: and events give what the stream gives. */
  const assertHistory = async (userId: string) => {
    const { revisions, states } = await projectedRows(harness, userId);
    const streamed = await userRows(harness, userId);
    assert.deepEqual(
      [...revisions.keys()],
      Array.from({ length: streamed.head }, (_, index) => index + 1),
    );
    assert.deepEqual(
      streamed.rows.toSorted((a, b) => (a.transactionId < b.transactionId ? -1 : 1)),
      [...states.values()].sort((a, b) => (a.transactionId < b.transactionId ? -1 : 1)),
    );
  };

  test("uploading in another order, with others that go again, ends in the same rows", async () => {
    const scenario = statements.chain((all) =>
      fc.record({
        all: fc.constant(all),
        order: fc.shuffledSubarray([...all.keys()], { minLength: all.length }),
        kept: fc.subarray([...all.keys()]),
      }),
    );
    await fc.assert(
      fc.asyncProperty(scenario, async ({ all, order, kept }) => {
        const [lived, fresh] = [randomUUID(), randomUUID()];
        const documents = new Map<number, string>();
        for (const n of order) documents.set(n, await committed(harness, lived, all[n]!));
        for (const [n, documentId] of documents) {
          if (!kept.includes(n)) await removeDocument(harness.pool, lived, documentId);
        }
        // The same order: which of two equally good documents comes first is the older one.
        for (const n of order) if (kept.includes(n)) await committed(harness, fresh, all[n]!);
        assert.deepEqual(await content(lived), await content(fresh));
        await assertHistory(lived);
      }),
      { numRuns: 25 },
    );
  });

  test("committing many at once is committing them one after the other", async () => {
    await fc.assert(
      fc.asyncProperty(statements, async (all) => {
        const [together, single] = [randomUUID(), randomUUID()];
        const claims = await Promise.all(all.map(() => claimed(harness, together)));
        const inOrder = claims.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1));
        const outcomes = await Promise.all(inOrder.map((claim, n) => commit(harness, claim, all[n]!)));
        assert.ok(outcomes.every((outcome) => outcome === "committed"));
        for (const statement of all) await committed(harness, single, statement);
        assert.deepEqual(await content(together), await content(single));
        await assertHistory(together);
      }),
      { numRuns: 15 },
    );
  });
});
