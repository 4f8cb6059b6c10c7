import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import { findPhrases } from "../../text/phrases.ts";
import { headerPhrases } from "../../vocabulary/lexicon.ts";
import type { ColumnRole } from "../../vocabulary/vocabulary.ts";

/**
 * "KIRJAUSPÄIVÄ 02.10." right above the dates that rows print of their own, at their left or behind a number: the words that
 * head columns of dates.
 */
export function titlesDay(
  line: MarkedLine,
  { date }: { date: DateMark },
  next: MarkedLine | undefined,
): boolean {
  const own = next?.dates[0];
  if (!own || Math.abs(own.x0 - line.x0) > 2 || date.from === 0) return false;
  if (!next.words.slice(0, own.from).every(({ text }) => /\d/.test(text))) return false;
  return titleOf(line, date) === "date";
}

/** "KIRJAUSPÄIVÄ 03.01. ARVOPÄIVÄ 03.01.": the line without the day of value behind the day that it heads. */
export function withoutValueDay(line: MarkedLine): MarkedLine {
  const [day, value, ...more] = line.dates;
  if (!day || !value || more.length > 0 || value.to < line.words.length) return line;
  if (headingIn(line, day.to, value.from) !== "value_date") return line;
  return { ...line, words: line.words.slice(0, day.to), dates: [day] };
}

/** What the words before a date head in columns; null where they do not, or not all of them. */
export function titleOf(line: MarkedLine, date: DateMark): ColumnRole | null {
  return headingIn(line, 0, date.from);
}

function headingIn(line: MarkedLine, from: number, to: number): ColumnRole | null {
  const texts = line.words.slice(from, to).map(({ text }) => text);
  const [title] = findPhrases(texts, headerPhrases);
  return title && title.from === 0 && title.to === texts.length ? title.value : null;
}
