import type { Cells, Column, ColumnKey } from "./columns.ts";
import type { Page } from "./page.ts";
import type { Region, Sheet } from "./sheet.ts";

export type Look = {
  ragged: boolean;
  dark: boolean;
  stripe: boolean;
  /** Points between rows. */
  gap: number;
  /** Where the table begins in each region. */
  tops: Map<Region, { page: Page; top: number }>;
};

/** Columns whose figures stand right-aligned under one another. */
export const figureKeys: ReadonlySet<ColumnKey> = new Set([
  "debit",
  "credit",
  "gross",
  "fee",
  "amount",
  "balance",
  "available",
]);

type Options = { face?: "bold"; gray?: number; free?: boolean };

/** One printed line of a table. */
export function drawCells(
  sheet: Sheet,
  columns: readonly Column[],
  cells: Cells,
  look: Look,
  options: Options = {},
): void {
  const { y } = sheet;
  if (look.stripe)
    sheet.fill(sheet.region.x - 2, y - sheet.size, sheet.region.width + 4, sheet.lineHeight, 0.92);
  if (look.ragged) drawRagged(sheet, columns, cells, options);
  else
    for (const [index, column] of columns.entries()) {
      const text = cells[column.key];
      if (!text) continue;
      drawCell(sheet, column, text, index, options);
    }
  sheet.y += sheet.lineHeight;
}

function drawCell(
  sheet: Sheet,
  column: Column,
  text: string,
  index: number,
  { face, gray, free }: Options,
): void {
  const { dimensions } = sheet.spec;
  const figure = figureKeys.has(column.key) && /\d/.test(text);
  // No bank cuts digits off a sum: one that is too wide in bold is printed like the rows' amounts.
  const isWide = figure && !column.right && cut(sheet, text, column, face) !== text;
  const style = { face: isWide ? undefined : face, gray, column: index };
  const fitting = free || column.right || figure ? text : cut(sheet, text, column, face);
  const right = column.x + column.width - 6;
  if (figure && dimensions.amountWords === "mark far apart" && drawApart(sheet, column, text, style)) return;
  if (figure && dimensions.amountWords === "groups apart" && drawGroups(sheet, column, text, style)) return;
  if (
    column.key === "description" &&
    dimensions.descriptions === "wide gap" &&
    drawGapped(sheet, column, fitting, style)
  )
    return;
  if (column.right) sheet.write(right, sheet.y, text, { ...style, align: "right" });
  else sheet.write(column.x, sheet.y, fitting, style);
}

/** What does not fit is left out: banks cut descriptions too. Other columns are as wide as their texts, but in bold. */
function cut(sheet: Sheet, text: string, column: Column, face?: "bold"): string {
  const widest = column.width - (column.key === "description" ? 4 : 1);
  let fitting = text;
  while (fitting.length > 1 && sheet.measure(fitting, face ?? "regular", sheet.size) > widest)
    fitting = fitting.slice(0, -1);
  return fitting.trimEnd();
}

type Style = { face?: "bold"; gray?: number; column: number };

/** "$" at the left end of the column, or "CR" behind a gap. */
function drawApart(sheet: Sheet, column: Column, text: string, style: Style): boolean {
  if (!column.right) return false;
  const right = column.x + column.width - 6;
  const before = /^([^\d\s(+−-]+)\s?([\d].*)$/u.exec(text);
  if (before) {
    sheet.write(column.x, sheet.y, before[1]!, style);
    sheet.write(right, sheet.y, before[2]!, { ...style, align: "right" });
    return true;
  }
  const after = /^(.*\d)\s?([A-Za-z-]{1,2})$/u.exec(text);
  if (!after) return false;
  const width = sheet.measure(after[2]!, "regular", sheet.size);
  sheet.write(right, sheet.y, after[2]!, { ...style, align: "right" });
  sheet.write(right - width - 4, sheet.y, after[1]!, { ...style, align: "right" });
  return true;
}

/** The groups of "1 234,56" drawn each for itself. */
function drawGroups(sheet: Sheet, column: Column, text: string, style: Style): boolean {
  const groups = text.split(" ");
  if (groups.length < 2 || !column.right) return false;
  let right = column.x + column.width - 6;
  for (const group of groups.toReversed()) {
    right -= sheet.write(right, sheet.y, group, { ...style, align: "right" }) + sheet.size * 0.3;
  }
  return true;
}

/** A description whose words stand in two places: a kind and a name. */
function drawGapped(sheet: Sheet, column: Column, text: string, style: Style): boolean {
  const [first, ...rest] = text.split(" ");
  if (rest.length === 0) return false;
  const width = sheet.write(column.x, sheet.y, first!, style);
  const restWidth = sheet.measure(rest.join(" "), "regular", sheet.size);
  const gap = Math.min(34, column.width - 4 - width - restWidth);
  sheet.write(column.x + width + Math.max(3, gap), sheet.y, rest.join(" "), style);
  return true;
}

/** One text with blanks between its parts: nothing stands under anything. */
function drawRagged(sheet: Sheet, columns: readonly Column[], cells: Cells, options: Options): void {
  const parts = columns.map(({ key }) => cells[key] ?? "").filter((text) => text !== "");
  const indent = cells.date || cells.balance || options.free ? 0 : 40;
  const { face, gray } = options;
  if (sheet.spec.country.words.script !== "rtl") {
    sheet.write(sheet.region.x + indent, sheet.y, parts.join("    "), { face, gray });
    return;
  }
  // What is read from the right begins at the right margin, also where a line has no letter of its script.
  let right = sheet.region.x + sheet.region.width - indent;
  const blanks = sheet.measure("    ", face ?? "regular", sheet.size);
  for (const part of parts)
    right -= sheet.write(right, sheet.y, part, { face, gray, align: "right" }) + blanks;
}
