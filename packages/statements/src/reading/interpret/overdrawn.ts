import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import { findPhrases } from "../../text/phrases.ts";
import { overdrawnPhrases } from "../../vocabulary/lexicon.ts";

/** "Solde débiteur 8,31": what the words beside it say of the side of a balance that has no mark of its own. */
export function withSide(figure: Figure, line: MarkedLine): Figure {
  if (figure.side !== null || figure.sign !== 0) return figure;
  const beside = [line.words.slice(0, figure.from), line.words.slice(figure.to)];
  const isOverdrawn = beside.some(
    (words) =>
      findPhrases(
        words.map(({ text }) => text),
        overdrawnPhrases,
      ).length > 0,
  );
  return isOverdrawn ? { ...figure, side: "debit" } : figure;
}
