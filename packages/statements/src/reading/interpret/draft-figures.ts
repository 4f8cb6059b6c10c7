import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { ColumnModel } from "../../table/columns/column-model.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import type { MoneyRole } from "./roles.ts";

/** How many figures of a row may be amounts: not those of a column of references. */
export function figuresOf({ cells, headed }: ColumnModel, index: number): number {
  return cells[index]!.filter((figure, column) => figure && headed[column] !== "other").length;
}

/** Whether a line prints no digits under the columns of amounts but its figures: then no amount of it was missed. */
export function isBare({ lines, figures, date }: Draft, { spans }: ColumnModel): boolean {
  const [line] = lines as [MarkedLine];
  const read = new Set<number>();
  for (const { from, to } of [date, ...line.dates, ...figures.map(({ figure }) => figure)])
    for (let at = from; at < to; at++) read.add(at);
  return line.words.every(
    ({ text, x0, x1 }, at) =>
      read.has(at) || !/\p{N}/u.test(text) || !spans.some((span) => x0 < span.x1 && span.x0 < x1),
  );
}

/**
 * Whether a heading or the rows say what a column holds. Where neither does, as where a balance above ragged rows stands in
 * a place of its own, its role is a guess of the search.
 */
export function isTold(
  role: MoneyRole,
  drafts: readonly Draft[],
  { headed, cells }: ColumnModel,
  roles: readonly MoneyRole[],
): boolean {
  const column = roles.indexOf(role);
  return headed[column] === role || drafts.some(({ label }, index) => !label && cells[index]![column]);
}

export function isNonZero(figure: Figure | null): figure is Figure {
  return figure?.readings.some(({ whole, fraction }) => /[1-9]/.test(whole + fraction)) ?? false;
}
