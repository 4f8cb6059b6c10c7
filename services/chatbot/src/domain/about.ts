import type { Writer } from "./draft.ts";
import type { Plan } from "./plan.ts";
import type { RowFilter, Tools } from "./tools.ts";

/** What an answer is about: the plan, its rows as a filter, and both in words. */
export type About = {
  plan: Plan;
  tools: Tools;
  filter: RowFilter;
  /** The restrictions, with a space before them; empty for everything stored. */
  scope: string;
  noun: string;
};

/** Says that no row is there, as a figure like any other. */
export function nothing(writer: Writer, filter: RowFilter, scope: string, noun: string): void {
  const counted = writer.figure("totals", filter, `Number of ${noun}${scope}`, 0, "transactions");
  writer.say(
    `There is no ${noun === "transactions" ? "transaction" : noun.replace(/s$/, "")}${scope}: ${counted}.`,
  );
}
