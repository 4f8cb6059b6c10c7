import type { Figure } from "../layout/figures.ts";
import { type MarkedLine, plainWords } from "../layout/marked-line.ts";
import { type DatePlaces, startDate } from "./start-date.ts";

export type Span = { x0: number; x1: number };

/** `hasDecimals`: most rows print them, so an integer alone (a page number, say) makes no row. */
export type AmountPlaces = { spans: Span[]; hasDecimals: boolean };

export function overlaps(a: Span, b: Span): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1;
}

/**
 * Where amounts stand in lines that begin with a date: there an integer without decimals is an amount too. A place
 * where figures run on into words, and not in most lines, is inside of descriptions ("2.50 kg").
 */
export function amountPlaces(lines: readonly MarkedLine[], dates: DatePlaces): AmountPlaces {
  const dated = lines.filter((line) => startDate(line, null, dates));
  const strong = dated.filter((line) => line.figures.some(({ weak }) => !weak));
  const hasDecimals = strong.length * 2 >= dated.length;
  const placed = dated.flatMap((line) =>
    (hasDecimals ? line.figures.filter(({ weak }) => !weak) : trailingFigures(line)).map((figure) => ({
      x0: figure.x0,
      x1: figure.x1,
      embedded: isEmbedded(line, figure),
    })),
  );
  const spans: (Span & { count: number; embedded: number })[] = [];
  for (const { x0, x1, embedded } of placed.toSorted((a, b) => a.x0 - b.x0)) {
    const last = spans.at(-1);
    if (last && x0 < last.x1) {
      last.x1 = Math.max(last.x1, x1);
      last.count++;
      last.embedded += Number(embedded);
    } else spans.push({ x0, x1, count: 1, embedded: Number(embedded) });
  }
  const meant = spans.filter(({ count, embedded }) => embedded * 2 <= count || count * 2 > dated.length);
  return { spans: meant, hasDecimals };
}

/** Whether a figure runs on into a word: "2.50 kg". */
export function isEmbedded(line: MarkedLine, figure: Figure): boolean {
  const [last, next] = [line.words[figure.to - 1]!, line.words[figure.to]];
  return next !== undefined && next.x0 - last.x1 < 0.8 * next.size && /\p{L}/u.test(next.text);
}

function trailingFigures(line: MarkedLine): Figure[] {
  const lastWord = plainWords(line).at(-1) ?? -1;
  return line.figures.filter(({ from }) => from > lastWord);
}
