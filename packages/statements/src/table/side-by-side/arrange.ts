import type { Line } from "../../layout/lines.ts";
import { type MarkedLine, markLine } from "../../layout/marked-line.ts";
import { lineOfWords } from "../../layout/split-line.ts";
import { movedTo } from "../../pdf/word.ts";
import { joinWrappedDates } from "../dates/wrapped-dates.ts";
import { type Part, partSideBySide } from "./side-by-side.ts";
import { withSideSummary } from "./side-summary.ts";

/**
 * The lines of a document in the order in which they are to be read: tables that stand side by side one after the
 * other, a summary beside the rows before them, and dates whole that narrow cells break.
 */
export function arrange(lines: readonly MarkedLine[]): MarkedLine[] {
  const parted: Line[] = [];
  for (const page of Map.groupBy(lines, (line) => line.page).values())
    for (const part of partSideBySide(withSideSummary(page))) parted.push(toLine(part));
  const known = new Map<Line, MarkedLine>(lines.map((line) => [line, line]));
  return joinWrappedDates(parted).map((line, index) => {
    const marked = known.get(line);
    return marked ? (marked.index === index ? marked : { ...marked, index }) : markLine(line, index);
  });
}

/** Words are moved and their boxes are not: those say where they stand on the page. */
function toLine({ line, from, to, shift }: Part): Line {
  if (to - from === line.words.length && shift === 0) return line;
  const words = line.words.slice(from, to);
  return lineOfWords(
    line,
    shift === 0 ? words : words.map((word) => movedTo(word, word.x0 - shift, word.x1 - shift)),
  );
}
