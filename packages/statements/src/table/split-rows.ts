import type { DateMark } from "../layout/marked-line.ts";
import type { Draft, Entry } from "./drafts.ts";
import { isRightBelow } from "./row-shape.ts";

/**
 * A dated line without any figure is the first line of the row below when both have the same date; else it is text,
 * such as the value date with a name below the booking date.
 */
export function joinSplitRows(entries: readonly Entry[]): Entry[] {
  const joined: Entry[] = [];
  let waiting: Draft | null = null;
  const release = () => {
    for (const line of waiting ? [...waiting.before, ...waiting.lines] : [])
      joined.push({ type: "line", line, stray: false, text: true });
    waiting = null;
  };
  for (const entry of entries) {
    if (entry.type !== "draft") {
      if (waiting && entry.type === "line" && entry.text && isRightBelow(entry.line, waiting.lines.at(-1)!)) {
        waiting.lines.push(entry.line);
        continue;
      }
      release();
      joined.push(entry);
      continue;
    }
    const { draft } = entry;
    const first: Draft | null = waiting;
    if (first && isSameDate(first.date, draft.date)) {
      draft.before.unshift(...first.before, ...first.lines);
      waiting = null;
    }
    release();
    if (draft.figures.length === 0 && !draft.label) waiting = draft;
    else joined.push(entry);
  }
  release();
  return joined;
}

export function isSameDate(a: DateMark, b: DateMark): boolean {
  return JSON.stringify(a.readings) === JSON.stringify(b.readings);
}
