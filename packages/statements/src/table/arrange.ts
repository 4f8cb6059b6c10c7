import { type MarkedLine, markLine } from "../layout/marked-line.ts";
import { lineOfWords } from "../layout/split-line.ts";
import { type Part, partSideBySide } from "./side-by-side.ts";

/** The lines of a document in the order in which they are to be read. */
export function arrange(lines: readonly MarkedLine[]): MarkedLine[] {
  const arranged: MarkedLine[] = [];
  for (const page of Map.groupBy(lines, (line) => line.page).values()) {
    for (const part of partSideBySide(page)) arranged.push(toLine(part, arranged.length));
  }
  return arranged;
}

function toLine({ line, from, to }: Part, index: number): MarkedLine {
  if (to - from === line.words.length) return line.index === index ? line : { ...line, index };
  return markLine(lineOfWords(line, line.words.slice(from, to)), index);
}
