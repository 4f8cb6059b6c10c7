import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { LabelKind } from "../../vocabulary/lexicon.ts";
import type { Entry } from "../draft/drafts.ts";
import type { DayHeading } from "./day-headings.ts";

/** What the line of a day tells beside its date: the sum of its rows, what the account holds at its end, or nothing. */
export function entryOfDay(line: MarkedLine, { date, total, balance }: DayHeading): Entry {
  const figure = total ?? balance;
  if (!figure) return { type: "line", line, stray: false, text: false };
  const told = total ? { kind: "total" as const, date: null } : { kind: "day_balance" as const, date };
  return { type: "label", label: { ...told, figure, all: [figure], line } };
}

/** "2 June  Total out  14.00": the sum of the day's rows of one side; null without a figure, or with several. */
export function sumOf(line: MarkedLine, [figure, ...more]: readonly Figure[], kind: LabelKind): Entry | null {
  if (!figure || more.length > 0) return null;
  return { type: "label", label: { kind, figure, all: [figure], line, date: null } };
}
