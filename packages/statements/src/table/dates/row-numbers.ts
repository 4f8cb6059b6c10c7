import type { MarkedLine } from "../../layout/marked-line.ts";
import { overlaps, type Span } from "../line/span.ts";

/** Where rows are numbered before their dates; null where they are not. */
export function numberPlace(dated: readonly MarkedLine[], lines: readonly MarkedLine[]): Span | null {
  const numbered = dated.filter(({ words, dates }) => dates[0]!.from === 1 && isNumber(words[0]!.text));
  const [first] = numbered;
  if (!first) return null;
  const left = first.dates[0]!.x0;
  const inColumn = dated.filter(({ dates }) => Math.abs(dates[0]!.x0 - left) < 4);
  if (numbered.length * 5 <= inColumn.length * 4) return null;
  const numbers = numbered.map(({ words }) => words[0]!);
  const place = {
    x0: Math.min(...numbers.map(({ x0 }) => x0)),
    x1: Math.max(...numbers.map(({ x1 }) => x1)),
  };
  // One number may be anything; two that follow one another are not.
  const next = Number.parseInt(first.words[0]!.text, 10) + 1;
  const isNext = ({ words: [word] }: MarkedLine) =>
    word !== undefined && Number.parseInt(word.text, 10) === next && overlaps(word, place);
  return numbered.length > 1 || lines.some(isNext) ? place : null;
}

/** Whether a line without a date begins with the number that rows have before theirs. */
export function isNumbered({ words: [first, second] }: MarkedLine, numbers: Span | null): boolean {
  if (!numbers || !first || !second || !isNumber(first.text)) return false;
  return overlaps(first, numbers) && second.x0 > numbers.x1;
}

function isNumber(text: string): boolean {
  return /^\d{1,6}\.?$/.test(text);
}
