import type { Figure } from "../../layout/figures.ts";
import type { ColumnRole } from "../../vocabulary/vocabulary.ts";
import type { Span } from "../line/span.ts";

/** Where amounts stand: in columns of the page, or, on ragged pages, by their order in the line. */
export type ColumnModel = {
  count: number;
  /** What the header says of each column; null where it says nothing. */
  headed: (ColumnRole | null)[];
  /** Where the columns stand; empty when they are told by order. */
  spans: Span[];
  /** For each draft its figure in each column. */
  cells: (Figure | null)[][];
  /** The column of another figure of the same table, such as a total's. */
  columnOf: (figure: Figure) => number | null;
};
