import { isCurrency } from "@finflow/money/currency";
import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, markLine } from "../../layout/marked-line.ts";
import { isNonZero } from "../../reading/interpret/draft-figures.ts";
import { type Block, blocksOf } from "../../table/line/word-blocks.ts";
import { compilePhrases, findPhrases } from "../../text/phrases.ts";
import { currencyNames } from "../../vocabulary/countries.ts";
import { currencySigns, homeMoney, plainDollars } from "../../vocabulary/currencies.ts";

/** Heads a column of amounts in one currency; `home`: only by the name that the money has at home ("Pesos", "$"). */
type CurrencyColumn = Block & { code: string };

/** Amounts end where their heading does, or reach a little over it. */
const reach = 24;

const home = "home";
const names = compilePhrases([
  ...Object.entries(currencyNames).flatMap(([code, own]) => own.map((name) => [name, code] as const)),
  ...plainDollars.map((name) => [name, "USD"] as const),
  ...homeMoney.map((name) => [name, home] as const),
]);

/**
 * The lines of a table that has a column of amounts for each currency, once for each of them, with all that is another one's
 * left out: accounts of one card. Null where there is no such table, or a row has amounts of several.
 */
export function linesByCurrency(lines: readonly MarkedLine[]): MarkedLine[][] | null {
  const heads = new Map(
    lines.flatMap((line) => {
      const columns = currencyColumns(line);
      return columns ? [[line.index, columns] as const] : [];
    }),
  );
  const [first] = heads.values();
  if (!first) return null;
  const codes = first.map(({ code }) => code);
  const filled = new Set<string>();
  const own: MarkedLine[][] = codes.map(() => []);
  let columns: readonly CurrencyColumn[] = [];
  for (const line of lines) {
    columns = heads.get(line.index) ?? columns;
    if (columns.length > 0 && columns.length !== codes.length) return null;
    const isHead = heads.has(line.index);
    const placed = isHead ? columns : amountsUnder(line, columns, codes);
    const amounts = isHead ? [] : (placed as PlacedFigure[]).filter(({ figure }) => isNonZero(figure));
    const isRow =
      columns.length > 0 && line.dates.length > 0 && new Set(amounts.map(({ code }) => code)).size > 0;
    if (isRow && amounts.length > 1) return null;
    for (const { code } of isRow ? amounts : []) filled.add(code);
    for (const [at, code] of codes.entries()) {
      const others = placed.filter((each) => each.code !== code);
      const isOthers = isRow
        ? amounts[0]!.code !== code
        : others.length > 0 && others.length === placed.length;
      if (isOthers) continue;
      own[at]!.push(withoutWords(line, others, own[at]!.length));
    }
  }
  const used = own.filter((_, at) => filled.has(codes[at]!));
  return used.length > 1 ? used : null;
}

/** Headings of one line, each of another currency, above one another's amounts. */
export function currencyColumns(line: MarkedLine): CurrencyColumn[] | null {
  if (line.dates.length > 0 || line.figures.some(({ weak }) => !weak)) return null;
  const blocks = blocksOf(line, 1.2);
  const columns = blocks.flatMap((block): CurrencyColumn[] => {
    const codes = new Set(currenciesOf(line.words.slice(block.from, block.to).map(({ text }) => text)));
    return codes.size === 1 ? [{ ...block, code: [...codes][0]! }] : [];
  });
  const isEach = new Set(columns.map(({ code }) => code)).size === columns.length;
  return columns.length > 1 && isEach ? columns : null;
}

function currenciesOf(texts: readonly string[]): string[] {
  const bare = texts.map((text) => text.replace(/[()[\].,:]/g, ""));
  const codes = bare.filter((text) => /^[A-Z]{3}$/.test(text) && isCurrency(text));
  const signs = bare.flatMap((text) => currencySigns.find(([sign]) => sign === text)?.slice(0) ?? []);
  const named = findPhrases(texts, names).map(({ value }) => value);
  if (named.length + codes.length > 0) return [...named, ...codes];
  return signs.length > 0 ? [signs[0] === "$" ? home : signs[1]!] : [];
}

type PlacedFigure = { from: number; to: number; code: string; figure: Figure };

/** The amounts of a line that stand under the columns; where none does, those of a line that names one of their currencies. */
function amountsUnder(
  { figures, words }: MarkedLine,
  columns: readonly CurrencyColumn[],
  codes: readonly string[],
): PlacedFigure[] {
  const amounts = figures.filter(({ weak }) => !weak);
  const placed = amounts.flatMap((figure) => {
    const column = columns.find(({ x0, x1 }) => figure.x1 > x0 && figure.x1 < x1 + reach);
    return column ? [{ ...figure, code: column.code, figure }] : [];
  });
  if (placed.length > 0) return placed;
  const named = new Set(amounts.flatMap(({ currency }) => (currency === "$" ? home : (currency ?? []))));
  for (const code of currenciesOf(words.map(({ text }) => text))) named.add(code);
  const [code, ...more] = codes.filter((each) => named.has(each));
  return code !== undefined && more.length === 0
    ? amounts.map((figure) => ({ ...figure, code, figure }))
    : [];
}

function withoutWords(
  line: MarkedLine,
  left: readonly { from: number; to: number }[],
  index: number,
): MarkedLine {
  if (left.length === 0) return line.index === index ? line : { ...line, index };
  const words = line.words.filter((_, at) => !left.some(({ from, to }) => at >= from && at < to));
  return markLine({ ...line, words, x1: Math.max(...words.map(({ x1 }) => x1)) }, index);
}
