import type { AccountSpec, Printed, PrintedRow } from "../statement-spec.ts";
import { drawCells, type Look } from "./cells.ts";
import { type Cells, type Column, printBalance } from "./columns.ts";
import { rowLines } from "./row-lines.ts";
import type { Sheet } from "./sheet.ts";
import { drawGrid, ruleUnder } from "./table-rules.ts";
import { drawDay, drawSectionHead, drawSubtotal, drawTotals } from "./table-sums.ts";
import type { Wording } from "./wording.ts";

type Table = {
  columns: Column[];
  all: Cells[];
  /** Lines of the opening and closing balance, where they stand among the rows. */
  ends: { before: { cells: Cells }[]; after: { cells: Cells }[] };
  /** Finds each column's place in the region at hand. */
  place: () => boolean;
};

/** Draws heading, rows, sections, sums and rules, turning pages where they end. */
export function drawTable(
  sheet: Sheet,
  account: AccountSpec,
  wording: Wording,
  { columns, all, ends, place }: Table,
): void {
  const { spec } = sheet;
  const { dimensions } = spec;
  const { printed } = account;
  const look = lookOf(sheet);
  let shown = 0;
  const heading = () => {
    place();
    drawHeading(sheet, columns, look);
  };
  const turn = () => {
    const carried = shown > 0 && dimensions.carried !== "no" && columns.some(({ key }) => key === "balance");
    const value = carried ? printBalance(runningAfter(printed, shown), account) : "";
    if (carried && dimensions.carried === "carried and brought")
      drawCells(sheet, columns, { description: wording.carried, balance: value }, look);
    const regionBefore = sheet.region;
    const newPage = sheet.advance();
    if (dimensions.repeatedHeading === "yes") heading();
    else {
      place();
      if (newPage || regionBefore !== sheet.region) sheet.y += sheet.lineHeight * 0.5;
    }
    if (carried) drawCells(sheet, columns, { description: wording.brought, balance: value }, look);
  };
  const sumUp = (section: NonNullable<PrintedRow["section"]>) => {
    if (dimensions.subtotals !== "none" && !sheet.fits(1)) turn();
    drawSubtotal(sheet, account, section, wording, columns, look);
  };
  if (!sheet.fits(5)) sheet.advance();
  heading();
  for (const { cells } of ends.before) drawCells(sheet, columns, cells, look);
  let section: PrintedRow["section"] = null;
  let day = "";
  for (const [index, row] of printed.rows.entries()) {
    if (row.section !== section) {
      if (section !== null) sumUp(section);
      section = row.section;
      if (!sheet.fits(5)) turn();
      drawSectionHead(sheet, section!, wording, columns, look);
    }
    const cells = { ...all[index]! };
    if (dimensions.datesPrinted === "once a day" && row.date === day) delete cells.date;
    if (dimensions.datesPrinted.startsWith("day headings") && row.date !== day) {
      if (!sheet.fits(3)) turn();
      drawDay(sheet, account, row.date, columns, look);
    }
    day = row.date;
    const lines = rowLines(cells, row.text, dimensions);
    const reserve = dimensions.carried === "carried and brought" ? 1 : 0;
    if (dimensions.rowBreak === "whole rows" ? !sheet.fits(lines.length + reserve) : !sheet.fits(1 + reserve))
      turn();
    look.stripe = dimensions.rules === "zebra" && index % 2 === 1;
    for (const [at, line] of lines.entries()) {
      if (at > 0 && !sheet.fits(1)) {
        // Only inside a row: what carries over is the rest of it.
        sheet.advance();
        place();
        if (dimensions.repeatedHeading === "yes") drawHeading(sheet, columns, look);
      }
      drawCells(sheet, columns, line, look);
    }
    look.stripe = false;
    if (dimensions.rules === "between rows" || dimensions.rules === "grid") ruleUnder(sheet);
    sheet.y += look.gap;
    shown = index + 1;
  }
  if (section !== null) sumUp(section);
  for (const { cells } of ends.after) {
    if (!sheet.fits(1)) turn();
    drawCells(sheet, columns, cells, look);
  }
  if (!sheet.fits(1)) turn();
  drawTotals(sheet, account, columns, look);
  if (dimensions.rules === "grid") drawGrid(sheet, columns, look);
  sheet.y += sheet.lineHeight;
}

/** The balance after that many printed rows, oldest first, by the rows as they are printed. */
function runningAfter(printed: Printed, rows: number): bigint {
  for (let at = rows - 1; at >= 0; at--) {
    const { balance } = printed.rows[at]!;
    if (balance !== null) return balance + sumOf(printed, at + 1, rows);
  }
  if (printed.opening !== null) return printed.opening + sumOf(printed, 0, rows);
  const next = printed.rows.findIndex(({ balance }, index) => index >= rows && balance !== null);
  return printed.rows[next]!.balance! - sumOf(printed, rows, next + 1);
}

function sumOf({ rows, direction }: Printed, from: number, to: number): bigint {
  return rows.slice(from, to).reduce((sum, { amount }) => sum + amount * BigInt(direction), 0n);
}

function lookOf(sheet: Sheet): Look {
  const { rules } = sheet.spec.dimensions;
  return {
    ragged: rules === "ragged",
    dark: rules === "dark heading",
    stripe: false,
    gap: rules === "between rows" || rules === "grid" ? 4 : sheet.random.fork("gap").pick([0, 0, 2, 5]),
    tops: new Map(),
  };
}

function drawHeading(sheet: Sheet, columns: readonly Column[], look: Look): void {
  const lines = Math.max(0, ...columns.map(({ heading }) => heading.length));
  look.tops.set(sheet.region, { page: sheet.page, top: sheet.y - sheet.size });
  for (let at = 0; at < lines; at++) {
    const cells: Cells = {};
    for (const { key, heading } of columns) if (heading[at]) cells[key] = heading[at];
    if (look.dark)
      sheet.fill(sheet.region.x - 2, sheet.y - sheet.size, sheet.region.width + 4, sheet.lineHeight, 0.2);
    drawCells(sheet, columns, cells, { ...look, stripe: false }, { face: "bold", gray: look.dark ? 1 : 0 });
  }
  if (lines > 0) {
    if (sheet.spec.dimensions.rules !== "none" && !look.ragged) ruleUnder(sheet);
    sheet.y += 3;
  }
}
