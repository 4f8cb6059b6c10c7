import { isRightToLeft } from "../../pdf/printed-text.ts";
import { isSameDate } from "../../table/dates/split-rows.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import { formOf } from "../../table/line/date-form.ts";
import { overlaps } from "../../table/line/span.ts";
import { breaksOrder, isAloneOutOfOrder, isFarOff, leavesOrderOnce } from "./date-order.ts";
import { dateSpots, isOdd, looksDated } from "./date-spots.ts";
import { inheritanceTest } from "./inherited-dates.ts";

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
  const dated = rows.filter((index) => drafts[index]!.dated).map((index) => drafts[index]!);
  if (rows.length === 0) return false;
  if (dated.length === 0)
    return rows.length > mostOfOneDay && new Set(rows.map((index) => dates[index])).size === 1;
  if (dated.some(isSecondOfTwo)) return true;
  const { common, usual } = dateSpots(dated);
  let inOrder: boolean | undefined;
  const nearlyInOrder = () => (inOrder ??= leavesOrderOnce(rows.map((index) => dates[index]!)));
  const lacksNought = noughtTest(dated);
  const isWronglyInherited = inheritanceTest(drafts, rows, common);
  return rows.some((index, at) => {
    const draft = drafts[index]!;
    if (!draft.dated) return isWronglyInherited(index);
    return (
      (usual !== null && !overlaps(usual, draft.date) && looksDated(draft, usual)) ||
      (breaksOrder(dates, rows, at) && (isOdd(draft, common) || lacksNought(draft))) ||
      isFarOff(dates, rows, at) ||
      (nearlyInOrder() && isAloneOutOfOrder(dates, rows, at))
    );
  });
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
