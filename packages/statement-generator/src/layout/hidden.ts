import { addDays } from "../ledger/civil-date.ts";
import { printMagnitude } from "../printing/amount.ts";
import { printDate } from "../printing/date-style.ts";
import type { Mark, Page, TextMark } from "./page.ts";
import type { Sheet } from "./sheet.ts";

/** Rows that are in the file and not on the paper: nobody who looks at the page sees them. */
export function hide(sheet: Sheet): void {
  const { spec } = sheet;
  const { hidden } = spec.dimensions;
  if (hidden === "none") return;
  const random = sheet.random.fork("hidden");
  const { amounts, period } = spec.accounts[0]!;
  for (const page of sheet.pages) {
    const visible = page.over.filter((mark): mark is TextMark => mark.type === "text" && mark.angle === 0);
    const bottoms = visible.filter(({ y }) => y < page.height - 60).map(({ y }) => y);
    const count = random.whole(1, 3);
    for (let at = 0; at < count; at++) {
      const date = printDate(addDays(period.from, random.whole(0, 20)), spec.date, spec.country.words);
      const amount = printMagnitude(BigInt(random.whole(1_000, 999_999)), amounts);
      // In the blank part of the page under its last row, or in the way of a row that is there.
      const free = Math.max(...bottoms, 100) + (at + 1.4) * sheet.lineHeight;
      const y = free < page.height - 60 ? free : random.pick(bottoms);
      const inTheWay = y !== free;
      const texts: [number, string][] = [
        [38, inTheWay ? "" : date],
        [120, `HIDDEN ${random.whole(10, 99)}`],
        [page.width - 190, amount],
      ];
      for (const [x, text] of texts)
        if (text !== "") put(page, hidden, { x, y, text, size: sheet.size }, sheet);
    }
  }
}

type Place = { x: number; y: number; text: string; size: number };

function put(page: Page, how: string, { x, y, text, size }: Place, sheet: Sheet): void {
  const mark: TextMark = {
    type: "text",
    x,
    y,
    text,
    size,
    face: "regular",
    gray: 0,
    angle: 0,
    hidden: null,
    column: 0,
  };
  // Before everything else, so that what covers it covers nothing that is meant to be seen.
  const first = (...marks: Mark[]) => page.under.unshift(...marks);
  switch (how) {
    case "render mode 3":
    case "clipped":
      first({ ...mark, hidden: how });
      break;
    case "white":
      first({ ...mark, gray: 1 });
      break;
    case "tiny":
      first({ ...mark, size: 0.4 });
      break;
    case "off the page":
      first({
        ...mark,
        x: sheet.random.fork(`off ${x}`).chance(0.5) ? x + page.width + 20 : x - page.width - 60,
      });
      break;
    default: {
      const width = sheet.measure(text, "regular", size);
      first(mark, { type: "fill", x: x - 1, y: y - size, width: width + 2, height: size * 1.35, gray: 1 });
    }
  }
}
