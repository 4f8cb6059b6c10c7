import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import type { DateReading } from "../../values/date-reading.ts";
import type { Draft, Entry } from "../draft/drafts.ts";
import { isRightBelow } from "../draft/row-shape.ts";

/** So many dated lines below rows of another day say that rows print a second date below the first. */
const fewest = 2;

/**
 * A dated line without any figure is the first line of the row below when both have the same date; else it is text,
 * such as the value date with a name below the booking date. Where rows are seen to print such a second date, it is
 * theirs also where the next row is of that day.
 */
export function joinSplitRows(entries: readonly Entry[]): Entry[] {
  const halves = halvesOf(entries);
  const below = halves.filter(({ above, row }) => above !== null && row === null).length;
  const first = halves.filter(({ row }) => row !== null).length;
  const areBelow = below >= fewest && below * 3 >= first;
  if (areBelow) for (const draft of completedFar(entries)) draft.dated = false;
  const starting = new Map(halves.map((half) => [half.from, half]));
  const joined: Entry[] = [];
  for (let at = 0; at < entries.length; at++) {
    const half = starting.get(at);
    if (!half) {
      joined.push(entries[at]!);
      continue;
    }
    const { draft, rest, row, above, to } = half;
    const lines = [...draft.before, ...draft.lines, ...rest];
    if (areBelow && above) above.lines.push(...lines);
    else if (row) row.before.unshift(...lines);
    else for (const line of lines) joined.push({ type: "line", line, stray: false, text: true });
    at = to - 1;
  }
  return joined;
}

/**
 * Rows that begin right below another one with a date alone and have their amounts on a line further down: where that date
 * is the second one of the row above, the amounts are another row's, whose own date a page's end has torn away.
 */
function completedFar(entries: readonly Entry[]): Draft[] {
  const drafts = entries.flatMap((entry) => (entry.type === "draft" ? [entry.draft] : []));
  const far = drafts.filter((draft, index) => {
    const above = drafts[index - 1];
    if (!above || above.figures.length === 0 || draft.figures.length === 0 || draft.label) return false;
    const [first] = draft.lines;
    return isRightBelow(first!, above.lines.at(-1)!) && draft.figures.every(({ line }) => line !== first);
  });
  // Where most rows have their amounts below their dates, those are their own.
  return far.length * 3 < drafts.length ? far : [];
}

/**
 * A dated line without any figure and the text below it; `above`: the row that it stands right below;
 * `row`: the next one, where it is of the same day.
 */
type Half = {
  from: number;
  to: number;
  draft: Draft;
  rest: MarkedLine[];
  above: Draft | null;
  row: Draft | null;
};

function halvesOf(entries: readonly Entry[]): Half[] {
  const halves: Half[] = [];
  let last: Draft | null = null;
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at]!;
    if (entry.type !== "draft") continue;
    const { draft } = entry;
    if (draft.figures.length > 0 || draft.label) {
      last = draft;
      continue;
    }
    const rest: MarkedLine[] = [];
    const above: Draft | null = last && isRightBelow(draft.lines[0]!, last.lines.at(-1)!) ? last : null;
    let to = at + 1;
    for (let next = entries[to]; next?.type === "line" && next.text; next = entries[++to]) {
      if (!isRightBelow(next.line, rest.at(-1) ?? draft.lines.at(-1)!)) break;
      rest.push(next.line);
    }
    const next = entries[to];
    const row = next?.type === "draft" && isSameDate(draft.date, next.draft.date) ? next.draft : null;
    halves.push({ from: at, to, draft, rest, above, row });
    at = to - 1;
  }
  return halves;
}

export function isSameDate(a: DateMark, b: DateMark): boolean {
  const { length } = a.readings;
  return length === b.readings.length && a.readings.every((reading, at) => isSame(reading, b.readings[at]!));
}

function isSame(a: DateReading, b: DateReading): boolean {
  return (
    a.order === b.order && a.year === b.year && a.month === b.month && a.day === b.day && a.loose === b.loose
  );
}
