import type { MarkedLine } from "../../layout/marked-line.ts";
import { findPhrases } from "../../text/phrases.ts";
import { nextPagePhrases } from "../../vocabulary/lexicon.ts";

/** "Page 1 of 3", "1/3", alone in a line. */
const printed = /^(?:\p{L}+[.:]?\s?)?(\d{1,3})\s?(?:\/|\p{L}{1,4})\s?(\d{1,3})$/u;

/** Which page of how many. */
export type PageNumber = { page: number; pages: number };

/** It stands among so many lines at the top or at the end of a page. */
const fewestLines = 2;

/** Whether the last page says that it is not the last one of its paper. */
export function lacksPages(lines: readonly MarkedLine[]): boolean {
  const last = lines.at(-1)?.page;
  const own = lines.filter(({ page }) => page === last);
  const number = numberOfPage(own);
  return (number !== null && number.page === last && number.pages > number.page) || own.some(goesOn);
}

/** "Continued on next page", "Carried forward to page 3" on the second one. */
function goesOn({ page, words, figures }: MarkedLine): boolean {
  const found = findPhrases(
    words.map(({ text }) => text),
    nextPagePhrases,
  );
  return found.some(({ to }) => {
    const next = figures.find(({ from, weak }) => weak && from === to);
    return !next || Number(next.text) > page;
  });
}

/** What a page's lines say of its number, and of how many pages there are; null where they do not. */
export function numberOfPage(lines: readonly MarkedLine[]): PageNumber | null {
  for (const { text, dates, labels } of [...lines.slice(0, fewestLines), ...lines.slice(-fewestLines)]) {
    const [, page, pages] = printed.exec(text.trim()) ?? [];
    if (page !== undefined && dates.length === 0 && labels.length === 0) {
      return { page: Number(page), pages: Number(pages) };
    }
  }
  return null;
}
