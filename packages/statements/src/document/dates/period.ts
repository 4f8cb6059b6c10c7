import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import { findPhrases } from "../../text/phrases.ts";
import { daysInMonth } from "../../values/civil-date.ts";
import type { DateOrder } from "../../values/date-reading.ts";
import { monthOf } from "../../values/month.ts";
import { periodPhrases } from "../../vocabulary/lexicon.ts";
import type { PrintedPeriod } from "./resolve-dates.ts";

/** A page with more lines of two dates outside of its rows is no statement's heading. */
const mostPeriods = 6;

/**
 * What may be the first and last day of the statement, the likeliest first: two dates on one line behind a label; two
 * such lines with one date each; two dates on one line; months by name.
 */
export function findPeriods(lines: readonly MarkedLine[], rowLines: ReadonlySet<number>): PrintedPeriod[] {
  const others = lines.filter(
    ({ index, figures }) => !rowLines.has(index) && figures.every(({ weak }) => weak),
  );
  const pairs = others
    .map((line) => ({ marks: rangeOf(line), labelled: isLabelled(line) }))
    .filter((each): each is PrintedPeriod => each.marks !== null)
    .sort((a, b) => Number(b.labelled) - Number(a.labelled));
  const months = monthsOf(others);
  const split = pairs.some(({ labelled }) => labelled) ? null : fromAndTo(others);
  return [
    ...(split ? [{ marks: split, labelled: false }] : []),
    ...pairs,
    ...(months ? [{ marks: months, labelled: false }] : []),
  ].slice(0, mostPeriods);
}

/** The order that a paper names beside its dates: "DD/MM/YYYY", "jj.mm.aaaa". */
export function namedOrder(lines: readonly MarkedLine[]): DateOrder | null {
  for (const { text } of lines) {
    if (!/mm\s?[./-]/i.test(text)) continue;
    if (/\b(?:dd|jj|tt|gg)\s?[./-]\s?mm\s?[./-]\s?(?:yy|aa|jj|gg|rr|åå)/i.test(text)) return "dmy";
    if (/\bmm\s?[./-]\s?dd\s?[./-]\s?yy/i.test(text)) return "mdy";
    if (/\b(?:yyyy|aaaa|jjjj|åååå|rrrr)\s?[./-]\s?mm\s?[./-]\s?(?:dd|jj|tt|gg)/i.test(text)) return "ymd";
  }
  return null;
}

function isLabelled({ words }: MarkedLine): boolean {
  return (
    findPhrases(
      words.map(({ text }) => text),
      periodPhrases,
    ).length > 0
  );
}

function rangeOf(line: MarkedLine): readonly DateMark[] | null {
  if (line.dates.length === 2) return line.dates;
  if (line.dates.length > 2) return joinedDays(line);
  return line.dates.length === 1 ? daysOfOneMonth(line) : null;
}

/** "Payment date 2025.03.14  Period 2025.02.01 ~ 2025.02.28": the one pair of days with nothing but a dash between them. */
function joinedDays({ dates, words }: MarkedLine): DateMark[] | null {
  const pairs = dates.flatMap((from, at) => {
    const to = dates[at + 1];
    if (!to) return [];
    const between = words.slice(from.to, to.from).map(({ text }) => text);
    const isOne = to.from < from.to;
    return isOne || (between.length === 1 && /^[-‐-―−~〜～]$/u.test(between[0]!)) ? [[from, to]] : [];
  });
  return pairs.length === 1 ? pairs[0]! : null;
}

/** "1 - 30 June 2024", "du 1 au 30 juin 2024": the first day has its month and year from the last. */
function daysOfOneMonth(line: MarkedLine): DateMark[] | null {
  const [last] = line.dates as [DateMark];
  const before = line.words.slice(Math.max(0, last.from - 2), last.from).map(({ text }) => text);
  const day = Number(/^(\d{1,2})\.?(?:er|st|nd|rd|th|º)?$/.exec(before[0] ?? "")?.[1]);
  // "Extract no. 5 to 31/05/2024": the number of the statement.
  if (/^(?:n|nr|no|num|№)?[.:º°]*$/i.test(line.words[last.from - 3]?.text ?? "-")) return null;
  if (!(day >= 1) || !/^(?:[-‐-―−~〜～]|\p{L}{1,5})$/u.test(before[1] ?? "")) return null;
  const readings = last.readings
    .filter(({ day: end, year }) => day <= end && year !== null)
    .map((reading) => ({ ...reading, day }));
  return readings.length > 0 ? [{ ...last, readings }, last] : null;
}

/** "From: 1 June 2024" above "To: 30 June 2024". */
function fromAndTo(lines: readonly MarkedLine[]): DateMark[] | null {
  for (let at = 0; at + 1 < lines.length; at++) {
    const [from, to] = [lines[at]!, lines[at + 1]!];
    if (from.dates.length !== 1 || to.dates.length !== 1 || from.page !== to.page) continue;
    if (isLabelled(from) && to.index === from.index + 1) return [from.dates[0]!, to.dates[0]!];
  }
  return null;
}

/** From the first to the last month that is named with its year: "June 2024". */
function monthsOf(lines: readonly MarkedLine[]): DateMark[] | null {
  const found = lines.flatMap((line) => {
    const month = namedMonth(line);
    return month ? [month] : [];
  });
  if (found.length === 0) return null;
  const place = ([{ readings }]: [DateMark, DateMark]) => readings[0]!.year! * 12 + readings[0]!.month;
  found.sort((a, b) => place(a) - place(b));
  return [found[0]![0]!, found.at(-1)![1]!];
}

function namedMonth({ words, dates }: MarkedLine): [DateMark, DateMark] | null {
  // "March 2024, client 441022": digits alone that may be a day are most often a number.
  if (dates.some(({ short }) => !short)) return null;
  for (let at = 0; at < words.length; at++) {
    const east = /^(20\d{2})[年년](\d{1,2})[月월]/u.exec(words[at]!.text);
    // "ENERO /2024", "enero/2024".
    const [name, glued] = words[at]!.text.split("/", 2) as [string, string?];
    const month = east ? Number(east[2]) : monthOf(name);
    const printed = east?.[1] ?? /^\/?(20\d{2})[.,)]?$/.exec(glued ?? words[at + 1]?.text ?? "")?.[1];
    if (!month || month > 12 || !printed) continue;
    const year = Number(printed);
    const last = words[at + 1] ?? words[at]!;
    const mark = (day: number): DateMark => ({
      from: at,
      to: at + 2,
      x0: words[at]!.x0,
      x1: last.x1,
      readings: [{ order: "named", year, month, day }],
      short: false,
    });
    return [mark(1), mark(daysInMonth(year, month))];
  }
  return null;
}
