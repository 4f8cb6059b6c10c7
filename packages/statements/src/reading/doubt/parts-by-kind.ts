import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import type { LabelledFigure } from "../../table/labels/labelled-figures.ts";
import { isBalance } from "../../table/labels/labels.ts";
import { overlaps } from "../../table/line/span.ts";
import type { AccountInput } from "../interpret/attempts.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { sidesOf, withoutSign } from "../proof/sides.ts";
import { isNext } from "./passed-over.ts";

/** A table by kinds has no more lines. */
const mostKinds = 20;
/** Of more sums than these some are whatever is printed. */
const mostSums = 1 << 12;
/** So many other parts of a list of one column have to be what rows come to. */
const fewestOthers = 2;

type Column = { figure: Figure; total: bigint; sums: ReadonlySet<bigint> };

/**
 * "Send money 0.00 700.00", "Pay bill 0.00 120.00" above "Total 3,000.00 820.00", which are the sums of both sides: the table
 * tells of what kinds the rows are, so a figure of it that no rows of its side come to contradicts them, unless all parts make
 * up their total nevertheless. In a list of one column, which may have figures of anything, the other parts have to be
 * what rows come to.
 */
export function contradictsKinds(
  input: AccountInput,
  ledger: Ledger,
  proof: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const { anchors } = input;
  const totals = [...anchors.before, ...anchors.after].filter(
    ({ kind }) => kind === "total" || kind === "total_debits" || kind === "total_credits",
  );
  if (totals.length === 0) return false;
  const lines = listedLines(input);
  return totals.some((total) => {
    const parts = partsAbove(total, lines);
    if (parts.length === 0) return false;
    if (isOtherThanBoth(total, parts, ledger, proof, signs)) return true;
    const columns = columnsOf(total, ledger, signs);
    return columns?.some((column, at) => isOdd(column, at, columns.length, parts, ledger)) ?? false;
  });
}

/** "Credits 4,500.00", "Debits 1,296.37", "Total 3,203.63": whether a mere total below both sums is none of both, nor a balance. */
function isOtherThanBoth(
  { kind, line }: LabelledFigure,
  parts: readonly (readonly Figure[])[],
  ledger: Ledger,
  { opening, closing }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const [label] = line.labels;
  const [figure, ...more] = figuresOf(line);
  const isBare = label !== undefined && plainWords(line).length === label.to - label.from;
  const value = figure && ledger.amountOf(figure);
  if (kind !== "total" || !isBare || more.length > 0 || parts.length !== 2) return false;
  if (value === null || value === undefined) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const values = parts.map(([part]) => withoutSign(ledger.amountOf(part!) ?? -1n));
  const isOfBoth = values.includes(debits) && values.includes(credits) && debits !== credits;
  const meant = [debits + credits, debits - credits, opening ?? 0n, closing ?? 0n].map(withoutSign);
  return isOfBoth && !meant.includes(withoutSign(value));
}

/** Lines with amounts beside the rows that words call no balance, by their place. */
function listedLines({ anchors, outside }: AccountInput): ReadonlyMap<number, MarkedLine> {
  const labels = [...anchors.before, ...anchors.after];
  const ends = new Set(labels.flatMap(({ kind, line }) => (isBalance(kind) ? [line] : [])));
  const unnamed = outside.figures.flatMap(({ after, line }) =>
    after === 0 || after >= anchors.drafts ? [line] : [],
  );
  const all = [...unnamed, ...labels.map(({ line }) => line)].filter((line) => !ends.has(line));
  return new Map(all.map((line) => [line.index, line]));
}

/** The figures of each line of the list that ends with a total, each in its column. */
function partsAbove(total: LabelledFigure, lines: ReadonlyMap<number, MarkedLine>): Figure[][] {
  const columns = figuresOf(total.line);
  const parts: Figure[][] = [];
  let below = total.line;
  for (let at = below.index - 1; parts.length < mostKinds; at--) {
    const line = lines.get(at);
    if (!line || !isNext(line, below, 1) || line.dates.length > 0 || plainWords(line).length === 0) break;
    const figures = figuresOf(line);
    if (figures.length !== columns.length || !figures.every((each, at) => overlaps(each, columns[at]!)))
      break;
    if (line.labels.some(({ value }) => value === "ignored" || value === "total" || value === "total_due"))
      break;
    parts.push(figures);
    below = line;
  }
  return parts;
}

/** The columns of a line of totals, where these are the sums of both sides, or the one is that of one side. */
function columnsOf(
  { line }: LabelledFigure,
  ledger: Ledger,
  signs: ReadonlyMap<number, Sign>,
): Column[] | null {
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const figures = figuresOf(line);
  const values = figures.map((figure) => withoutSign(ledger.amountOf(figure) ?? -1n));
  const isBoth = values.length === 2 && values.includes(debits) && values.includes(credits);
  const isOne =
    values.length === 1 && values[0] !== 0n && values.some((each) => each === debits || each === credits);
  if ((!isBoth && !isOne) || debits === credits) return null;
  return figures.map((figure, at) => {
    const total = values[at]!;
    return { figure, total, sums: sumsOfSome(magnitudes(ledger, signs, total === debits ? -1 : 1)) };
  });
}

function isOdd(
  { total, sums }: Column,
  at: number,
  columns: number,
  parts: readonly (readonly Figure[])[],
  { amountOf }: Ledger,
): boolean {
  const values = parts.map((figures) => withoutSign(amountOf(figures[at]!) ?? 0n));
  if (sums.size > mostSums || values.reduce((all, value) => all + value, 0n) === total) return false;
  const odd = values.filter((value) => !sums.has(value));
  const others = values.filter((value) => value !== 0n && sums.has(value));
  return columns > 1 ? odd.length > 0 : odd.length === 1 && others.length >= fewestOthers;
}

function figuresOf({ figures }: MarkedLine): Figure[] {
  return figures.filter(({ weak }) => !weak);
}

function magnitudes({ items }: Ledger, signs: ReadonlyMap<number, Sign>, side: Sign): bigint[] {
  return items.flatMap((item) =>
    item.type === "row" && signs.get(item.draft) === side ? [item.magnitude] : [],
  );
}

/** What some of the amounts come to, up to so many sums. */
function sumsOfSome(amounts: readonly bigint[]): Set<bigint> {
  const sums = new Set([0n]);
  for (const amount of amounts) {
    for (const sum of [...sums]) sums.add(sum + amount);
    if (sums.size > mostSums) break;
  }
  return sums;
}
