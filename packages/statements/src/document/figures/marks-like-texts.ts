import { loneAffix } from "../../layout/affix.ts";
import type { Figure } from "../../layout/figures.ts";
import { gapBefore, leadsText } from "../../layout/mark-or-text.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { Side } from "../../vocabulary/lexicon.ts";

/** So many rows with such a word are no chance, and a mark stands at most so many letter heights behind its figure. */
const fewest = 3;
const widestGap = 2;

/** The first amount of a line, and the word behind it, which is the first of its text or a mark of the amount. */
type Led = { line: MarkedLine; figure: Figure; side: Side | null };

/**
 * "49.79 Debit   Grocer": where amounts come first, a whole word for a side begins the text of its row ("Debit order 17"), or
 * is the amount's mark: that is so where nearly every row has one, of either side.
 */
export function withMarksLikeTexts(lines: readonly MarkedLine[]): MarkedLine[] {
  const led = lines.flatMap((line) => ledOf(line) ?? []);
  const marked = led.filter(({ side }) => side !== null);
  const sides = new Set(marked.map(({ side }) => side));
  if (marked.length < fewest || sides.size < 2 || marked.length * 10 < led.length * 9) return [...lines];
  const found = new Map(marked.map((each) => [each.line, each]));
  return lines.map((line) => {
    const own = found.get(line);
    return own
      ? { ...line, figures: line.figures.map((each) => (each === own.figure ? withMark(own) : each)) }
      : line;
  });
}

function ledOf(line: MarkedLine): Led | null {
  const { figures, words, dates } = line;
  const figure = figures.find(({ weak }) => !weak);
  const word = figure && words[figure.to];
  if (!word || dates.length === 0) return null;
  const isInDate = (at: number) => dates.some(({ from, to }) => at >= from && at < to);
  for (let at = 0; at < figure.from; at++)
    if (!isInDate(at) && /\p{L}{2}/u.test(words[at]!.text)) return null;
  const isNear = gapBefore(words, figure.to) <= widestGap;
  const side = figure.side === null && isNear ? loneAffix(word)?.side : null;
  if (!side) return { line, figure, side: null };
  const ofDates = new Set(words.keys().filter(isInDate));
  return { line, figure, side: leadsText(words, figure.from, figure.to, ofDates) ? side : null };
}

function withMark({ line, figure, side }: Led): Figure {
  return { ...figure, side, to: figure.to + 1, text: `${figure.text} ${line.words[figure.to]!.text}` };
}
