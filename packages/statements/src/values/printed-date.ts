import { fold } from "../text/fold.ts";
import { monthNumbers } from "../vocabulary/lexicon.ts";

/** In which order a date of numbers is read. `named` dates (a month's name, 年月日) have only one reading. */
export type DateOrder = "dmy" | "mdy" | "ymd";

export type DateReading = {
  order: DateOrder | "named";
  /** null where none is printed. */
  year: number | null;
  month: number;
  day: number;
};

export type PrintedDate = {
  /** Place in the text: of the first character and after the last. */
  start: number;
  end: number;
  readings: DateReading[];
  /** "12.05" may as well be an amount; only its place tells. */
  short: boolean;
};

const separator = "(?: ?[./\\-–] ?|\\s)";
const patterns: ReadonlyArray<readonly [RegExp, (groups: string[]) => DateReading[]]> = [
  [
    /(\d{2,4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?/gu,
    ([y, m, d]) => named(fullYear(y!), m, d),
  ],
  [
    /(令和|平成|昭和|[RHS])\.?\s?(\d{1,2}|元)[年./-]\s?(\d{1,2})[月./-]\s?(\d{1,2})日?/gu,
    ([era, y, m, d]) => eraDate(era!, y!, m!, d!),
  ],
  [
    /(?:民國|民国)\s?(\d{2,3})[年./]\s?(\d{1,2})[月./]\s?(\d{1,2})日?/gu,
    ([y, m, d]) => named(Number(y) + 1911, m, d),
  ],
  [/(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu, ([m, d]) => named(null, m, d)],
  [/(\d{3,4})([./-])(\d{1,2})\2(\d{1,2})(?!\d)/gu, ([y, , m, d]) => numeric([["ymd", y!, m!, d!]])],
  [
    /(\d{1,2})( ?[./-] ?)(\d{1,2})\2(\d{4}|\d{2})(?!\d)/gu,
    ([a, mark, b, c]) =>
      numeric([
        ["dmy", c!, b!, a!],
        // Nobody who puts the month first parts the numbers by dots.
        ...(mark!.includes(".") ? [] : ([["mdy", c!, a!, b!]] as const)),
        ...(c!.length === 2 ? ([["ymd", a!, b!, c!]] as const) : []),
      ]),
  ],
  [
    new RegExp(`(\\d{4})${separator}?(\\p{L}[\\p{L}\\p{M}.]*)${separator}?(\\d{1,2})(?!\\d)`, "gu"),
    ([y, name, d]) => named(fullYear(y!), month(name!), d),
  ],
  [
    new RegExp(
      `(\\d{1,2})(?:st|nd|rd|th|er|º|ª)?\\.?${separator}?(?:de |of )?(\\p{L}[\\p{L}\\p{M}.]*)(?:(?:,? |[./\\-–']|, ?)?(?:de |del )?(\\d{4})(?!\\d)|[ ./\\-–']?'?(\\d{2})(?![\\d.,:/]))?`,
      "gu",
    ),
    ([d, name, y4, y2]) => named(fullYear(y4 ?? y2), month(name!), d),
  ],
  [
    /(\p{L}[\p{L}\p{M}.]*)[ .-]?(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:(?:, ?| |-|\/)(\d{4})(?!\d))?/gu,
    ([name, d, y]) => named(fullYear(y), month(name!), d),
  ],
  [
    /(\d{1,2})([/-])(\d{1,2})(?!\d)/gu,
    ([a, , b]) =>
      numeric([
        ["dmy", null, b!, a!],
        ["mdy", null, a!, b!],
      ]),
  ],
  [/(\d{2})\.(\d{2})\.?(?!\d)/gu, ([a, b]) => numeric([["dmy", null, b!, a!]])],
  [/((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/gu, ([y, m, d]) => numeric([["ymd", y!, m!, d!]])],
];

function month(name: string): string | undefined {
  return monthNumbers.get(fold(name))?.toString();
}

/** Two digits are of this century up to 69; the Buddhist calendar and Taiwan's are told by their size. */
function fullYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  const year = Number(text);
  if (text.length === 2) return year < 70 ? 2000 + year : 1900 + year;
  if (text.length === 3) return year + 1911;
  return year > 2400 ? year - 543 : year;
}

const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  R: 2018,
  平成: 1988,
  H: 1988,
  昭和: 1925,
  S: 1925,
};

function eraDate(era: string, year: string, m: string, d: string): DateReading[] {
  return named(eras[era]! + (year === "元" ? 1 : Number(year)), m, d);
}

function named(year: number | null, m: string | undefined, d: string | undefined): DateReading[] {
  const reading = { order: "named" as const, year, month: Number(m), day: Number(d) };
  return m !== undefined && possible(reading) ? [reading] : [];
}

function numeric(
  candidates: ReadonlyArray<readonly [DateOrder, string | null, string, string]>,
): DateReading[] {
  return candidates
    .map(([order, year, m, d]) => ({
      order,
      year: fullYear(year ?? undefined),
      month: Number(m),
      day: Number(d),
    }))
    .filter(possible);
}

function possible({ year, month: m, day }: DateReading): boolean {
  const days = m === 2 ? 29 : [4, 6, 9, 11].includes(m) ? 30 : 31;
  return m >= 1 && m <= 12 && day >= 1 && day <= days && (year === null || (year >= 1970 && year <= 2100));
}

const boundaryBefore = /[\s([*|:]$/;
const boundaryAfter = /^(?:$|[\s)\],;:*|T～~]|\.\s|\.$|-\s|[–-](?=\d))/;

/** "03 Jun 04 Jun": the second number is the day of the next date and no year. Gives the length that counts. */
function withoutNextDay(match: RegExpExecArray, text: string): number {
  const [whole] = match;
  const day = /\s\d{2}$/.exec(whole);
  const next = /^[ .\-/]{0,2}(\p{L}[\p{L}\p{M}.]*)/u.exec(text.slice(match.index + whole.length))?.[1];
  return day && match.length === 5 && next && month(next) ? day.index : whole.length;
}

/** The dates in a line of text, from left to right, none overlapping another. */
export function findDates(text: string): PrintedDate[] {
  const found: PrintedDate[] = [];
  if (!/\d/.test(text)) return found;
  for (const [pattern, read] of patterns) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index;
      const end = start + withoutNextDay(match, text);
      pattern.lastIndex = end;
      if (
        start > 0 &&
        !boundaryBefore.test(text.slice(0, start)) &&
        !/^[年月\p{Script=Han}]/u.test(text.slice(start - 1, start))
      )
        continue;
      if (!boundaryAfter.test(text.slice(end)) && !/[日일]$/u.test(match[0])) continue;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const readings = read(end < start + match[0].length ? match.slice(1, 3) : match.slice(1));
      if (readings.length === 0) continue;
      found.push({ start, end, readings, short: /^\d{2}\.\d{2}$/.test(match[0]) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
