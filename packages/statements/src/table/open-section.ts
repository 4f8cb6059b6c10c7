import type { Figure } from "../layout/figures.ts";
import type { MarkedLine } from "../layout/marked-line.ts";
import { fold } from "../text/fold.ts";
import type { Side } from "../vocabulary/lexicon.ts";
import type { LabelledFigure } from "./labels.ts";

/** The part of a statement under the heading that was passed last: "Deposits", "Fees". */
export class OpenSection {
  /** The side of its rows, as the heading says. */
  side: Side | null = null;
  /** Counts the headings of sections. */
  part = 0;
  #name = "";

  enter(side: Side | null, heading: MarkedLine): void {
    if (!side) return;
    this.side = side;
    this.part++;
    this.#name = wordsOf(heading);
  }

  /** A section's name again, with a figure: the sum of its rows. */
  sumIn(line: MarkedLine, amounts: readonly Figure[]): LabelledFigure | null {
    const [figure, ...more] = amounts;
    if (!figure || more.length > 0 || !this.side || wordsOf(line) !== this.#name) return null;
    const kind = this.side === "debit" ? "total_debits" : "total_credits";
    return { kind, figure, all: [figure], line, date: null };
  }
}

/** A line's words without its figures, folded. */
function wordsOf(line: MarkedLine): string {
  const inFigure = (at: number) => line.figures.some(({ from, to, weak }) => !weak && at >= from && at < to);
  return fold(
    line.words
      .filter((_, at) => !inFigure(at))
      .map(({ text }) => text)
      .join(" "),
  );
}
