import type { Draft } from "../../table/draft/drafts.ts";
import { hasOtherDate, type Spot, shapeOf } from "./date-spots.ts";

/**
 * Whether a row without a date of its own may be of another day than the row above it that gave it one: on papers that print
 * the day in every row, and where what stands there may be a date that was not read.
 *
 * @param drafts all drafts of the account in the order of print, `rows` those of them that are transactions
 * @param places where dates commonly stand
 */
export function inheritanceTest(
  drafts: readonly Draft[],
  rows: readonly number[],
  places: readonly Spot[],
): (index: number) => boolean {
  const isRow = new Set(rows);
  const repeated = repeats(drafts, rows);
  const printsEach = repeated > 0 && repeated >= rows.filter((index) => !drafts[index]!.dated).length;
  const givers = new Map<Draft["date"], number>();
  for (const [index, draft] of drafts.entries())
    if (draft.dated && !givers.has(draft.date)) givers.set(draft.date, index);
  const inherits = rows.some((index) => {
    const giver = givers.get(drafts[index]!.date);
    return !drafts[index]!.dated && giver !== undefined && giver < index && isRow.has(giver);
  });
  return (index) => {
    const draft = drafts[index]!;
    const giver = givers.get(draft.date);
    // A day on a line of its own above its rows belongs to no row.
    const isAlike = places.length === 0 || places.some(({ shape }) => shape === shapeOf(draft));
    if (giver === undefined) return !isAlike || hasOtherDate(draft, places);
    // What stands above the row that prints its date may be of any day before.
    const isFirst = () => drafts.slice(giver + 1, index).every(({ dated }) => !dated);
    const gives = isRow.has(giver) || (inherits && opens(drafts[giver]!) && isFirst());
    return printsEach || giver > index || !gives || hasOtherDate(draft, places);
  };
}

/** "14 Dec  Start balance": where rows print each day once, the first one is of the day of the balance above it. */
function opens({ label }: Draft): boolean {
  return label === "opening" || label === "carried";
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
