import type { Figure } from "../../layout/figures.ts";
import type { DecimalMark } from "../../values/printed-number.ts";
import type { Draft, Entry } from "../draft/drafts.ts";
import { marks, minorOf } from "../draft/sum-of-part.ts";
import { overlaps } from "../line/span.ts";

/** One heading may come to the rows below it by chance where these are few. */
const fewestRowsOfOne = 3;

type Headed = { draft: Draft; figure: Figure; rows: Draft[] };

/**
 * "Card payments  - 528.85" above rows that come to just this: no row without a date, but the heading of a section with
 * its sum. So where every line among the rows that prints no date is one.
 */
export function withHeadedSums(entries: readonly Entry[]): Entry[] {
  const headed = headedOf(entries);
  const enough = headed.length > 1 || headed.some(({ rows }) => rows.length >= fewestRowsOfOne);
  if (!enough || !marks.some((mark) => headed.every((each) => isSum(each, mark)))) return [...entries];
  const sums = new Map(headed.map(({ draft, figure }) => [draft, figure]));
  return entries.map((entry): Entry => {
    const figure = entry.type === "draft" ? sums.get(entry.draft) : undefined;
    if (entry.type !== "draft" || !figure) return entry;
    const [line] = entry.draft.lines;
    return { type: "label", label: { kind: "total", figure, all: [figure], line: line!, date: null } };
  });
}

/** The rows without a date, with those below up to the next one; none where one of them has more than a heading's line. */
function headedOf(entries: readonly Entry[]): Headed[] {
  const headed: Headed[] = [];
  let open: Headed | null = null;
  for (const entry of entries) {
    if (entry.type === "label") open = null;
    if (entry.type !== "draft") continue;
    const { draft } = entry;
    if (draft.dated || draft.label) {
      open?.rows.push(draft);
      continue;
    }
    const [first, ...more] = draft.figures;
    if (!first || more.length > 0 || draft.lines.length > 1) return [];
    open = { draft, figure: first.figure, rows: [] };
    headed.push(open);
  }
  return headed;
}

function isSum({ figure, rows }: Headed, mark: DecimalMark): boolean {
  let sum = 0n;
  for (const { figures, label } of rows) {
    const own = figures.find((each) => overlaps(each.figure, figure))?.figure;
    const value = own && label === null ? minorOf(own, mark) : null;
    if (value === null) return false;
    sum += value;
  }
  return rows.length > 0 && sum !== 0n && minorOf(figure, mark) === sum;
}
