import { isRightToLeft } from "../../pdf/printed-text.ts";
import { isSameDate } from "../../table/dates/split-rows.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import { formOf } from "../../table/line/date-form.ts";
import { overlaps } from "../../table/line/span.ts";
import { daysBetween } from "../../values/civil-date.ts";

const daysOfYear = 366;

/** Of fewer rows nothing says that they are in order; what is booked late is of so many days before at most. */
const fewestInOrder = 6;
const mostDaysLate = 60;

/** More rows under one date, and no other on the paper, are rows whose own date was not read. */
const mostOfOneDay = 5;

/**
 * Whether the rows' dates are to be doubted. No sum can tell a wrong date, so their print has to: each row's date stands
 * where those of the other rows stand and looks like them, and a row without one follows one of the same day on papers
 * that print each day once.
 *
 * @param drafts all drafts of the account in the order of print, `rows` those of them that are transactions
 */
export function hasDoubtfulDates(
  drafts: readonly Draft[],
  dates: readonly string[],
  rows: readonly number[],
): boolean {
  const isRow = new Set(rows);
  const dated = rows.filter((index) => drafts[index]!.dated);
  if (rows.length === 0) return false;
  if (dated.length === 0)
    return rows.length > mostOfOneDay && new Set(rows.map((index) => dates[index])).size === 1;
  if (dated.some((index) => isSecondOfTwo(drafts[index]!))) return true;
  const places = placesOf(dated.map((index) => drafts[index]!));
  let inOrder: boolean | undefined;
  const nearlyInOrder = () => (inOrder ??= leavesOrderOnce(rows.map((index) => dates[index]!)));
  const lacksNought = noughtTest(dated.map((index) => drafts[index]!));
  const repeated = repeats(drafts, rows);
  const printsEach = repeated > 0 && repeated >= rows.length - dated.length;
  const givers = new Map<Draft["date"], number>();
  for (const [index, draft] of drafts.entries())
    if (draft.dated && !givers.has(draft.date)) givers.set(draft.date, index);
  const inherits = rows.some((index) => {
    const giver = givers.get(drafts[index]!.date);
    return !drafts[index]!.dated && giver !== undefined && giver < index && isRow.has(giver);
  });
  const usual = usualPlace(dated.map((index) => drafts[index]!));
  return rows.some((index, at) => {
    const draft = drafts[index]!;
    if (draft.dated)
      return (
        (usual !== null && !overlaps(usual, draft.date) && looksDated(draft, usual)) ||
        (breaksOrder(dates, rows, at) && (isOdd(draft, places) || lacksNought(draft))) ||
        isFarOff(dates, rows, at) ||
        (nearlyInOrder() && isAloneOutOfOrder(dates, rows, at))
      );
    const giver = givers.get(draft.date);
    // A day on a line of its own above its rows belongs to no row.
    const isAlike = places.length === 0 || places.some(({ shape }) => shape === shapeOf(draft));
    if (giver === undefined) return !isAlike || hasOtherDate(draft, places);
    // What stands above the row that prints its date may be of any day before.
    const isFirst = drafts.slice(giver + 1, index).every(({ dated }) => !dated);
    const gives = isRow.has(giver) || (inherits && isFirst && opens(drafts[giver]!));
    return printsEach || giver > index || !gives || hasOtherDate(draft, places);
  });
}

/** "14 Dec  Start balance": where rows print each day once, the first one is of the day of the balance above it. */
function opens({ label }: Draft): boolean {
  return label === "opening" || label === "carried";
}

/** Whether a row begins with another day than its own, in a column of dates that no heading says to be of another kind. */
function isSecondOfTwo({ date, header, lines: [line] }: Draft): boolean {
  const first = isRightToLeft(line!.text)
    ? line!.dates.find(({ from }) => from === date.to)
    : line!.dates.find(({ from, to }) => from <= 1 && to === date.from);
  if (!first) return false;
  // A row's number before its date ("7. 06.07.2024") may look like a day too.
  if (formOf(line!, first) !== formOf(line!, date)) return false;
  return !header?.cells.some(({ role }) => role === "value_date") && !isSameDate(first, date);
}

/** "24/7" among days like "26/08": no program prints both, and what begins so is text. A year of an era may have one digit. */
function noughtTest(dated: readonly Draft[]): (draft: Draft) => boolean {
  let filled: ReadonlySet<number> | undefined;
  return (draft) => {
    if (draft.date.readings.some(({ year }) => year !== null)) return false;
    const bare = placesWith(/^\d$/, draft);
    if (bare.length === 0) return false;
    filled ??= new Set(dated.flatMap((each) => placesWith(/^0\d$/, each)));
    return bare.some((place) => filled!.has(place));
  };
}

/** Which of a date's numbers look so: in "3/04" months are filled up by a nought and days are not. */
function placesWith(pattern: RegExp, { date, lines: [line] }: Draft): number[] {
  const texts = line!.words.slice(date.from, date.to).map(({ text }) => text);
  const numbers = texts.join(" ").match(/\d+/g) ?? [];
  return numbers.flatMap((number, place) => (pattern.test(number) ? [place] : []));
}

type Spot = { x0: number; x1: number; shape: string };

/** What a date looks like: by name or number, with its year or without. */
function shapeOf({ date }: Draft): string {
  const [first] = date.readings;
  return `${first!.order === "named"} ${first!.year !== null}`;
}

/** Where dates stand, and how they look, in at least a tenth of the rows each. */
function placesOf(drafts: readonly Draft[]): Spot[] {
  const spots: (Spot & { count: number })[] = [];
  for (const draft of drafts) {
    const { x0, x1 } = draft.date;
    const shape = shapeOf(draft);
    const same = spots.find((spot) => isAt(spot, draft));
    if (same) same.count++;
    else spots.push({ x0, x1, shape, count: 1 });
  }
  return spots.filter(({ count }) => count * 10 >= drafts.length);
}

/** Where most rows have their date, if any have it elsewhere: there "31/02/2024" is no date, and the day behind it another one. */
function usualPlace(drafts: readonly Draft[]): Spot | null {
  const spots: (Spot & { count: number })[] = [];
  for (const draft of drafts) {
    const spot = spots.find((each) => isAt(each, draft));
    if (spot) spot.count++;
    else spots.push({ ...draft.date, shape: shapeOf(draft), count: 1 });
  }
  const [most] = spots.toSorted((a, b) => b.count - a.count);
  return most && spots.length > 1 && most.count * 2 > drafts.length ? most : null;
}

function isAt(spot: Spot, draft: Draft): boolean {
  const { x0, x1 } = draft.date;
  const near = draft.lines[0]!.size;
  const aligned = [x0 - spot.x0, x1 - spot.x1, (x0 + x1 - spot.x0 - spot.x1) / 2].some(
    (gap) => Math.abs(gap) < near,
  );
  return aligned && spot.shape === shapeOf(draft);
}

function isOdd(draft: Draft, places: readonly Spot[]): boolean {
  return !places.some((spot) => isAt(spot, draft)) && !isUnderHeading(draft, places);
}

/** A few rows on a page of its own margins, or in a second column of the page, have headings of their own there. */
function isUnderHeading(draft: Draft, places: readonly Spot[]): boolean {
  const { header, date, lines } = draft;
  return (
    header?.page === lines[0]!.page &&
    header.cells.some(({ role, x0, x1 }) => role === "date" && x0 < date.x1 && date.x0 < x1) &&
    places.some(({ shape }) => shape === shapeOf(draft))
  );
}

/** Neighbours of one day that both print it: such papers print it in every row. */
function repeats(drafts: readonly Draft[], rows: readonly number[]): number {
  let count = 0;
  for (let at = 1; at < rows.length; at++) {
    const [before, row] = [drafts[rows[at - 1]!]!, drafts[rows[at]!]!];
    const samePage = before.lines[0]!.page === row.lines[0]!.page;
    if (samePage && before.dated && row.dated && sameDay(before, row)) count++;
  }
  return count;
}

function sameDay(a: Draft, b: Draft): boolean {
  const [one, other] = [a.date.readings, b.date.readings];
  return (
    one.length === other.length &&
    one.every(({ year, month, day }, at) => {
      const { year: otherYear, month: otherMonth, day: otherDay } = other[at]!;
      return year === otherYear && month === otherMonth && day === otherDay;
    })
  );
}

/** Whether a row's date lies neither between nor on those of its neighbours. */
function breaksOrder(dates: readonly string[], rows: readonly number[], at: number): boolean {
  const before = at > 0 ? dates[rows[at - 1]!]! : null;
  const after = at + 1 < rows.length ? dates[rows[at + 1]!]! : null;
  const own = dates[rows[at]!]!;
  if (before === null || after === null) return true;
  return !((before <= own && own <= after) || (before >= own && own >= after));
}

/** Whether a row lies more than a year before or behind both of its neighbours: a digit of its year may be another one. */
function isFarOff(dates: readonly string[], rows: readonly number[], at: number): boolean {
  const own = dates[rows[at]!]!;
  const [before, after] = [dates[rows[at - 1]!], dates[rows[at + 1]!]];
  if (before === undefined || after === undefined || before < own !== after < own) return false;
  return [before, after].every((date) => Math.abs(daysBetween(date, own)) > daysOfYear);
}

/** Whether a row lies months before or behind both of its neighbours, and all others are in the order of time. */
function isAloneOutOfOrder(dates: readonly string[], rows: readonly number[], at: number): boolean {
  const own = dates[rows[at]!]!;
  const [before, after] = [dates[rows[at - 1]!], dates[rows[at + 1]!]];
  if (before === undefined || after === undefined || before < own !== after < own) return false;
  if (rows.length < fewestInOrder || ![before, after].every((date) => isMonthsOff(date, own))) return false;
  const others = rows.filter((_, index) => index !== at).map((index) => dates[index]!);
  return (
    others.every((date, index) => index === 0 || date >= others[index - 1]!) ||
    others.every((date, index) => index === 0 || date <= others[index - 1]!)
  );
}

/** Whether dates turn back once at most, as they do where a single one is out of their order. */
function leavesOrderOnce(dates: readonly string[]): boolean {
  let [up, down] = [0, 0];
  for (let at = 1; at < dates.length; at++) {
    if (dates[at]! > dates[at - 1]!) up++;
    if (dates[at]! < dates[at - 1]!) down++;
  }
  return up <= 1 || down <= 1;
}

function isMonthsOff(date: string, own: string): boolean {
  return date.slice(0, 7) !== own.slice(0, 7) && Math.abs(daysBetween(date, own)) > mostDaysLate;
}

/** What may be a date where the other rows have theirs, in a row whose date was not read: digits, no "XXXX 5187". */
function hasOtherDate(draft: Draft, places: readonly Spot[]): boolean {
  const { words } = draft.lines[0]!;
  return places.some(({ x0, x1, shape }) => {
    const there = words.filter((word) => word.x0 < x1 - 1 && x0 + 1 < word.x1).map(({ text }) => text);
    return there.some((text) => /\d/.test(text)) && (isNamed(shape) || /^\P{L}*\d/u.test(there[0]!));
  });
}

/** Whether something like a day stands at a place in a row that has its date elsewhere: numbers parted as those of a day are. */
function looksDated({ lines: [line] }: Draft, { x0, x1, shape }: Spot): boolean {
  const there = line!.words.filter((word) => word.x0 < x1 - 1 && x0 + 1 < word.x1).map(({ text }) => text);
  const text = there.join(" ");
  return isNamed(shape)
    ? /\d/.test(text) && /\p{L}{3}/u.test(text)
    : /^[\dO]{1,5}([./-])[\dO]{1,5}(\1|$)/.test(text);
}

function isNamed(shape: string): boolean {
  return shape.startsWith("true");
}
