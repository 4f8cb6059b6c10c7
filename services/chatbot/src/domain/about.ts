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
    `Nothing is stored there: ${counted} of ${noun === "transactions" ? "any kind" : noun}${scope}.`,
  );
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function join(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
