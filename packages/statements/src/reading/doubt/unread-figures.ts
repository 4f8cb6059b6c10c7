import type { LabelledFigure } from "../../table/labels/labelled-figures.ts";
import type { LabelKind } from "../../vocabulary/lexicon.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import { magnitudeOf } from "../interpret/interpret.ts";

const told: ReadonlySet<LabelKind> = new Set(["opening", "closing", "total_debits", "total_credits"]);

/** Whether a balance or a sum that its words name is printed so that the rows' own way to write figures cannot read it. */
export function hasUnreadFigure({ anchors }: AccountInput, { style }: Attempt): boolean {
  const below = [...anchors.between.map(({ label }) => label), ...anchors.after];
  const isUnread = ({ figure }: LabelledFigure) => !figure.weak && magnitudeOf(figure, style) === null;
  // Above the rows a mere "total" may be of anything.
  return (
    [...anchors.before, ...below].some((label) => told.has(label.kind) && isUnread(label)) ||
    below.some((label) => label.kind === "total" && isUnread(label))
  );
}
