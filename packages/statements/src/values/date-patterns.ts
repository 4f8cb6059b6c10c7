import { fitted } from "../fitted.ts";
import type { DateOrder, DateReading } from "./date-reading.ts";
import { monthOf } from "./month.ts";
import { fromSolarHijri } from "./solar-hijri.ts";

type Groups = (string | undefined)[];

/** `compact` dates are digits alone: nothing but their place tells them from a reference. */
export type DatePattern = {
  pattern: RegExp;
  read: (groups: Groups) => DateReading[];
  compact?: true;
  /** Whether there is a letter beyond ASCII in every such date. */
  foreign?: true;
  /** Whether there are four digits in a row in every such date, which most lines do not have. */
  long?: true;
  /** Whether there is a dash in every such date. */
  dashed?: true;
};

const separator = "(?: ?[./\\-–] ?|\\s)";
const name = "(\\p{L}[\\p{L}\\p{M}.]*)";

/** The ways in which papers print a day, those that say most first: a later one never takes a part of an earlier. */
export const datePatterns: readonly DatePattern[] = [
  {
    pattern:
      /(令和|令|平成|平|昭和|[RH](?=[\d. ]))\.?\s?(\d{1,2}|元)\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})日?/gu,
    read: ([era, y, m, d]) => named(eras[era!]! + (y === "元" ? 1 : Number(y)), m, d),
  },
  {
    pattern: /(?:民國|民国)\s?(\d{2,3})\s?[年./]\s?(\d{1,2})\s?[月./]\s?(\d{1,2})日?/gu,
    read: ([y, m, d]) => named(Number(y) + 1911, m, d),
    foreign: true,
  },
  {
    pattern: /(\d{1,4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?/gu,
    read: ([y, m, d]) => named(y!.length === 1 ? eras.R! + Number(y) : fullYear(y), m, d),
    foreign: true,
  },
  {
    pattern: /(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu,
    read: ([m, d]) => named(null, m, d),
    foreign: true,
  },
  {
    pattern: /(\d{1,2}) tháng (\d{1,2})(?:(?: năm |[,/ ] ?)(\d{4}))?/gu,
    read: ([d, m, y]) => named(fullYear(y), m, d),
    foreign: true,
  },
  {
    // Lunar years of these numbers are long past.
    pattern: /(1(?:3[89]|4[01])\d)([./-])(\d{1,2})\2(\d{1,2})(?!\d)/gu,
    read: ([y, , m, d]) => {
      const date = fromSolarHijri(Number(y), Number(m), Number(d));
      return date ? [{ order: "named", ...date }] : [];
    },
    long: true,
  },
  {
    pattern: /(\d{3,4})([./-]|\. )(\d{1,2})\2(\d{1,2})(?!\d)/gu,
    read: ([y, , m, d]) => numeric([["ymd", y!, m!, d!]]),
  },
  {
    pattern: /(\d{1,2})( ?[./-] ?)(\d{1,2})\2(\d{4}|\d{2})(?!\d)/gu,
    read: ([a, mark, b, c]) =>
      numeric([
        ["dmy", c!, b!, a!],
        // Nobody who puts the month first parts the numbers by dots.
        ...(mark!.includes(".") ? [] : ([["mdy", c!, a!, b!]] as const)),
        ...(c!.length === 2 && a!.length === 2 ? ([["ymd", a!, b!, c!]] as const) : []),
      ]),
  },
  {
    // "7- 2- 4", "7- 2-11": Japan's bank books put blanks for zeros, and the year of the era first.
    pattern: /([1-9])([./-])(?: ([1-9])\2 ?|(1[0-2])\2 )(\d{1,2})(?!\d|[.,]\d)/gu,
    read: ([a, , short, long, c]) => {
      const b = short ?? long!;
      const year = eras.R! + Number(a);
      return [
        ...named(year, b, c).map((reading) => ({ ...reading, order: "ymd" as const })),
        ...(c!.length === 2 ? numeric([["dmy", c!, b, a!]]) : []),
      ];
    },
  },
  {
    pattern: /(\d{2}) (\d{2}) (20\d{2})(?!\d)/gu,
    read: ([a, b, c]) =>
      numeric([
        ["dmy", c!, b!, a!],
        ["mdy", c!, a!, b!],
      ]),
    long: true,
  },
  {
    // Not in "Nov 01, 2025 Nov 03, 2025": there the year is the one before's.
    pattern: new RegExp(`(\\d{4})${separator}?${name}${separator}?(\\d{1,2})(?!\\d|, ?\\d{4}(?!\\d))`, "gu"),
    read: ([y, month, d]) => namedMonth(fullYear(y), month!, d),
    long: true,
  },
  {
    pattern: new RegExp(
      `(\\d{1,2})(?:st|nd|rd|th|er|re|º|ª|°)?\\.?${separator}?(?:de |of |d[’'])?${name}(?:(?:,? |[./\\-–']|, ?)?(?:de |del )?(\\d{4})(?!\\d)|([ ./\\-–']?['’]?)(\\d{2})(?![\\d.,:/]))?`,
      "gu",
    ),
    read: ([d, month, y4, mark, y2]) => namedMonth(fullYear(y4 ?? y2), month!, d, mark === " "),
  },
  {
    // "June 1-30, 2024", "Jun 01-30 2024": the year behind the second day is the first one's too, and the month before the first the second's.
    pattern: new RegExp(`${name} (\\d{1,2})(?= ?[-–] ?\\d{1,2}(?:, ?| )(\\d{4})(?!\\d))`, "gu"),
    read: ([month, d, y]) => namedMonth(fullYear(y), month!, d),
    long: true,
    dashed: true,
  },
  {
    pattern: new RegExp(
      `(\\d{1,2})(?:, ?| )(\\d{4})(?!\\d)(?<=${name} \\d{1,2} ?[-–] ?\\d{1,2}(?:, ?| )\\d{4})`,
      "gu",
    ),
    read: ([d, y, month]) => namedMonth(fullYear(y), month!, d),
    long: true,
    dashed: true,
  },
  {
    pattern: new RegExp(
      // "SEGUROS MAR 9,17" is an amount behind a name. Where a word does not fit, what it ends with does not either.
      `(?<!\\p{L})${name}[ .\\-/]?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:(?:, ?| |-|/)(\\d{4})(?!\\d)|(?:[-/] ?|, |,(?=['’]))['’]?(\\d{2})(?![\\d.,:/])|(?!,\\d))`,
      "gu",
    ),
    read: ([month, d, y4, y2]) => namedMonth(fullYear(y4 ?? y2), month!, d),
  },
  {
    pattern: /(\d{1,2})([/-])(\d{1,2})(?!\d)/gu,
    read: ([a, , b]) =>
      numeric([
        ["dmy", null, b!, a!],
        ["mdy", null, a!, b!],
      ]),
  },
  {
    pattern: /(\d{1,2})\. ?(\d{1,2})\.(?!\d)|(\d{2})\.(\d{2})(?!\d)/gu,
    read: ([a, b, c, d]) => numeric([["dmy", null, (b ?? d)!, (a ?? c)!]]),
  },
  {
    pattern: /((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/gu,
    read: ([y, m, d]) => numeric([["ymd", y!, m!, d!]]),
    long: true,
  },
  {
    // Millions without marks may look like a day of the Buddhist calendar.
    pattern: /(25\d{2})(\d{2})(\d{2})(?!\d)/gu,
    read: ([y, m, d]) => numeric([["ymd", y!, m!, d!]]),
    compact: true,
    long: true,
  },
  {
    pattern: /(\d{2})(\d{2})(20\d{2})(?!\d)/gu,
    read: ([a, b, y]) =>
      numeric([
        ["dmy", y!, b!, a!],
        ["mdy", y!, a!, b!],
      ]),
    compact: true,
    long: true,
  },
  {
    pattern: /(1[01]\d)(\d{2})(\d{2})(?!\d)/gu,
    read: ([y, m, d]) => numeric([["ymd", y!, m!, d!]]),
    compact: true,
    long: true,
  },
  {
    pattern: /(\d{2})(\d{2})(\d{2})(?!\d)/gu,
    read: ([a, b, c]) =>
      numeric([
        ["dmy", c!, b!, a!],
        ["mdy", c!, a!, b!],
        ["ymd", a!, b!, c!],
      ]).filter(({ year }) => year! >= 2000 && year! <= 2050),
    compact: true,
    long: true,
  },
];

/** The year before the first of each era of Japan. */
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  令: 2018,
  R: 2018,
  平成: 1988,
  平: 1988,
  H: 1988,
  昭和: 1925,
};

/**
 * Two digits are of this century up to 50; 51 to 69 are years of the Buddhist calendar (2567 is 2024) and 70 on of
 * the last century. Three digits are Taiwan's (113 is 2024).
 */
function fullYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  const year = Number(text);
  if (text.length <= 2) return year <= 50 ? 2000 + year : year < 70 ? 1957 + year : 1900 + year;
  if (text.length === 3) return year + 1911;
  return year > 2400 ? year - 543 : year;
}

function namedMonth(
  year: number | null,
  month: string,
  day: string | undefined,
  isApart = false,
): DateReading[] {
  const readings = named(year, monthOf(month)?.toString(), day);
  return isApart && year !== null ? readings.map((each) => ({ ...each, loose: true as const })) : readings;
}

function named(year: number | null, m: string | undefined, d: string | undefined): DateReading[] {
  const reading = { order: "named" as const, year, month: Number(m), day: Number(d) };
  return m !== undefined && possible(reading) ? [reading] : [];
}

function numeric(
  candidates: ReadonlyArray<readonly [DateOrder, string | null, string, string]>,
): DateReading[] {
  const readings = candidates.map(([order, year, m, d]) => ({
    order,
    year: fullYear(year ?? undefined),
    month: Number(m),
    day: Number(d),
  }));
  return fitted(readings.filter(possible));
}

function possible({ year, month: m, day }: DateReading): boolean {
  const days = m === 2 ? 29 : [4, 6, 9, 11].includes(m) ? 30 : 31;
  return m >= 1 && m <= 12 && day >= 1 && day <= days && (year === null || (year >= 1970 && year <= 2100));
}
