import type { Figure } from "../../layout/figures.ts";
import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import { isAmount, standsApart } from "../amounts/amount-or-text.ts";
import type { AmountPlaces } from "../amounts/amount-places.ts";
import type { DatePlaces } from "../dates/date-places.ts";
import { startDate } from "../dates/start-date.ts";
import type { Draft } from "../draft/drafts.ts";
import type { Header } from "../headings/header.ts";
import { withMarks } from "../line/bands.ts";
import { overlaps } from "../line/span.ts";

/** A row of overlapping cells: its date and its amounts may stand on different lines. */
export type GridRow = {
  lines: readonly MarkedLine[];
  /** The line with the date, else the first one with an amount. */
  anchor: number;
  date: DateMark | null;
  /** The amounts of each line, with what other lines of their cells say of them. */
  amounts: Figure[][];
};

/** Null where the lines hold no amount: they are no row. */
export function gridRow(
  lines: readonly MarkedLine[],
  header: Header | null,
  dates: DatePlaces,
  places: AmountPlaces,
): GridRow | null {
  const amounts = lines.map((line) =>
    line.figures
      .filter(
        (figure) =>
          isAmount(line, figure, places) &&
          standsApart(line, figure, places, header) &&
          !(figure.weak && places.hasDecimals),
      )
      .map((figure) => withMarks(figure, line, lines)),
  );
  if (!amounts.some(({ length }) => length > 0)) return null;
  const dated = lines.findIndex((line) => startDate(line, header, dates, true));
  const anchor = dated >= 0 ? dated : amounts.findIndex(({ length }) => length > 0);
  return { lines, anchor, date: startDate(lines[anchor]!, header, dates, true), amounts };
}

/** Gives the row what the cells beside its anchor hold: text above and below, and amounts in columns still free. */
export function takeCells(row: Draft, { lines, anchor, amounts }: GridRow): void {
  row.before.push(...lines.slice(0, anchor));
  for (const [index, figures] of amounts.entries()) {
    const own = row.figures.map(({ figure }) => figure);
    const free = figures.filter(
      (figure) => index !== anchor && !own.some((other) => overlaps(other, figure)),
    );
    row.figures.push(...free.map((figure) => ({ figure, line: lines[index]! })));
  }
  row.figures.sort((a, b) => a.figure.x0 - b.figure.x0);
  row.lines.push(...lines.slice(anchor + 1));
  row.cells = row.lines.length;
}
