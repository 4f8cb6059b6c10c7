import type { Figure } from "../layout/figures.ts";
import { unionBox } from "../layout/lines.ts";
import type { MarkedLine } from "../layout/marked-line.ts";
import type { ColumnRole } from "../vocabulary/vocabulary.ts";
import type { Draft } from "./drafts.ts";
import type { HeaderCell } from "./headers.ts";

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
): string {
  const words: string[] = [];
  for (const draft of drafts) {
    for (const line of [...draft.before, ...draft.lines]) words.push(...textOf(line, draft, columns, used));
  }
  return words
    .join(" ")
    .replace(/^[\s*|:;,.-]+(?=\S)/, "")
    .trim();
}

function* textOf(
  line: MarkedLine,
  draft: Draft,
  columns: TextColumns,
  used: ReadonlySet<Figure>,
): Generator<string> {
  const skipped = new Set<number>();
  const skip = ({ from, to }: { from: number; to: number }) => {
    for (let at = from; at < to; at++) skipped.add(at);
  };
  let edge = 0;
  for (const date of line.dates) {
    // A second date right behind the first is the value date; one inside of the text belongs to it.
    if (date.from <= edge + 1 || columnAt(columns, date.x0)?.role === "value_date") {
      skip(date);
      edge = date.to;
    }
  }
  for (const figure of line.figures) if (used.has(figure)) skip(figure);
  for (const [index, word] of line.words.entries()) {
    if (skipped.has(index)) continue;
    if (index < (draft.lines[0] === line ? draft.date.from : 0)) continue;
    const column = columnAt(columns, word.x0 + 0.3 * word.size);
    if (column && apart.has(column.role) && textRoles.has(column.role)) continue;
    yield word.text;
  }
}

/** The column that a word stands in: the last one that begins to its left. */
function columnAt(columns: TextColumns, x: number): HeaderCell | null {
  return columns.findLast((cell) => cell.x0 <= x + 1) ?? null;
}

/** Where a row stands on its first page, and its text as printed. */
export function provenanceOf(drafts: readonly Draft[]) {
  const lines = drafts
    .flatMap((draft) => [...draft.before, ...draft.lines])
    .sort((a, b) => a.index - b.index);
  const page = lines[0]!.page;
  const boxes = lines
    .filter((line) => line.page === page)
    .flatMap(({ words }) => words.map(({ box }) => box));
  const box = boxes.reduce(unionBox).map((side) => Math.round(side * 100) / 100);
  return {
    page,
    box: box as [number, number, number, number],
    raw: lines.map(({ text }) => text).join("\n"),
  };
}
