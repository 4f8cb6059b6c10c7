import { type DateMark, type MarkedLine, plainWords } from "../layout/marked-line.ts";
import type { Header } from "./headers.ts";

/** The date that begins a row: at the start of a line, after its number at most, or in the header's date column. */
export function startDate(line: MarkedLine, header: Header | null): DateMark | null {
  const [first, second] = line.dates;
  if (!first) return null;
  const column = header?.cells.find(({ role }) => role === "date");
  const leading = line.words.slice(0, first.from);
  const inPlace = leading.every(({ text }) => !/\p{L}{2}/u.test(text)) && leading.length <= 2;
  if (!inPlace && !(column && first.x0 < column.x1 && column.x0 < first.x1)) return null;
  if (second && isRange(line, first, second)) return null;
  return first;
}

/** "01/06/2026 - 30/06/2026", "1 au 30 juin": a period, not a row with two dates. */
function isRange(line: MarkedLine, first: DateMark, second: DateMark): boolean {
  if (second.from === first.to) return line.figures.length === 0 && plainWords(line).length <= 2;
  const between = line.words.slice(first.to, second.from).map(({ text }) => text);
  return (
    between.length === 1 &&
    (/^[-–—~→]+$/.test(between[0]!) || (/^\p{L}{1,5}$/u.test(between[0]!) && line.figures.length === 0))
  );
}
