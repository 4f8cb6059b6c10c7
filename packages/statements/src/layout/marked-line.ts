import { fold } from "../text/fold.ts";
import { findPhrases, type PhraseMatch } from "../text/phrases.ts";
import { type DateReading, findDates } from "../values/printed-date.ts";
import { type LabelKind, labelPhrases } from "../vocabulary/lexicon.ts";
import { type Figure, findFigures } from "./figures.ts";
import type { Line } from "./lines.ts";

/** A date in a line: the words that it covers, and its readings. */
export type DateMark = {
  from: number;
  to: number;
  x0: number;
  x1: number;
  readings: DateReading[];
  short: boolean;
};

/** A line with what its words may mean. */
export type MarkedLine = Line & {
  /** Its place in the document, counted over all pages. */
  index: number;
  text: string;
  dates: DateMark[];
  figures: Figure[];
  labels: PhraseMatch<LabelKind>[];
};

export function markLine(line: Line, index: number): MarkedLine {
  const starts: number[] = [];
  let text = "";
  for (const word of line.words) {
    if (text !== "") text += " ";
    starts.push(text.length);
    text += word.text;
  }
  const wordAt = (offset: number) => {
    let word = starts.length - 1;
    while (word > 0 && starts[word]! > offset) word--;
    return word;
  };
  const dates: DateMark[] = [];
  for (const date of findDates(text)) {
    const from = wordAt(date.start);
    const to = wordAt(date.end - 1) + 1;
    // "12.05" is a date only where a row begins, or behind another one of its kind.
    const before = dates.at(-1);
    if (date.short && (before ? !before.short || from > before.to : from > 0)) continue;
    if (isSpread(line, from, to)) continue;
    dates.push({
      from,
      to,
      x0: line.words[from]!.x0,
      x1: line.words[to - 1]!.x1,
      readings: date.readings,
      short: date.short,
    });
  }
  const taken = new Set(
    dates.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)),
  );
  const labels = findPhrases(
    line.words.map((word) => word.text),
    labelPhrases,
  );
  return { ...line, index, text, dates, figures: findFigures(line.words, taken), labels };
}

/** Words of one date stand close together: "12" in one column and "May" in the next are none. */
function isSpread(line: Line, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    if (line.words[at]!.x0 - line.words[at - 1]!.x1 > 1.5 * line.size) return true;
  }
  return false;
}

/** The words of a line that are neither date nor figure. */
export function plainWords(line: MarkedLine): number[] {
  const covered = new Set<number>();
  for (const { from, to } of [...line.dates, ...line.figures])
    for (let at = from; at < to; at++) covered.add(at);
  return line.words
    .map((_, index) => index)
    .filter((index) => !covered.has(index) && fold(line.words[index]!.text) !== "");
}
