import { loneAffix } from "../../layout/affix.ts";
import type { Figure } from "../../layout/figures.ts";
import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import { boxAround, type Word } from "../../pdf/word.ts";
import type { ColumnRole } from "../../vocabulary/vocabulary.ts";
import type { Draft } from "../draft/drafts.ts";
import { type HeaderCell, moneyRoles } from "../headings/header.ts";
import { formOf } from "../line/date-form.ts";
import { overlaps } from "../line/span.ts";

const textRoles: ReadonlySet<ColumnRole> = new Set([
  "description",
  "reference",
  "type",
  "value_date",
  "other",
  "date",
]);
/** Columns of text that are no part of a description. */
const apart: ReadonlySet<ColumnRole> = new Set(["reference", "type", "value_date", "other", "date"]);

export type TextColumns = readonly HeaderCell[];

/**
 * The text columns of a header whose places can be trusted: rows' text begins where the description's heading does.
 * Empty for headings that are set without regard to the columns below.
 */
export function textColumns(drafts: readonly Draft[]): TextColumns {
  const header = drafts.find((draft) => draft.header)?.header;
  const cells = (header?.cells ?? []).toSorted((a, b) => a.x0 - b.x0);
  const description = cells.find(({ role }) => role === "description");
  if (!description) return [];
  const aligned = drafts.filter((draft) =>
    draft.lines[0]!.words.some((word) => Math.abs(word.x0 - description.x0) < 0.6 * word.size),
  );
  return aligned.length * 10 >= drafts.length * 7 ? cells : [];
}

/** The text of a row, its lines joined by spaces, without dates, amounts and the columns beside it. */
export function descriptionOf(
  drafts: readonly Draft[],
  columns: TextColumns,
  used: ReadonlySet<Figure>,
  mark: Word | null | undefined,
): string {
  const words: string[] = [];
  const numbers: string[] = [];
  for (const draft of drafts) {
    for (const line of [...draft.before, ...draft.lines]) {
      const leading = draft.dated && line === draft.lines[0] ? draft.date.from : 0;
      // Before the date stands the row's number, or all of its text.
      const isText = leading > 0 && line.words.slice(0, leading).some(({ text }) => /\p{L}{2}/u.test(text));
      if (!isText) for (let at = 0; at < leading; at++) numbers.push(line.words[at]!.text);
      addText(words, line, draft, columns, used, mark, isText ? 0 : leading);
    }
  }
  return tidy(words) || tidy(numbers) || (mark?.text ?? "");
}

function tidy(words: readonly string[]): string {
  return words
    .join(" ")
    .replace(/^[\s*|:;,.-]+(?=\S)/, "")
    .trim();
}

function addText(
  words: string[],
  line: MarkedLine,
  draft: Draft,
  columns: TextColumns,
  used: ReadonlySet<Figure>,
  mark: Word | null | undefined,
  start: number,
): void {
  const skipped: { from: number; to: number }[] = [];
  let edge = start;
  // Below the line of its day the text of a row stands where the day does.
  const hasDateColumn = draft.dated || draft.lines[0]!.x0 > draft.date.x1 - 1;
  for (const date of line.dates) {
    // A second date right behind the first is the value date; one inside of the text belongs to it.
    const isOwn = draft.dated && line === draft.lines[0] && isAlike(line, date, draft.date);
    const isBeside = hasDateColumn && date.from <= edge + 1 && (isOwn || date.x0 < draft.date.x1);
    const isUnder = draft.header?.cells.some((cell) => cell.role === "value_date" && overlaps(cell, date));
    if (date === draft.date || isBeside || isUnder || columnAt(columns, date.x0)?.role === "value_date") {
      skipped.push(date);
      edge = date.to;
    }
  }
  for (const figure of line.figures)
    if (used.has(figure) || isUnderMoney(figure, columns)) skipped.push(figure);
  // A row's own figure may have taken a mark that stands apart from it.
  for (const { line: own, figure } of draft.figures)
    if (own === line && (used.has(figure) || isUnderMoney(figure, columns))) skipped.push(figure);
  for (let index = start; index < line.words.length; index++) {
    const word = line.words[index]!;
    if (word === mark || isIn(index, skipped)) continue;
    const column = columnAt(columns, word.x0 + 0.3 * word.size);
    if (column && apart.has(column.role) && textRoles.has(column.role)) continue;
    if (isFiller(line, index) || isMark(word, line, draft)) continue;
    words.push(word.text);
  }
}

function isIn(index: number, parts: readonly { from: number; to: number }[]): boolean {
  for (const { from, to } of parts) if (index >= from && index < to) return true;
  return false;
}

/** Text may begin with what looks like a date, if not like the row's: "24/7 SHOP". */
function isAlike(line: MarkedLine, date: DateMark, own: DateMark): boolean {
  return date === own || !line.dates.includes(own) || formOf(line, date) === formOf(line, own);
}

/** An amount that says nothing of its own: of another currency, or the same once more. */
function isUnderMoney(figure: Figure, columns: TextColumns): boolean {
  return columns.some((cell) => moneyRoles.has(cell.role) && overlaps(cell, figure));
}

/** A side or currency that the cell of an amount prints below it. */
function isMark(word: Word, line: MarkedLine, { figures }: Draft): boolean {
  for (const { line: own, figure } of figures)
    if (own !== line && word.x0 < figure.x1 && figure.x0 < word.x1) return loneAffix(word) !== null;
  return false;
}

/** A dash by itself stands for an empty cell. */
function isFiller({ words }: MarkedLine, index: number): boolean {
  const word = words[index]!;
  if (!/^[-−–—*+]+$/.test(word.text)) return false;
  const [before, after] = [words[index - 1], words[index + 1]];
  const isFar = (left: number, right: number) => right - left > 0.8 * word.size;
  return (!before || isFar(before.x1, word.x0)) && (!after || isFar(word.x1, after.x0));
}

/** The column that a word stands in: the last one that begins to its left. */
function columnAt(columns: TextColumns, x: number): HeaderCell | null {
  return columns.findLast((cell) => cell.x0 <= x + 1) ?? null;
}

/** Where a row stands on its first page, and its text as printed. */
export function provenanceOf(drafts: readonly Draft[]) {
  const lines = linesOf(drafts);
  const page = lines[0]!.page;
  const own = lines.filter((line) => line.page === page);
  // Most rows are one line.
  const words = own.length === 1 ? own[0]!.words : own.flatMap((line) => line.words);
  const [x, y, width, height] = boxAround(words);
  const box: [number, number, number, number] = [
    toHundredths(x),
    toHundredths(y),
    toHundredths(width),
    toHundredths(height),
  ];
  return { page, box, raw: lines.length === 1 ? printedText(lines[0]!) : lines.map(printedText).join("\n") };
}

function linesOf(drafts: readonly Draft[]): readonly MarkedLine[] {
  const [{ before, lines }] = drafts as [Draft];
  if (drafts.length === 1 && before.length === 0 && lines.length === 1) return lines;
  return drafts.flatMap((draft) => [...draft.before, ...draft.lines]).sort((a, b) => a.index - b.index);
}

/** To a hundredth of a point. */
function toHundredths(length: number): number {
  return Math.round(length * 100) / 100;
}

function printedText({ words, text }: MarkedLine): string {
  const isAsPrinted = words.every(({ printed }) => printed === undefined);
  return isAsPrinted ? text : words.map((word) => word.printed ?? word.text).join(" ");
}
