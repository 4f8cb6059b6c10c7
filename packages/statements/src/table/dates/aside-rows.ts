import type { MarkedLine } from "../../layout/marked-line.ts";
import { isAsideTitle } from "../labels/labels.ts";

/** The dated lines right below a title of something else ("Daily balances"), by their index: they date no row. */
export function asideRows(lines: readonly MarkedLine[]): ReadonlySet<number> {
  const rows = new Set<number>();
  let isAside = false;
  let before: MarkedLine | null = null;
  for (const line of lines) {
    if (isAsideTitle(line)) isAside = true;
    else if (line.dates.length === 0 && before !== null && rows.has(before.index)) isAside = false;
    if (isAside && line.dates.length > 0) rows.add(line.index);
    before = line;
  }
  return rows;
}
