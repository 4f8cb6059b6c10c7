import { type MarkedLine, markLine } from "../../layout/marked-line.ts";
import { lineOfWords } from "../../layout/split-line.ts";
import { boxOf, unionBox, type Word } from "../../pdf/word.ts";

/** So many amounts in two parts are no chance, of so many different cents. */
const fewest = 6;
const fewestCents = 4;
/** The cents of a column of their own stand at most so many letter heights behind the rest. */
const widestGap = 3;
/** Cents that are printed as small letters touch what they belong to. */
const smallest = 0.8;
const widestTouch = 0.2;
/** Points between right edges of one column. */
const sameEdge = 2;

const whole = /^[-+−(]?[^\p{L}\d.,]?(?:\d+|\d{1,3}(?:[.,'’]\d{3})+)$/u;
const cents = /^\d{2}[-)]?$/;

/** The place of a whole number in its line; its cents are the word behind. */
type Pair = { line: number; word: number };

/**
 * Lines in which amounts are whole, on papers that print their cents in a column of their own ("Fr. | Rp."), or as small raised
 * digits: all rows have them, in two columns at least, and no row prints an amount with its cents behind a mark.
 */
export function withSplitCents(printed: readonly MarkedLine[]): readonly MarkedLine[] {
  const rows = printed.filter(({ dates }) => dates[0]?.from === 0);
  if (rows.length < 3 || rows.some(hasDecimals)) return printed;
  const lines = withRaised(printed);
  const pairs = pairsOf(lines);
  if (!arePairs(lines, pairs)) return printed;
  const mark = pairs.some(({ line, word }) => /\.\d{3}/.test(lines[line]!.words[word]!.text)) ? "," : ".";
  const inLine = Map.groupBy(pairs, ({ line }) => line);
  return lines.map((line, at) => {
    const own = inLine.get(at);
    if (!own) return line;
    const places = new Set(own.map(({ word }) => word));
    const words = line.words.flatMap((word, index) => {
      if (places.has(index - 1)) return [];
      return places.has(index) ? [joined(word, line.words[index + 1]!, mark)] : [word];
    });
    return markLine(lineOfWords(line, words), line.index);
  });
}

/** Lines with the small digits that stand so high that they are a line of their own. */
function withRaised(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const merged: MarkedLine[] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    if (!above || !isRaised(above, line)) {
      merged.push(line);
      continue;
    }
    const words = [...line.words, ...above.words].sort((a, b) => a.x0 - b.x0);
    merged[merged.length - 1] = markLine(lineOfWords(line, words), line.index);
  }
  return merged;
}

function isRaised(above: MarkedLine, line: MarkedLine): boolean {
  if (above.page !== line.page || line.baseline - above.baseline > 0.6 * line.size) return false;
  return above.words.every(
    (small) =>
      cents.test(small.text) &&
      line.words.some((word) => isPair(word, small) && small.size < smallest * word.size),
  );
}

function joined(left: Word, right: Word, mark: string): Word {
  return {
    ...left,
    text: `${left.text}${mark}${right.text}`,
    printed: `${left.printed ?? left.text} ${right.printed ?? right.text}`,
    x1: right.x1,
    box: unionBox(boxOf(left), boxOf(right)),
  };
}

function hasDecimals({ figures }: MarkedLine): boolean {
  return figures.some(({ weak, text }) => !weak && /[.,]\d{2}\D*$/.test(text));
}

/** The pairs whose right edges are as far apart as those of most: each column of cents stands alike beside its own. */
function pairsOf(lines: readonly MarkedLine[]): Pair[] {
  const found = lines.flatMap(({ words, dates }, line) =>
    words.flatMap((word, at) => {
      const next = words[at + 1];
      const isDate = dates.some(({ from, to }) => at + 1 >= from && at < to);
      return next && !isDate && isPair(word, next) ? [{ line, word: at }] : [];
    }),
  );
  const apart = ({ line, word }: Pair) => {
    const { words } = lines[line]!;
    return Math.round(words[word + 1]!.x1 - words[word]!.x1);
  };
  const steps = [...Map.groupBy(found, apart)].sort((a, b) => b[1].length - a[1].length);
  const usual = steps[0]?.[0] ?? 0;
  return found.filter((pair) => Math.abs(apart(pair) - usual) <= sameEdge);
}

function isPair(left: Word, right: Word): boolean {
  if (!whole.test(left.text) || !cents.test(right.text)) return false;
  const gap = right.x0 - left.x1;
  const isSmall = right.size < smallest * left.size;
  return isSmall ? gap < widestTouch * left.size : gap > 0 && gap < widestGap * left.size;
}

/** Whether each row has one, all that stands in their columns is of them, and their cents are those of amounts. */
function arePairs(lines: readonly MarkedLine[], pairs: readonly Pair[]): boolean {
  const values = new Set(pairs.map(({ line, word }) => lines[line]!.words[word + 1]!.text));
  if (pairs.length < fewest || values.size < fewestCents) return false;
  const edges: number[] = [];
  for (const { line, word } of pairs) {
    const { x1 } = lines[line]!.words[word]!;
    if (!edges.some((edge) => Math.abs(edge - x1) <= sameEdge)) edges.push(x1);
  }
  const paired = new Map(
    [...Map.groupBy(pairs, ({ line }) => line)].map(([line, some]) => [
      line,
      new Set(some.map(({ word }) => word)),
    ]),
  );
  const dated = lines.filter(({ dates, figures }) => dates[0]?.from === 0 && figures.length > 0).length;
  const rows = lines.filter(({ dates }, at) => dates[0]?.from === 0 && paired.has(at)).length;
  const inColumns = lines.flatMap(({ words, dates }, line) =>
    dates[0]?.from === 0
      ? words.filter(
          ({ x1, text }, word) =>
            /^[\d.,'’]+$/.test(text) &&
            edges.some((edge) => Math.abs(edge - x1) <= sameEdge) &&
            !paired.get(line)?.has(word),
        )
      : [],
  );
  return edges.length >= 2 && rows * 10 >= dated * 9 && inColumns.length === 0;
}
