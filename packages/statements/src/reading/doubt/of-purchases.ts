import type { MarkedLine } from "../../layout/marked-line.ts";
import { overlaps } from "../../table/line/span.ts";
import { findPhrases } from "../../text/phrases.ts";
import { purchasePhrases } from "../../vocabulary/card-summary.ts";
import type { Place } from "../ledger/ledger.ts";

/** Whether what was bought is what the words right before a figure name, or those over it. */
export function isOfPurchases({ line, figure }: Place, above: MarkedLine | undefined): boolean {
  const isBefore = found(line).some(({ to }) => to === figure.from);
  const isOver = ({ from, to }: { from: number; to: number }) =>
    above && overlaps(figure, { x0: above.words[from]!.x0, x1: above.words[to - 1]!.x1 });
  return isBefore || (above !== undefined && found(above).some(isOver));
}

function found({ words }: MarkedLine): readonly { from: number; to: number }[] {
  const texts = words.map(({ text }) => text);
  return findPhrases(texts, purchasePhrases);
}
