import { totalWords } from "../languages/totals.ts";
import { printMagnitude, printSigned } from "../printing/amount.ts";
import { printDate } from "../printing/date-style.ts";
import type { AccountSpec, PrintedRow } from "../statement-spec.ts";
import { drawCells, type Look } from "./cells.ts";
import type { Cells, Column } from "./columns.ts";
import type { Sheet } from "./sheet.ts";
import type { Wording } from "./wording.ts";

const holders = { "first holder": "J SMITH XXXX 1234", "second holder": "M SMITH XXXX 5678" } as const;

/** The day above its rows, with what they come to where the bank prints that. */
export function drawDay(
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
    const column = columns.find(({ key }) => key === "amount")!;
    const beside = sheet.region.x + sheet.measure(text, "bold", sheet.size) + 20;
    // Where amounts come first they stand there.
    const isFree = beside + sheet.measure(total, "bold", sheet.size) < column.x;
    const description = columns.find(({ key }) => key === "description")!;
    const words = isFree ? beside : Math.max(beside, description.x);
    sheet.write(words, sheet.y, total, { face: "bold" });
    const figure = printSigned(
      sum * BigInt(printed.direction === -1 && amounts.sign !== "CR only" ? -1 : 1),
      amounts,
    );
    const at = column.right ? column.x + column.width - 6 : column.x;
    // In a first column too narrow for both the sum would be printed over its day.
    const left = column.right ? at - sheet.measure(figure, "bold", sheet.size) : at;
    const isOver = left < beside - 16 && !isFree;
    if (isOver) {
      sheet.write(words + sheet.measure(total, "bold", sheet.size) + 20, sheet.y, figure, { face: "bold" });
    } else sheet.write(at, sheet.y, figure, { face: "bold", align: column.right ? "right" : "left" });
  }
  sheet.y += sheet.lineHeight;
  look.stripe = false;
}

/** Both sides' sums under their columns. */
export function drawTotals(
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

/** The heading of what follows: money in, money out, fees, or what one holder's card was used for. */
export function drawSectionHead(
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

/** What a section's rows come to, below them. */
export function drawSubtotal(
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
  drawCells(sheet, columns, { description: label, amount: figure }, look, {
    face: "bold",
  });
}
