import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { LedgerRow } from "../ledger/ledger.ts";
import type { Sign } from "./proof.ts";
import { RowSums } from "./row-sums.ts";

const someRows = fc
  .array(
    fc.record({
      step: fc.integer({ min: 1, max: 3 }),
      magnitude: fc.bigInt({ min: 0n, max: 1_000n }),
      sign: fc.constantFrom<Sign[]>(1, -1, 0),
      page: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 12 },
  )
  .map((rows) => {
    let draft = 0;
    return rows.map(({ step, magnitude, sign, page }) => {
      draft += step;
      return { type: "row", draft, magnitude, sign, at: { line: { page } } } as unknown as LedgerRow;
    });
  });

const place = fc.integer({ min: 0, max: 40 });

test("the sums of a run of rows, and of a page's, are those of its rows added up", () => {
  fc.assert(
    fc.property(someRows, place, place, (rows, a, b) => {
      const sums = new RowSums(rows, ({ sign }) => sign);
      const [from, to] = a < b ? [a, b] : [b, a];
      const scopes = [
        { scope: sums.all(), own: rows },
        { scope: sums.between(from, to), own: rows.filter(({ draft }) => draft >= from && draft < to) },
        { scope: sums.onPage(2, to), own: rows.filter(({ draft, at }) => draft < to && at.line.page === 2) },
      ];
      for (const { scope, own } of scopes) {
        const ofSide = (side: Sign) => own.filter(({ sign }) => sign === side);
        const total = (some: LedgerRow[]) => some.reduce((sum, { magnitude }) => sum + magnitude, 0n);
        assert.deepEqual(scope.rows(), own);
        assert.deepEqual(
          { out: scope.out, into: scope.into, all: scope.all },
          { out: total(ofSide(-1)), into: total(ofSide(1)), all: own.length },
        );
        assert.deepEqual([scope.debits, scope.credits], [ofSide(-1).length, ofSide(1).length]);
      }
    }),
  );
});
