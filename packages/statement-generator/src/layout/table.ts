import { totalWords } from "../languages/totals.ts";
import { printMagnitude, printSigned } from "../printing/amount.ts";
import { printDate } from "../printing/date-style.ts";
import type { AccountSpec, Printed, PrintedRow } from "../statement-spec.ts";
import { drawCells, figureKeys, type Look } from "./cells.ts";
import {
  type Cells,
  type Column,
  cellsOf,
  columnKeys,
  headingOf,
  placeColumns,
  printBalance,
} from "./columns.ts";
import { rowLines } from "./row-lines.ts";
import type { Sheet } from "./sheet.ts";
import type { Wording } from "./wording.ts";

const holders = { "first holder": "J SMITH XXXX 1234", "second holder": "M SMITH XXXX 5678" } as const;

type Line = { cells: Cells; face?: "bold" };

/** The rows of one account, over as many pages as they need. Returns false when they are too wide for the page. */
export function tableOf(sheet: Sheet, account: AccountSpec, wording: Wording) {
  const { spec } = sheet;
  const { dimensions } = spec;
  const { printed } = account;
  const columns: Column[] = columnKeys(spec, printed).map((key) => ({
    key,
    heading: headingLines(sheet, headingOf(key, spec, wording, printed.swapped), key),
    right: figureKeys.has(key) && dimensions.alignment === "right",
    x: 0,
    width: 0,
  }));
  const all = printed.rows.map((row, index) => cellsOf(row, index, { spec, account, wording }));
  const ends = endLines(account, dimensions.order === "newest first", wording, sheet, columns);
  const place = (): boolean =>
    placeColumns(
      columns,
      [...all, ...ends.before.map(({ cells }) => cells), ...ends.after.map(({ cells }) => cells)],
      {
        measure: sheet.measure,
        size: sheet.size,
        left: sheet.region.x,
        width: sheet.region.width,
      },
    );
  return {
    columns,
    all,
    ends,
    place,
    draw: () => draw(sheet, account, wording, { columns, all, ends, place }),
  };
}

type Table = {
  columns: Column[];
  all: Cells[];
  ends: { before: Line[]; after: Line[] };
  place: () => boolean;
};

function headingLines(sheet: Sheet, heading: string, key: string): string[] {
  const { dimensions, country } = sheet.spec;
  if (dimensions.headings === "none" || heading === "") return [];
  const latin = ["latin1", "latin"].includes(country.words.script);
  if (dimensions.headings === "two languages" && country.words.code !== "en" && latin) {
    const english: Record<string, string> = {
      date: "Date",
      valueDate: "Value date",
      description: "Description",
      reference: "Reference",
      debit: "Debit",
      credit: "Credit",
      amount: "Amount",
      balance: "Balance",
      type: "Type",
    };
    // Under swapped headings the translation must not tell the truth.
    if (english[key] && key !== "debit" && key !== "credit") return [heading, english[key]];
  }
  const words = heading.split(" ");
  if (dimensions.headings === "over two lines" && words.length > 1) {
    const half = Math.ceil(words.length / 2);
    return [words.slice(0, half).join(" "), words.slice(half).join(" ")];
  }
  return [heading];
}

/** Opening and closing balance where they are lines of the table. */
function endLines(
  account: AccountSpec,
  newestFirst: boolean,
  wording: Wording,
  sheet: Sheet,
  columns: readonly Column[],
) {
  const { dimensions, country } = sheet.spec;
  const { printed, period } = account;
  const line = (label: string, value: bigint, date: string): Line => {
    const where = columns.some(({ key }) => key === "balance")
      ? "balance"
      : columns.some(({ key }) => key === "amount")
        ? "amount"
        : value < 0n
          ? "debit"
          : "credit";
    // In a column of one side the figure has no mark of its own.
    const figure =
      where === "debit" || where === "credit"
        ? printMagnitude(value, account.amounts)
        : printBalance(value, account);
    const cells: Cells = { description: label, [where]: figure };
    // A dated line prints no date where rows print theirs once a day: the next row would seem to be of that day.
    if (
      dimensions.datesPrinted === "each row" &&
      dimensions.length !== "none" &&
      sheet.random.fork(`dated ${label}`).chance(0.4)
    )
      cells.date = printDate(date, sheet.spec.date, country.words);
    return { cells };
  };
  const inTable = (place: string) => place === "as a line" || place === "both places";
  const opening =
    printed.opening !== null && inTable(dimensions.opening)
      ? [line(wording.opening, printed.opening, period.from)]
      : [];
  const closing =
    printed.closing !== null && inTable(dimensions.closing)
      ? [line(wording.closing, printed.closing, period.to)]
      : [];
  return newestFirst ? { before: closing, after: opening } : { before: opening, after: closing };
}

function draw(
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
  if (!sheet.fits(5)) sheet.advance();
  heading();
  for (const { cells } of ends.before) drawCells(sheet, columns, cells, look);
  let section: PrintedRow["section"] = null;
  let day = "";
  for (const [index, row] of printed.rows.entries()) {
    if (row.section !== section) {
      if (section !== null) drawSubtotal(sheet, account, section, wording, columns, look);
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
  if (section !== null) drawSubtotal(sheet, account, section, wording, columns, look);
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

/** The day above its rows, with what they come to where the bank prints that. */
function drawDay(
  sheet: Sheet,
  { printed, amounts }: AccountSpec,
  date: string,
  columns: readonly Column[],
  look: Look,
): void {
  const { dimensions, country } = sheet.spec;
  const text = printDate(date, sheet.spec.date, country.words);
  sheet.write(sheet.region.x, sheet.y, text, { face: "bold" });
  const total = totalWords[country.words.code];
  if (dimensions.datesPrinted === "day headings with totals" && total) {
    const sum = printed.rows.reduce((all, row) => (row.date === date ? all + row.amount : all), 0n);
    const label = sheet.measure(text, "bold", sheet.size);
    sheet.write(sheet.region.x + label + 20, sheet.y, total, { face: "bold" });
    const column = columns.find(({ key }) => key === "amount")!;
    const figure = printSigned(
      sum * BigInt(printed.direction === -1 && amounts.sign !== "CR only" ? -1 : 1),
      amounts,
    );
    const at = column.right ? column.x + column.width - 6 : column.x;
    sheet.write(at, sheet.y, figure, { face: "bold", align: column.right ? "right" : "left" });
  }
  sheet.y += sheet.lineHeight;
  look.stripe = false;
}

/** Both sides' sums under their columns. */
function drawTotals(
  sheet: Sheet,
  { printed, amounts }: AccountSpec,
  columns: readonly Column[],
  look: Look,
): void {
  const word = totalWords[sheet.spec.country.words.code];
  if (sheet.spec.dimensions.totalsAt !== "under the rows" || !printed.totals || !word) return;
  const cells: Cells = {
    description: word,
    debit: printMagnitude(printed.totals.debits, amounts),
    credit: printMagnitude(printed.totals.credits, amounts),
  };
  drawCells(sheet, columns, cells, look, { face: "bold" });
}

function drawSectionHead(
  sheet: Sheet,
  section: NonNullable<PrintedRow["section"]>,
  wording: Wording,
  columns: readonly Column[],
  look: Look,
): void {
  const names = {
    in: wording.depositSection,
    out: wording.withdrawalSection,
    fees: wording.feeSection,
    ...holders,
  };
  sheet.y += sheet.lineHeight * 0.5;
  drawCells(
    sheet,
    columns,
    { date: names[section] },
    { ...look, stripe: false },
    { face: "bold", free: true },
  );
}

function drawSubtotal(
  sheet: Sheet,
  account: AccountSpec,
  section: NonNullable<PrintedRow["section"]>,
  wording: Wording,
  columns: readonly Column[],
  look: Look,
): void {
  const { dimensions } = sheet.spec;
  if (dimensions.subtotals === "none") return;
  const rows = account.printed.rows.filter((row) => row.section === section);
  const sum = rows.reduce((total, { amount }) => total + amount, 0n);
  const total = totalWords[sheet.spec.country.words.code];
  const { code } = sheet.spec.country.words;
  // "Total service fees", and in East Asia the other way round.
  const totalOf = (name: string) =>
    total === undefined
      ? name
      : /^(?:ja|zh|ko)/.test(code)
        ? `${name} ${total}`
        : `${total} ${name.toLowerCase()}`;
  const label = {
    in: wording.totalCredits,
    out: dimensions.sections === "in and out" ? wording.totalDebits : totalOf(wording.withdrawalSection),
    fees: totalOf(wording.feeSection),
    "first holder": `${total} ${holders["first holder"]}`,
    "second holder": `${total} ${holders["second holder"]}`,
  }[section];
  const oneSided = section === "in" || section === "out" || section === "fees";
  if (!oneSided && !total) return;
  const figure = oneSided
    ? printMagnitude(sum, account.amounts)
    : printSigned(account.amounts.sign === "CR only" ? sum : -sum, account.amounts);
  if (!sheet.fits(1)) sheet.advance();
  drawCells(sheet, columns, { description: label, amount: figure }, look, {
    face: "bold",
  });
}

function ruleUnder(sheet: Sheet): void {
  const y = sheet.y - sheet.size + 1;
  sheet.line(sheet.region.x - 2, y, sheet.region.x + sheet.region.width + 2, y);
  sheet.y += 2;
}

function drawGrid(sheet: Sheet, columns: readonly Column[], look: Look): void {
  for (const [region, { page, top }] of look.tops) {
    const bottom = region === sheet.region ? sheet.y - sheet.size + 1 : region.bottom;
    const shift = region.x - sheet.region.x;
    for (const x of [...columns.map((column) => column.x - 3), sheet.region.x + sheet.region.width + 2]) {
      page.over.push({ type: "line", x: x + shift, y: top, toX: x + shift, toY: bottom });
    }
  }
}
