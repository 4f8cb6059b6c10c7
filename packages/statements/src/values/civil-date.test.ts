import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, daysBetween, daysInMonth, formatDate, parseIsoDate } from "./civil-date.ts";

test("knows the leap years", () => {
  assert.deepEqual(
    [2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2)),
    [28, 29, 28, 29],
  );
  assert.equal(parseIsoDate("2023-02-29"), null);
  assert.equal(parseIsoDate("2024-2-9"), null);
});

test("adding days and counting them are inverse", () => {
  const day = fc.record({
    year: fc.integer({ min: 1970, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(day, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
      const from = formatDate(date);
      assert.deepEqual(parseIsoDate(from), { ...date });
      assert.equal(daysBetween(from, addDays(from, days)), days);
    }),
  );
});
