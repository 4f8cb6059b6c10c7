import type { Entry } from "../../table/draft/drafts.ts";
import { kindOf } from "./entry-kind.ts";

/** Two balances with no row between them, by their places among the entries. */
type Pair = { first: number; last: number };

/**
 * The entries with both balances of each account as most papers print them, where they stand side by side: "Closing balance 90.00
 * Opening balance 20.00" above its rows in the order of time, and of "Opening balance 20.00  Closing balance 90.00"
 * below its rows the former above them.
 */
export function withEndsInOrder(entries: readonly Entry[]): readonly Entry[] {
  const rows = entries.findIndex(isRow);
  const turned = pairs(entries, "closing", "opening");
  if (turned.some(({ last }) => last < rows)) return swapped(entries, turned);
  const below = pairs(entries, "opening", "closing");
  const first = entries.findIndex((entry) => kindOf(entry) === "opening");
  const isBelow = below.length > 1 && first > rows && first === below[0]!.first;
  return isBelow ? withOpeningsAbove(entries, below) : entries;
}

/** Pairs in one line; and such as have a line above them, as the heading of an account has. */
function pairs(entries: readonly Entry[], kind: string, next: string): Pair[] {
  return entries.flatMap((entry, first) => {
    const other = entries[first + 1];
    if (entry.type !== "label" || other?.type !== "label") return [];
    if (kindOf(entry) !== kind || kindOf(other) !== next) return [];
    const isOne = entry.label.line === other.label.line;
    return isOne || entries[first - 1]?.type === "line" ? [{ first, last: first + 1 }] : [];
  });
}

function swapped(entries: readonly Entry[], turned: readonly Pair[]): Entry[] {
  const result = [...entries];
  for (const { first, last } of turned) [result[first], result[last]] = [entries[last]!, entries[first]!];
  return result;
}

function withOpeningsAbove(entries: readonly Entry[], below: readonly Pair[]): Entry[] {
  const result: Entry[] = [];
  let from = 0;
  for (const { first, last } of below) {
    const part = entries.slice(from, first);
    const row = part.findIndex(isRow);
    result.push(...part.slice(0, Math.max(row, 0)), entries[first]!, ...part.slice(Math.max(row, 0)));
    from = last;
  }
  return [...result, ...entries.slice(from)];
}

function isRow(entry: Entry): boolean {
  return entry.type === "draft" && entry.draft.label === null;
}
