import type { Line } from "../layout/lines.ts";
import { type MarkedLine, markLine } from "../layout/marked-line.ts";
import { lineOfWords } from "../layout/split-line.ts";
import { type Part, partSideBySide } from "./side-by-side.ts";
import { joinWrappedDates } from "./wrapped-dates.ts";

/**
 * The lines of a document in the order in which they are to be read: tables that stand side by side one after the
 * other, and dates whole that narrow cells break.
 */
export function arrange(lines: readonly MarkedLine[]): MarkedLine[] {
  const parted: Line[] = [];
  for (const page of Map.groupBy(lines, (line) => line.page).values())
    for (const part of partSideBySide(page)) parted.push(toLine(part));
  const known = new Map<Line, MarkedLine>(lines.map((line) => [line, line]));
  return joinWrappedDates(parted).map((line, index) => {
    const marked = known.get(line);
    return marked ? (marked.index === index ? marked : { ...marked, index }) : markLine(line, index);
  });
}

function toLine({ line, from, to }: Part): Line {
  return to - from === line.words.length ? line : lineOfWords(line, line.words.slice(from, to));
}
