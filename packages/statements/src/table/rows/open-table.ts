import type { Figure } from "../../layout/figures.ts";
import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import type { LabelKind } from "../../vocabulary/lexicon.ts";
import { entryOfDay } from "../dates/day-entry.ts";
import type { DayHeading } from "../dates/day-headings.ts";
import type { Draft, Entry } from "../draft/drafts.ts";
import { type Header, headsBothSides, signatureOf } from "../headings/header.ts";
import { isBalance } from "../labels/labels.ts";
import { type DocumentShape, shapeOf } from "./document-shape.ts";
import { newDraft, takeLineAbove } from "./new-draft.ts";
import { OpenSection } from "./open-section.ts";
import type { TableSoFar } from "./table-so-far.ts";

/** The table that a line of the document stands in, and the rows that it has so far. */
export class OpenTable implements TableSoFar {
  readonly entries: Entry[] = [];
  readonly shape: DocumentShape;
  header: Header | null = null;
  readonly section = new OpenSection();
  /** How many rows printed their date. */
  datedRows = 0;
  inheritsDates = false;
  opensNumbered = false;
  current: Draft | null = null;
  /** The row that a page's end may have torn apart. */
  torn: Draft | null = null;
  lastRow: Draft | null = null;
  lastLine: MarkedLine | null = null;
  /** The line whose figures the labels above it name. */
  told: MarkedLine | null = null;
  day: DateMark | null = null;
  /** Whether a day's sum of one side has stood above its rows. */
  sumsHeadRows = false;
  /** The page of a closing balance below which nothing has begun: what it prints there is none of the rows. */
  closedOn: number | null = null;

  constructor(lines: readonly MarkedLine[]) {
    this.shape = shapeOf(lines);
  }

  head(header: Header): void {
    const last = this.shape.lines[header.last]!;
    const isSame = this.closedOn === null && signatureOf(header) === signatureOf(this.header);
    this.torn = isSame && this.lastRow && this.lastRow.lines.at(-1)!.page < header.page ? this.lastRow : null;
    this.header = header;
    this.current = null;
    this.closedOn = null;
    if (this.lastLine) this.lastLine = last;
    // Below columns of both sides no sum above them ("Money out 500.00") says of which one the rows are.
    if (headsBothSides(header)) this.section.leave();
  }

  extend(row: Draft, line: MarkedLine, amounts: readonly Figure[]): void {
    row.lines.push(line);
    row.figures.push(...amounts.map((figure) => ({ figure, line })));
    this.lastLine = line;
  }

  /** @param sum that of the day's rows of one side, where the line says which */
  openDay(line: MarkedLine, heading: DayHeading, sum: Entry | null = null): void {
    this.day = heading.date;
    this.current = null;
    this.closedOn = null;
    this.lastLine = line;
    this.entries.push(sum ?? entryOfDay(line, heading));
  }

  open(line: MarkedLine, date: DateMark, dated: boolean, amounts: Figure[], label: LabelKind | null): Draft {
    if (this.lastRow === null) takeLineAbove(this, line, date);
    this.section.passAbove(this.entries, line, this.shape.repeated, date);
    const draft = newDraft({ line, date, dated, amounts, label }, this);
    this.entries.push({ type: "draft", draft });
    this.closedOn = label === "closing" ? line.page : null;
    if (dated) this.datedRows++;
    else this.inheritsDates = true;
    // Below a balance stands what is none of its text.
    this.current = label !== null && isBalance(label) && amounts.length > 0 ? null : draft;
    this.torn = null;
    this.lastRow = draft;
    this.lastLine = line;
    this.opensNumbered = false;
    if (dated && !this.shape.dates.days.titled) this.day = null;
    return draft;
  }
}
