import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";

/** What a date looks like: "9/9/9999", "9 a". */
export function formOf({ words }: MarkedLine, { from, to }: DateMark): string {
  return words
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ")
    .replace(/\d+/g, ({ length }) => (length > 2 ? "9999" : "9"))
    .replace(/[\p{L}\p{M}]+/gu, "a");
}
