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
  const gaps = drafts.flatMap(gapsOf);
  return gaps.length >= fewestGaps && Math.max(...gaps) - Math.min(...gaps) < tolerance;
}

/** The gaps before the figures of a row, each from the word at its left. */
function gapsOf({ figures }: Draft): number[] {
  return figures.flatMap(({ figure, line }) => {
    const before = line.words[figure.from - 1];
    return before ? [figure.x0 - before.x1] : [];
  });
}
