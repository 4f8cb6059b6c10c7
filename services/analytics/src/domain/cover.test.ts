import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { lastOfMonth, shiftDay } from "./civil-date.ts";
import { cover, type Span } from "./cover.ts";
import { firstOfMonth } from "./rollup.ts";

const day = fc
  .integer({ min: 0, max: 1500 })
  .map((n) => new Date(Date.UTC(2023, 10, 1) + n * 86_400_000).toISOString().slice(0, 10));

function daysOf(span: Span): string[] {
  const days = [];
  for (let d = span.from!; d <= span.to!; d = shiftDay(d, 1)) days.push(d);
  return days;
}

describe("cover", () => {
  it("takes every day of the span exactly once, and months only whole", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const span = a <= b ? { from: a, to: b } : { from: b, to: a };
        const { months, days } = cover(span);
        if (months) {
          assert.equal(months.from, firstOfMonth(months.from!));
          assert.equal(months.to, lastOfMonth(months.to!));
        }
        const covered = [...(months ? [months] : []), ...days].flatMap(daysOf).sort();
        assert.deepEqual(covered, daysOf(span));
        assert.ok(days.length <= 2 && days.every((stretch) => daysOf(stretch).length <= 30));
      }),
      { numRuns: 300 },
    );
  });

  it("takes everything stored by months alone", () => {
    assert.deepEqual(cover({ from: undefined, to: undefined }), {
      months: { from: undefined, to: undefined },
      days: [],
    });
  });

  it("leaves an open end open", () => {
    assert.deepEqual(cover({ from: "2025-02-28", to: undefined }), {
      months: { from: "2025-03-01", to: undefined },
      days: [{ from: "2025-02-28", to: "2025-02-28" }],
    });
    assert.deepEqual(cover({ from: undefined, to: "2025-03-01" }), {
      months: { from: undefined, to: "2025-02-28" },
      days: [{ from: "2025-03-01", to: "2025-03-01" }],
    });
  });

  it("asks for no month beyond the first and the last there can be", () => {
    const far = { from: "9999-12-31", to: undefined };
    assert.deepEqual(cover(far), { months: undefined, days: [{ from: "9999-12-31", to: "9999-12-31" }] });
    const early = { from: undefined, to: "0001-01-01" };
    assert.deepEqual(cover(early), { months: undefined, days: [{ from: "0001-01-01", to: "0001-01-01" }] });
    assert.deepEqual(cover({ from: "0001-01-01", to: "9999-12-31" }), {
      months: { from: "0001-01-01", to: "9999-12-31" },
      days: [],
    });
    assert.deepEqual(cover({ from: "0001-01-02", to: "9999-12-30" }), {
      months: { from: "0001-02-01", to: "9999-11-30" },
      days: [
        { from: "0001-01-02", to: "0001-01-31" },
        { from: "9999-12-01", to: "9999-12-30" },
      ],
    });
    assert.deepEqual(cover({ from: "9999-12-05", to: "9999-12-31" }).months, undefined);
    assert.deepEqual(cover({ from: "0001-01-01", to: "0001-01-20" }).months, undefined);
  });
});
