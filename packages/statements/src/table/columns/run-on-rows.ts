import type { Draft } from "../draft/drafts.ts";

/** Points by which gaps of one width differ at most. */
const tolerance = 0.6;
/** Of fewer gaps, two may be of one width by chance. */
const fewestGaps = 2;

/**
 * Whether rows are printed as running text, one cell behind the other with the same gap each time: then a figure stands
 * under a heading by chance. In columns gaps are as wide as what stands in them leaves.
 */
export function areRunOn(drafts: readonly Draft[]): boolean {
  let gaps = 0;
  let narrowest = Number.POSITIVE_INFINITY;
  let widest = Number.NEGATIVE_INFINITY;
  for (const { figures } of drafts) {
    for (const { figure, line } of figures) {
      const before = line.words[figure.from - 1];
      if (!before) continue;
      gaps++;
      narrowest = Math.min(narrowest, figure.x0 - before.x1);
      widest = Math.max(widest, figure.x0 - before.x1);
      // Two rows tell of most papers.
      if (widest - narrowest >= tolerance) return false;
    }
  }
  return gaps >= fewestGaps;
}
