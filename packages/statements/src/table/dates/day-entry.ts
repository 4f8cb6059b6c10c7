import type { MarkedLine } from "../../layout/marked-line.ts";
import type { Entry } from "../draft/drafts.ts";
import type { DayHeading } from "./day-headings.ts";

/** What the line of a day tells beside its date: the sum of its rows, what the account holds at its end, or nothing. */
export function entryOfDay(line: MarkedLine, { date, total, balance }: DayHeading): Entry {
  const figure = total ?? balance;
  if (!figure) return { type: "line", line, stray: false, text: false };
  const told = total ? { kind: "total" as const, date: null } : { kind: "day_balance" as const, date };
  return { type: "label", label: { ...told, figure, all: [figure], line } };
}
