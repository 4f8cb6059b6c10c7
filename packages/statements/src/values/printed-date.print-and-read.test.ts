import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type CivilDate, isCivilDate } from "./civil-date.ts";
import type { DateOrder } from "./date-reading.ts";
import { findDates } from "./printed-date.ts";

type Format = {
  name: string;
  print: (date: CivilDate) => string;
  /** The order that the document would have to be in; named dates need none. */
  order?: DateOrder;
  withoutYear?: true;
};

const two = (value: number) => String(value).padStart(2, "0");
const english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const full = "January February March April May June July August September October November December".split(
  " ",
);
const spanish =
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");
const russian = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(
  " ",
);

const digitsOf = (zero: string) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(zero.charCodeAt(0) + Number(digit)));

const separated = ["/", "-", ".", " / ", " - "].flatMap((mark): Format[] => [
  {
    name: `dd${mark}mm${mark}yyyy`,
    order: "dmy",
    print: ({ year, month, day }) => [two(day), two(month), year].join(mark),
  },
  {
    name: `d${mark}m${mark}yy`,
    order: "dmy",
    print: ({ year, month, day }) => [day, month, two(year % 100)].join(mark),
  },
]);

const formats: readonly Format[] = [
  ...separated,
  { name: "mm/dd/yyyy", order: "mdy", print: ({ year, month, day }) => `${two(month)}/${two(day)}/${year}` },
  { name: "m/d/yy", order: "mdy", print: ({ year, month, day }) => `${month}/${day}/${two(year % 100)}` },
  {
    name: "mm-dd-yy",
    order: "mdy",
    print: ({ year, month, day }) => `${two(month)}-${two(day)}-${two(year % 100)}`,
  },
  { name: "yyyy-mm-dd", order: "ymd", print: ({ year, month, day }) => `${year}-${two(month)}-${two(day)}` },
  { name: "yyyy/mm/dd", order: "ymd", print: ({ year, month, day }) => `${year}/${two(month)}/${two(day)}` },
  {
    name: "yyyy.mm.dd.",
    order: "ymd",
    print: ({ year, month, day }) => `${year}.${two(month)}.${two(day)}.`,
  },
  { name: "yyyy. m. d.", order: "ymd", print: ({ year, month, day }) => `${year}. ${month}. ${day}.` },
  {
    name: "yy-mm-dd",
    order: "ymd",
    print: ({ year, month, day }) => `${two(year % 100)}-${two(month)}-${two(day)}`,
  },
  { name: "dd mm yyyy", order: "dmy", print: ({ year, month, day }) => `${two(day)} ${two(month)} ${year}` },
  { name: "yyyymmdd", order: "ymd", print: ({ year, month, day }) => `${year}${two(month)}${two(day)}` },
  { name: "ddmmyyyy", order: "dmy", print: ({ year, month, day }) => `${two(day)}${two(month)}${year}` },
  {
    name: "ddmmyy",
    order: "dmy",
    print: ({ year, month, day }) => `${two(day)}${two(month)}${two(year % 100)}`,
  },
  {
    name: "mmddyy",
    order: "mdy",
    print: ({ year, month, day }) => `${two(month)}${two(day)}${two(year % 100)}`,
  },
  {
    name: "yymmdd",
    order: "ymd",
    print: ({ year, month, day }) => `${two(year % 100)}${two(month)}${two(day)}`,
  },
  { name: "dd Mon yyyy", print: ({ year, month, day }) => `${two(day)} ${english[month - 1]} ${year}` },
  {
    name: "dd-Mon-yy",
    print: ({ year, month, day }) => `${two(day)}-${english[month - 1]}-${two(year % 100)}`,
  },
  {
    name: "dd/Mon/yy",
    print: ({ year, month, day }) => `${two(day)}/${english[month - 1]}/${two(year % 100)}`,
  },
  { name: "d Mon 'yy", print: ({ year, month, day }) => `${day} ${english[month - 1]} '${two(year % 100)}` },
  {
    name: "ddMONyyyy",
    print: ({ year, month, day }) => `${two(day)}${english[month - 1]!.toUpperCase()}${year}`,
  },
  {
    name: "ddMONyy",
    print: ({ year, month, day }) => `${two(day)}${english[month - 1]!.toUpperCase()}${two(year % 100)}`,
  },
  {
    name: "ddMON",
    withoutYear: true,
    print: ({ month, day }) => `${two(day)}${english[month - 1]!.toUpperCase()}`,
  },
  {
    name: "MONdd",
    withoutYear: true,
    print: ({ month, day }) => `${english[month - 1]!.toUpperCase()}${two(day)}`,
  },
  { name: "Mon d, yyyy", print: ({ year, month, day }) => `${english[month - 1]} ${day}, ${year}` },
  { name: "Month d, yyyy", print: ({ year, month, day }) => `${full[month - 1]} ${day}, ${year}` },
  { name: "Mon/dd/yyyy", print: ({ year, month, day }) => `${english[month - 1]}/${two(day)}/${year}` },
  { name: "yyyy-Mon-dd", print: ({ year, month, day }) => `${year}-${english[month - 1]}-${two(day)}` },
  { name: "d de mes de yyyy", print: ({ year, month, day }) => `${day} de ${spanish[month - 1]} de ${year}` },
  { name: "d месяца yyyy г.", print: ({ year, month, day }) => `${day} ${russian[month - 1]} ${year} г.` },
  { name: "d Mon", withoutYear: true, print: ({ month, day }) => `${day} ${english[month - 1]}` },
  { name: "dd/mm", order: "dmy", withoutYear: true, print: ({ month, day }) => `${two(day)}/${two(month)}` },
  { name: "mm/dd", order: "mdy", withoutYear: true, print: ({ month, day }) => `${two(month)}/${two(day)}` },
  { name: "d.m.", order: "dmy", withoutYear: true, print: ({ month, day }) => `${day}.${month}.` },
  {
    name: "dd.mm.",
    order: "dmy",
    withoutYear: true,
    print: ({ month, day }) => `${two(day)}.${two(month)}.`,
  },
  { name: "年月日", print: ({ year, month, day }) => `${year}年${month}月${day}日` },
  { name: "년월일", print: ({ year, month, day }) => `${year}년 ${month}월 ${day}일` },
  { name: "月日", withoutYear: true, print: ({ month, day }) => `${month}月${day}日` },
  { name: "tháng", print: ({ year, month, day }) => `${two(day)} tháng ${two(month)} năm ${year}` },
  {
    name: "wide digits",
    order: "ymd",
    print: ({ year, month, day }) => digitsOf("０")(`${year}/${two(month)}/${two(day)}`),
  },
  {
    name: "Arabic digits",
    order: "dmy",
    print: ({ year, month, day }) => digitsOf("٠")(`${two(day)}/${two(month)}/${year}`),
  },
  {
    name: "Devanagari",
    order: "dmy",
    print: ({ year, month, day }) => digitsOf("०")(`${two(day)}-${two(month)}-${year}`),
  },
  {
    name: "Buddhist",
    order: "dmy",
    print: ({ year, month, day }) => digitsOf("๐")(`${two(day)}/${two(month)}/${year + 543}`),
  },
  {
    name: "Buddhist, two digits",
    order: "dmy",
    print: ({ year, month, day }) => `${two(day)}/${two(month)}/${two((year + 543) % 100)}`,
  },
  {
    name: "Taiwan",
    order: "ymd",
    print: ({ year, month, day }) => `${year - 1911}/${two(month)}/${two(day)}`,
  },
  {
    name: "Taiwan, digits alone",
    order: "ymd",
    print: ({ year, month, day }) => `${year - 1911}${two(month)}${two(day)}`,
  },
  { name: "民國", print: ({ year, month, day }) => `民國${year - 1911}年${month}月${day}日` },
  { name: "令和", print: ({ year, month, day }) => `令和${year - 2018}年${month}月${day}日` },
  { name: "R6.4.1", print: ({ year, month, day }) => `R${year - 2018}.${month}.${day}` },
];

const days = fc
  .record({
    // The Buddhist calendar's two digits tell from 2008 on, and Reiwa begins in 2019.
    year: fc.integer({ min: 2019, max: 2026 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter(isCivilDate);

for (const { name, order, print, withoutYear } of formats) {
  test(`printed and read back: ${name}`, () => {
    fc.assert(
      fc.property(days, fc.constantFrom("", " PAYMENT 12", " ACME GmbH"), (date, behind) => {
        const text = print(date) + behind;
        const [first] = findDates(text);
        assert.ok(first, text);
        const reading = first.readings.find((each) => each.order === (order ?? "named"));
        assert.ok(reading, `${text} ${JSON.stringify(first)}`);
        const { month, day, year } = reading;
        assert.deepEqual({ month, day }, { month: date.month, day: date.day }, text);
        assert.equal(year, withoutYear ? null : date.year, text);
        assert.equal(first.start, 0);
      }),
      { numRuns: 60 },
    );
  });
}

test("a day beside the next one's month is no year", () => {
  const [first, second] = findDates("03 Jun 04 Jun 24 HOUR GYM");
  assert.equal(first!.readings[0]!.year, null);
  assert.equal(second!.readings[0]!.loose, true);
});

test("digits alone are no date beside a plain one", () => {
  assert.equal(findDates("101023 05/10/2023 PAYMENT").length, 1);
});

test("a period without spaces is two dates", () => {
  assert.equal(findDates("01.06.2024-30.06.2024").length, 2);
  assert.equal(findDates("2024/06/01～2024/06/30").length, 2);
  assert.equal(findDates("2024年6月1日至2024年6月30日").length, 2);
});
