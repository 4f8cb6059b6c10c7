import type { Figure } from "../../layout/figures.ts";
import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import type { LabelKind, Side } from "../../vocabulary/lexicon.ts";
import type { Header } from "../headings/header.ts";
import type { LabelledFigure } from "../labels/labelled-figures.ts";

/**
 * What may be a row: the line where it begins and those that continue it. Nothing is decided yet about what its
 * figures mean, or whether it is a transaction at all.
 */
export type Draft = {
  lines: MarkedLine[];
  /** The first date of its first line; of an earlier row where it prints none. */
  date: DateMark;
  dated: boolean;
  figures: { figure: Figure; line: MarkedLine }[];
  /** What its text says that it is, when that is no transaction. */
  label: LabelKind | null;
  header: Header | null;
  signature: string;
  /** The side that the heading of its section names. */
  section: Side | null;
  /** Which section that is: rows of one are summed up together. */
  part: number;
  /** Text of the row that stands above its first line. */
  before: MarkedLine[];
  /** How many of its lines are cells of one row of a grid; text below them may be another row's. */
  cells: number;
};

/**
 * A document in reading order. `stray` lines hold amounts in the table's columns and were given to no row; `text`
 * lines have neither date nor amount and may belong to a row beside them; `left` ones look like rows, of
 * a table that was taken out, or of one in which none was read.
 */
export type Entry =
  | { type: "draft"; draft: Draft }
  | { type: "label"; label: LabelledFigure }
  | { type: "line"; line: MarkedLine; stray: boolean; text: boolean; left?: "beside" | "unread" };
