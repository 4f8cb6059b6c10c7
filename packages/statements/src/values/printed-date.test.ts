import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isCivilDate } from "./civil-date.ts";
import { findDates } from "./printed-date.ts";

function shown(text: string): string[] {
  return findDates(text).map(({ readings }) =>
    readings.map(({ order, year, month, day }) => `${order} ${year ?? "-"}/${month}/${day}`).join(" | "),
  );
}

test("reads dates of numbers in every order that is a day", () => {
  assert.deepEqual(shown("31/01/2024"), ["dmy 2024/1/31"]);
  assert.deepEqual(shown("03/04/2024"), ["dmy 2024/4/3 | mdy 2024/3/4"]);
  assert.deepEqual(shown("2024-02-29"), ["ymd 2024/2/29"]);
  assert.deepEqual(shown("04.01.16 x"), ["dmy 2016/1/4 | ymd 2004/1/16"]);
  assert.deepEqual(shown("20240131"), ["ymd 2024/1/31"]);
  assert.deepEqual(shown("31/02/2024"), []);
});

test("reads months by name in many languages", () => {
  assert.deepEqual(shown("03-Oct-2025 Shop"), ["named 2025/10/3"]);
  assert.deepEqual(shown("3. März 2024"), ["named 2024/3/3"]);
  assert.deepEqual(shown("1er février 2024"), ["named 2024/2/1"]);
  assert.deepEqual(shown("15 de enero de 2024"), ["named 2024/1/15"]);
  assert.deepEqual(shown("Jan 3, 2024"), ["named 2024/1/3"]);
  assert.deepEqual(shown("01 Apr Card Payment"), ["named -/4/1"]);
  assert.deepEqual(shown("11 Apr 24 DIRECT DEBIT"), ["named 2024/4/11"]);
  assert.deepEqual(shown("5 stycznia 2024"), ["named 2024/1/5"]);
  assert.deepEqual(shown("12 января 2024"), ["named 2024/1/12"]);
});

test("two days of one month beside one another are no day of a year", () => {
  assert.deepEqual(shown("Aug 30 Aug 29"), ["named -/8/30", "named -/8/29"]);
  assert.deepEqual(shown("Aug 31 Sep 01"), ["named -/8/31", "named -/9/1"]);
  assert.deepEqual(shown("30 Aug 29 Aug"), ["named -/8/30", "named -/8/29"]);
  assert.deepEqual(shown("Out 30 Jun 24"), ["named 2024/6/30"]);
});

test("reads the calendars of East Asia and Thailand", () => {
  assert.deepEqual(shown("2024年1月3日 給与"), ["named 2024/1/3"]);
  assert.deepEqual(shown("令和6年1月3日"), ["named 2024/1/3"]);
  assert.deepEqual(shown("113/01/05 存入"), ["ymd 2024/1/5"]);
  assert.deepEqual(shown("05/01/2567"), ["dmy 2024/1/5 | mdy 2024/5/1"]);
});

test("two days side by side are two dates, not a day with a year", () => {
  assert.deepEqual(shown("03 Jun 04 Jun PHARMACY"), ["named -/6/3", "named -/6/4"]);
});

test("words and references are no dates", () => {
  for (const text of [
    "INVOICE 2024/117",
    "SHOP 12345678",
    "May I",
    "0800 123456",
    "1/2/3/4",
    "a01/02/2024",
    "SEGUROS MAR 9,17",
    "SEGUROS MAR 12,345.00",
  ]) {
    assert.deepEqual(shown(text), [], text);
  }
});

test("any text gives only possible days, in order and apart", () => {
  const characters = fc.constantFrom(..."0123456789./- ,JanMay月日年");
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 40 }), (letters) => {
      let end = 0;
      for (const date of findDates(letters.join(""))) {
        assert.ok(date.start >= end && date.end > date.start);
        end = date.end;
        for (const { year, month, day } of date.readings)
          assert.ok(isCivilDate({ year: year ?? 2024, month, day }));
      }
    }),
  );
});

test("a year ends the date before it, though a month's name follows", () => {
  assert.deepEqual(shown("Nov 01, 2025 Nov 03, 2025"), ["named 2025/11/1", "named 2025/11/3"]);
  assert.deepEqual(shown("2025 Nov 01 2025 Nov 03"), ["named 2025/11/1", "named 2025/11/3"]);
});

test("the day before a dash belongs to the month before it", () => {
  assert.deepEqual(shown("Apr 1 - Apr 30, 2024"), ["named -/4/1", "named 2024/4/30"]);
  assert.deepEqual(shown("August 6 - September 5, 2024"), ["named -/8/6", "named 2024/9/5"]);
  assert.deepEqual(shown("June 1-30, 2024"), ["named 2024/6/1", "named 2024/6/30"]);
  assert.deepEqual(shown("Period June 1 – 30, 2024"), ["named 2024/6/1", "named 2024/6/30"]);
  assert.deepEqual(shown("Apr 1-Apr 30, 2024"), ["named -/4/1", "named 2024/4/30"]);
  assert.deepEqual(shown("2024-06-01--2024-06-30"), ["ymd 2024/6/1", "ymd 2024/6/30"]);
  assert.deepEqual(shown("2024.06.01.-2024.06.30."), ["ymd 2024/6/1", "ymd 2024/6/30"]);
  assert.deepEqual(shown("May 01-May-24"), ["named 2024/5/1"]);
});

test("reads both days of a range that is parted by dots, or has its year behind without a comma", () => {
  assert.deepEqual(shown("2025/03/01..2025/03/31"), ["ymd 2025/3/1", "ymd 2025/3/31"]);
  assert.deepEqual(shown("01.03.2025 ... 31.03.2025"), ["dmy 2025/3/1", "dmy 2025/3/31"]);
  assert.deepEqual(shown("Jan 01-31 2025"), ["named 2025/1/1", "named 2025/1/31"]);
});
