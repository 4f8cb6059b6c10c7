import type { Figure } from "../../layout/figures.ts";
import { arePoints, isInSentence, isSpread } from "../amounts/amount-or-text.ts";
import { withoutTextFigure } from "../amounts/amounts-below-text.ts";
import { balanceFigures } from "../amounts/balance-figures.ts";
import { sumOf } from "../dates/day-entry.ts";
import { startDate } from "../dates/start-date.ts";
import { isUndatedTransfer } from "../draft/balance-chain.ts";
import { completesRow, continues, isRightBelow } from "../draft/row-shape.ts";
import { sumOfPart } from "../draft/sum-of-part.ts";
import { isOfSummary } from "../draft/summary-line.ts";
import { labelled } from "../labels/labelled-figures.ts";
import { beginsTransfer, isListed, isSum, labelOf, sectionOf } from "../labels/labels.ts";
import { isNumberOfAccount } from "../line/names-account.ts";
import { isTitleBelow } from "./asides.ts";
import { amountsIn } from "./document-shape.ts";
import { gridRow, takeCells } from "./grid-row.ts";
import { OpenTable } from "./open-table.ts";
import {
  bookedOn,
  completesTorn,
  followsDay,
  followsRow,
  isDateInText,
  isNumberedText,
  isRowWithoutDate,
  isTornFrom,
  leadsToRow,
} from "./table-so-far.ts";

/** Goes down the document once and says of each line what it is to the table that it stands in. */
export class DraftBuilder extends OpenTable {
  /** Takes the line, or the row of a grid that begins with it. Gives the last line taken. */
  add(at: number): number {
    const last = this.shape.bands.get(at);
    if (last !== undefined && this.addBand(at, last)) return last;
    this.addLine(at);
    return at;
  }

  /** The row of a grid; false where the lines are none. */
  addBand(first: number, last: number): boolean {
    const lines = this.shape.lines.slice(first, last + 1);
    const grid = gridRow(lines, this.header, this.shape.dates, this.shape.places);
    if (!grid) return false;
    const { date } = grid;
    const [line, amounts] = [lines[grid.anchor]!, grid.amounts[grid.anchor]!];
    if (!date && (labelOf(line, false, true) || !isRowWithoutDate(this, line, amounts))) return false;
    const label = date ? labelOf(line, true, true) : null;
    takeCells(this.open(line, date ?? this.day ?? this.lastRow!.date, date !== null, amounts, label), grid);
    this.lastLine = lines.at(-1)!;
    return true;
  }

  addLine(at: number): void {
    const line = this.shape.lines[at]!;
    const found = startDate(line, this.header, this.shape.dates);
    const date = found && isDateInText(this, line, found) ? null : found;
    if (this.opensDay(at)) return;
    const { figures, amounts } = amountsIn(line, date, this.header, this.shape);
    const inTable =
      !date &&
      this.closedOn !== line.page &&
      (followsRow(this, line, amounts) || (amounts.length > 0 && followsDay(this, line, amounts)));
    // Where each row has printed its date, a line without one is no row.
    const mayBeRow =
      inTable && (this.inheritsDates || this.datedRows < 3 || isUndatedTransfer(line, amounts, this.lastRow));
    const label = labelOf(line, date !== null, mayBeRow);
    if (date && label && isSum(label)) {
      this.openDay(line, { date, total: null }, sumOf(line, figures, label));
      this.sumsHeadRows = true;
      this.section.side = label === "total_debits" ? "debit" : "credit";
    } else if (date) this.open(line, bookedOn(this, date), true, label ? figures : amounts, label);
    else if (!label || !this.addLabel(at, figures, inTable)) this.addUndated(at, amounts, inTable);
  }

  /** Figures with their labels; false where the label is but a word of a row's text. */
  addLabel(at: number, amounts: Figure[], inTable: boolean): boolean {
    const line = this.shape.lines[at]!;
    const isWhole = !this.shape.places.hasDecimals;
    // A line of figures above has gone to no row.
    const [over, below] = [this.shape.lines[at - 1], this.shape.lines[at + 1]];
    const above = this.lastRow ? undefined : over;
    const found = [
      ...labelled(line, below, balanceFigures(line, amounts, this.shape.places), isWhole, above, over),
    ].filter((label) => !arePoints(label.line, this.shape.places));
    const isText = beginsTransfer(line) || (this.current && continues(this.current, line, false));
    if (found.length === 0 && amounts.length === 0 && isText) return false;
    const headed = found.length > 0 && isOfSummary(line, below, this.entries) ? null : sectionOf(line);
    for (const label of found) {
      this.entries.push({ type: "label", label });
      if (label.line !== line) this.told = label.line;
      // "Money in 500.00" and "Money out 80.00" stand above the rows of a day, the one below those of the other.
      if (this.sumsHeadRows && this.day && isSum(label.kind))
        this.section.side = label.kind === "total_debits" ? "debit" : "credit";
      if (label.kind === "opening") this.closedOn = null;
      if (label.kind === "closing" && this.lastRow) this.closedOn = line.page;
    }
    if (line.labels.some(({ value }) => value === "opening")) this.section.leave();
    // Where days stand above their rows, no row below a line with another day is of the one before.
    const [day] = line.dates;
    if (this.shape.dates.days.rows.length > 0 && day?.from === 0) this.day = day;
    if (found.length === 0) this.entries.push({ type: "line", line, stray: false, text: false });
    this.section.enter(headed, line);
    this.current = null;
    if (inTable) this.lastLine = line;
    return true;
  }

  addUndated(at: number, amounts: Figure[], inTable: boolean): void {
    const [line, below] = [this.shape.lines[at]!, this.shape.lines[at + 1]];
    const { current, torn } = this;
    const isEach = !this.inheritsDates && this.datedRows > 2;
    const bare = current && isEach ? withoutTextFigure(current, amounts) : current;
    const completes = bare !== null && completesRow(bare, line);
    if (current && completes && amounts.length > 0) current.figures = bare.figures;
    const isText = current !== null && (continues(current, line, amounts.length > 0) || completes);
    // Where rows may begin with text alone, or right below their day, "Purchase CINEMA" is one of them rather than a heading.
    const mayBegin = amounts.length === 0 ? leadsToRow(this, line) : followsDay(this, line, amounts);
    const least = mayBegin ? 0.9 : 0.6;
    // "Purchases 12.00" above "Balance due 80.00" is of a summary; the sum of a section stands above its rows.
    const isSummed = amounts.length > 0 && (current !== null || isListed(line, below));
    const side = isSummed || this.section.isTextOf(line, this.lastRow, below) ? null : sectionOf(line, least);
    const again = completes ? null : this.section.sumIn(line, amounts);
    const sum = again ?? sumOfPart(line, amounts, this.entries, this.section.part);
    if (sum) {
      this.entries.push({ type: "label", label: sum });
      this.current = null;
      this.lastLine = line;
      return;
    }
    this.section.enter(side, line);
    const isTitle = isTitleBelow(line, this.lastRow) || isNumberOfAccount(line, amounts);
    // Figures below their labels are no row, though they may stand at the top of a page under the rows' columns.
    const isTold = line === this.told;
    const repeated = this.shape.repeated.get(at);
    if (side || isTitle || isTold || repeated === "foot" || (repeated && !isText)) {
      if (side || isTitle || isTold) this.current = null;
      // The second line of a heading that stands over two, of which the first says enough.
      else if (repeated === "head" && this.lastLine && isRightBelow(line, this.lastLine))
        this.lastLine = line;
      this.entries.push({ type: "line", line, stray: false, text: false });
      return;
    }
    if (isText && (amounts.length === 0 || current.figures.length === 0)) {
      this.extend(current, line, amounts);
    } else if (torn && isTornFrom(this, torn, at, amounts)) {
      this.extend(torn, line, torn.figures.length === 0 ? amounts : []);
    } else if (this.lastRow && completesTorn(this, line, amounts)) {
      this.extend(this.lastRow, line, amounts);
    } else if (inTable) {
      this.open(line, this.day ?? this.lastRow!.date, false, amounts, null);
    } else {
      const stray =
        this.lastRow !== null && isSpread(amounts, this.shape.places) && !isInSentence(line, amounts);
      const text = amounts.length === 0;
      this.entries.push({ type: "line", line, stray, text });
      const numbered = text && isNumberedText(this, line);
      if (text && (numbered || leadsToRow(this, line))) this.lastLine = line;
      this.opensNumbered ||= numbered;
      if (amounts.length > 0 || numbered) this.current = null;
    }
  }

  opensDay(at: number): boolean {
    const line = this.shape.lines[at]!;
    const { headings, rows } = this.shape.dates.days;
    const heading = headings.get(line.index);
    const mayBeText = rows.length === 0 && !heading?.titled;
    if (!heading || (mayBeText && this.current && completesRow(this.current, line))) return false;
    this.openDay(line, heading);
    return true;
  }
}
