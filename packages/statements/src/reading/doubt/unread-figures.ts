import type { LabelKind } from "../../vocabulary/lexicon.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import { magnitudeOf } from "../interpret/interpret.ts";

const told: ReadonlySet<LabelKind> = new Set(["opening", "closing", "total_debits", "total_credits"]);

/** Whether a balance or a sum that its words name is printed so that the rows' own way to write figures cannot read it. */
export function hasUnreadFigure({ anchors }: AccountInput, { style }: Attempt): boolean {
  const labels = [...anchors.before, ...anchors.between.map(({ label }) => label), ...anchors.after];
  return labels.some(
    ({ kind, figure }) => told.has(kind) && !figure.weak && magnitudeOf(figure, style) === null,
  );
}
