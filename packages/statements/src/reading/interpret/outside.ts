import { type Figure, mayCountRows } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import type { Entry } from "../../table/draft/drafts.ts";
import { isAsideTitle, isSum, sectionOf } from "../../table/labels/labels.ts";
import { lacksPages } from "../../table/line/page-numbers.ts";
import { findPhrases } from "../../text/phrases.ts";
import { countPhrases } from "../../vocabulary/lexicon.ts";
import type { Claim, Place } from "../ledger/ledger.ts";

export type Outside = {
  /** Printed numbers of rows. */
  counts: Claim[];
  /** Figures that are neither rows' nor labelled, and after how many drafts; `listed` below the title of something else. */
  figures: (Place & { after: number; listed: boolean })[];
  /** Noughts without decimals above all rows, each at the end of a line that has no other figure. */
  zeros: Place[];
  /** Lines with amounts among or below the rows that belong to none. */
  strays: number;
  /** Lines with amounts below the rows' own headings, under which no row was read. */
  unread: number;
  /** Of lines of figures alone the line above, on the same page. */
  above: ReadonlyMap<MarkedLine, MarkedLine>;
  /** Whether the last page says that more follow. */
  lacksPages: boolean;
};

/** Lines of a list follow one another in so many letter heights, and its figures end at one place, in points. */
const widestStep = 2;
const tolerance = 1;

/**
 * What is printed of an account beside its rows and labelled balances.
 *
 * @param all the lines of the paper
 */
export function outsideOf(entries: readonly Entry[], all: readonly MarkedLine[]): Outside {
  const outside: Outside = {
    counts: [],
    figures: [],
    zeros: [],
    strays: 0,
    unread: 0,
    above: linesAbove(all),
    lacksPages: lacksPages(all),
  };
  // A figure below its label stands in a line of its own.
  const told = new Set(entries.flatMap((entry) => (entry.type === "label" ? [entry.label.figure] : [])));
  const byIndex = new Map(all.map((line) => [line.index, line]));
  let after = 0;
  let above: MarkedLine | null = null;
  let isAside = false;
  let list: MarkedLine | null = null;
  for (const entry of entries) {
    const lines =
      entry.type === "draft" ? entry.draft.lines : [entry.type === "label" ? entry.label.line : entry.line];
    if (entry.type === "draft") after++;
    // Figures below their labels: the line of those is no entry, and may name a number of rows as well.
    if (entry.type === "label" && entry.label.line.labels.length === 0 && above !== entry.label.line)
      above = byIndex.get(entry.label.line.index - 1) ?? above;
    for (const [at, line] of lines.entries()) {
      // The first line of a row is the row; text below it may be a count that stands under the table.
      if (entry.type !== "draft" || at > 0) outside.counts.push(...countsOf(line, above, after));
      above = line;
    }
    // "Spending by category": what stands below is no row that was missed.
    isAside = entry.type === "line" && (isAside || isAsideTitle(entry.line));
    list =
      entry.type === "line" && (headsList(entry.line) || (list && goesOnInList(list, entry.line)))
        ? entry.line
        : null;
    if (entry.type !== "line") continue;
    if (entry.left === "unread") outside.unread++;
    if (entry.left === "beside") {
      outside.strays++;
      continue;
    }
    const open = entry.line.figures.filter((figure) => !told.has(figure));
    for (const figure of open)
      if (!figure.weak) outside.figures.push({ line: entry.line, figure, after, listed: list !== null });
    if (after === 0) outside.zeros.push(...zeroOf(entry.line));
    if (entry.stray && after > 0 && open.length > 0 && !isAside) outside.strays++;
  }
  return outside;
}

function zeroOf(line: MarkedLine): Place[] {
  const [figure, ...more] = line.figures;
  const isZero = figure?.weak && figure.text === "0" && figure.to === line.words.length && figure.from > 0;
  return figure && isZero && more.length === 0 ? [{ line, figure }] : [];
}

function linesAbove(lines: readonly MarkedLine[]): Map<MarkedLine, MarkedLine> {
  const above = new Map<MarkedLine, MarkedLine>();
  for (const [at, line] of lines.entries()) {
    const last = lines[at - 1];
    if (last?.page === line.page && line.figures.length > 0 && plainWords(line).length === 0)
      above.set(line, last);
  }
  return above;
}

/** "Fees  29.00   Rewards summary": what stands beside the title of a list is none of the list. */
function headsList(line: MarkedLine): boolean {
  const lastWord = plainWords(line).at(-1) ?? -1;
  return isAsideTitle(line) && line.figures.every(({ weak, to }) => weak || to > lastWord);
}

/** Whether a line stands right below the title or the last line of a list, its figure where that one's ends. */
function goesOnInList(above: MarkedLine, line: MarkedLine): boolean {
  const [last, own] = [above.figures.at(-1), line.figures.at(-1)];
  const isNext = above.page === line.page && line.baseline - above.baseline <= widestStep * line.size;
  return isNext && own !== undefined && (!last || Math.abs(last.x1 - own.x1) < tolerance);
}

function* countsOf(line: MarkedLine, above: MarkedLine | null, after: number): Generator<Claim> {
  yield* countBesideSum(line, after);
  for (const { value: side, to } of findPhrases(textsOf(line), countPhrases)) {
    const figure = line.figures.find((each) => each.from >= to && each.from <= to + 1);
    if (figure) yield* countClaim(side === "both" ? null : side, line, figure, after);
  }
  if (!above || above.page !== line.page || above.figures.length > 0) return;
  for (const { value: side, from, to } of findPhrases(textsOf(above), countPhrases)) {
    const [x0, x1] = [above.words[from]!.x0, above.words[to - 1]!.x1];
    const figure = line.figures.find((each) => each.x0 < x1 && x0 < each.x1);
    const counted = side === "both" ? sideOf(line) : side;
    if (figure) yield* countClaim(counted, line, figure, after);
  }
}

/**
 * "Credits  8,205.00  12", "Total deposits (12) 8,205.00": a bare number beside the sum of one side that ends a line may count
 * its rows.
 */
function* countBesideSum(line: MarkedLine, after: number): Generator<Claim> {
  const [label, ...more] = line.labels;
  const [first, second] = line.figures.slice(-2);
  if (!label || more.length > 0 || !isSum(label.value) || !first || !second) return;
  if (second.from !== first.to || second.to !== line.words.length) return;
  const side = label.value === "total_debits" ? "debit" : "credit";
  const count = mayCountRows(first) ? first : second;
  if ((count === first ? second : first).weak) return;
  for (const claim of countClaim(side, line, count, after)) yield { ...claim, firm: false };
}

/** Below a heading "Number" a line may name the side that it counts; null for both. */
function sideOf(line: MarkedLine): Claim["side"] {
  const [label] = line.labels;
  if (label?.value === "total_debits") return "debit";
  return label?.value === "total_credits" ? "credit" : (sectionOf(line) ?? null);
}

function* countClaim(side: Claim["side"], line: MarkedLine, figure: Figure, after: number): Generator<Claim> {
  const [reading] = figure.readings;
  if (!mayCountRows(figure) || !reading || reading.fraction !== "" || reading.whole.length > 5) return;
  yield {
    kind: "count",
    side,
    value: BigInt(reading.whole),
    at: { line, figure },
    after,
    firm: true,
  };
}

function textsOf({ words }: MarkedLine): string[] {
  return words.map(({ text }) => text);
}
