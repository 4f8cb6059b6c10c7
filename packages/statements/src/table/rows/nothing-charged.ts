import { isZero } from "../../layout/figures.ts";
import type { Draft, Entry } from "../draft/drafts.ts";

/** So many rows that print their own date show that each does. */
const fewestDated = 3;

/**
 * "Interest charged on purchases  0.00" below rows that each print their date says that nothing was charged, and is no row.
 * A row of nothing with a date of its own stays one.
 */
export function withoutNothingCharged(entries: readonly Entry[]): Entry[] {
  const drafts = entries.flatMap((entry) => (entry.type === "draft" ? [entry.draft] : []));
  const undated = drafts.filter(({ dated }) => !dated);
  if (undated.length === 0 || drafts.length - undated.length < fewestDated) return [...entries];
  if (!undated.every(isNothing) || !drafts.every(hasOneFigure)) return [...entries];
  return entries.flatMap((entry): Entry[] =>
    entry.type === "draft" && !entry.draft.dated
      ? entry.draft.lines.map((line) => ({ type: "line", line, stray: false, text: false }))
      : [entry],
  );
}

/** Beside balances nought may be one, in words that nobody knows. */
function hasOneFigure({ figures }: Draft): boolean {
  return figures.length === 1;
}

function isNothing({ figures, label }: Draft): boolean {
  return label === null && figures.every(({ figure }) => isZero(figure));
}
