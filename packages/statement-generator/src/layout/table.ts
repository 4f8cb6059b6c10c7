import { printMagnitude } from "../printing/amount.ts";
import { printDate } from "../printing/date-style.ts";
import type { AccountSpec } from "../statement-spec.ts";
import { figureKeys } from "./cells.ts";
import {
  type Cells,
  type Column,
  cellsOf,
  columnKeys,
  headingOf,
  placeColumns,
  printBalance,
} from "./columns.ts";
import { drawTable } from "./draw-table.ts";
import type { Sheet } from "./sheet.ts";
import type { Wording } from "./wording.ts";

type Line = { cells: Cells };

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
    draw: () => drawTable(sheet, account, wording, { columns, all, ends, place }),
  };
}

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
  // A statement that is made before its period ends knows no balance of a later day.
  const { created } = sheet.spec;
  const lastDay = created !== null && created < period.to ? created : period.to;
  const inTable = (place: string) => place === "as a line" || place === "both places";
  const opening =
    printed.opening !== null && inTable(dimensions.opening)
      ? [line(wording.opening, printed.opening, period.from)]
      : [];
  const closing =
    printed.closing !== null && inTable(dimensions.closing)
      ? [line(wording.closing, printed.closing, lastDay)]
      : [];
  return newestFirst ? { before: closing, after: opening } : { before: opening, after: closing };
}
