import type { MarkedLine } from "../../layout/marked-line.ts";

/** "Page 1 of 3", "1/3", alone in a line. */
const numberOfPage = /^(?:\p{L}+[.:]?\s?)?(\d{1,3})\s?(?:\/|\p{L}{1,4})\s?(\d{1,3})$/u;

/** It stands among so many lines at the top or at the end of a page. */
const fewestLines = 2;

/** Whether the last page says that it is not the last one of its paper. */
export function lacksPages(lines: readonly MarkedLine[]): boolean {
  const last = lines.at(-1)?.page;
  const own = lines.filter(({ page }) => page === last);
  return [...own.slice(0, fewestLines), ...own.slice(-fewestLines)].some(({ text, dates, labels }) => {
    const [, page, pages] = numberOfPage.exec(text.trim()) ?? [];
    const isNumber = dates.length === 0 && labels.length === 0 && Number(page) === last;
    return isNumber && Number(pages) > Number(page);
  });
}
