import type { Figure } from "../../layout/figures.ts";
import { plainWords } from "../../layout/marked-line.ts";
import type { DecimalMark } from "../../values/printed-number.ts";
import type { LabelKind } from "../../vocabulary/lexicon.ts";
import type { Entry } from "../draft/drafts.ts";
import { marks, minorOf } from "../draft/sum-of-part.ts";
import { overlaps } from "../line/span.ts";

/** Lines in the same words, so many at least, that say what the rows above them come to. */
const fewest = 3;
const mostKinds = 4;
/** Columns of two sides end so far from one another, in points. */
const fewestApart = 20;

/** A line without a date, and the amounts of the rows above it since the one in the same words. */
type Told = { at: number; figures: Figure[]; rows: Figure[][] };

/**
 * "Promet dana 353.52 0.00", "Stanje na kraju dana 2,353.05" below the rows of each day, in words that are not known: lines without
 * a date, in the same words each time, are no rows where most of them are the sums of those above them, or balances
 * that these lead to.
 */
export function withUnknownSums(entries: readonly Entry[]): Entry[] {
  const kinds = new Map<number, LabelKind>();
  for (const told of repeatedLines(entries)) {
    const kind = kindOf(told);
    if (kind) for (const { at } of told) kinds.set(at, kind);
    const opening = kind === "carried" ? openingOf(entries, told[0]!) : -1;
    if (opening >= 0) kinds.set(opening, "opening");
  }
  if (kinds.size === 0) return [...entries];
  return entries.map((entry, at): Entry => {
    const kind = kinds.get(at);
    if (!kind || entry.type !== "draft") return entry;
    const all = amountsOf(entry);
    return {
      type: "label",
      label: { kind, figure: all.at(-1)!, all, line: entry.draft.lines[0]!, date: null },
    };
  });
}

/** Lines in the same words that each end a day's rows: so few kinds of them that each may be held against all rows. */
function repeatedLines(entries: readonly Entry[]): Told[][] {
  const texts = entries.map(wordsOf);
  const places = Map.groupBy(
    texts.keys().filter((at) => texts[at] !== ""),
    (at) => texts[at]!,
  );
  const countAt = (at: number) => places.get(texts[at] ?? "")?.length ?? 0;
  // What stands among a day's rows is one of them, but "Turnover" above "Balance" below them.
  const ends = (at: number) => {
    const below = entries[at + 1];
    return below?.type !== "draft" || below.draft.dated || countAt(at + 1) === countAt(at);
  };
  const ending = [...places.values()].filter((some) => some.length >= fewest && some.every(ends));
  const kinds = ending.slice(0, mostKinds);
  const told = new Set(kinds.flat());
  const amounts = entries.map((entry, at) => (told.has(at) ? [] : amountsOf(entry)));
  return kinds.map((some) =>
    some.map((at, index) => {
      const rows = amounts.slice(index === 0 ? 0 : some[index - 1]! + 1, at);
      return { at, figures: amountsOf(entries[at]!), rows: rows.filter(({ length }) => length > 0) };
    }),
  );
}

/** The words of a line that may be a sum; none of a row with a date or more lines. */
function wordsOf(entry: Entry): string {
  if (entry.type !== "draft") return "";
  const {
    dated,
    label,
    lines: [line, ...more],
    figures,
  } = entry.draft;
  if (dated || label !== null || !line || more.length > 0 || figures.every(({ figure }) => figure.weak))
    return "";
  return plainWords(line)
    .map((at) => line.words[at]!.text)
    .join(" ");
}

function amountsOf(entry: Entry): Figure[] {
  return entry.type !== "draft"
    ? []
    : entry.draft.figures.flatMap(({ figure }) => (figure.weak ? [] : [figure]));
}

function kindOf(told: readonly Told[]): LabelKind | null {
  for (const mark of marks) {
    // One row and another of the same amount are a payment and what was given back.
    const sums = told.some(({ rows }) => rows.length > 1);
    if (sums && areMost(told, (each) => isSum(each, mark))) return "total";
    if (areMost(told.slice(1), (each, at) => leads(told[at]!, each, mark))) return "carried";
  }
  return null;
}

/** A figure without a date above the first day, from which its rows lead to the balance that ends it; -1 where none does. */
function openingOf(entries: readonly Entry[], first: Told): number {
  const [place = -1] = entries.keys().filter((at) => amountsOf(entries[at]!).length > 0);
  const [figures, ...rows] = first.rows;
  if (place < 0 || place >= first.at || wordsOf(entries[place]!) === "" || !figures) return -1;
  const isBefore = marks.some((mark) => leads({ at: place, figures, rows: [] }, { ...first, rows }, mark));
  return isBefore ? place : -1;
}

/** All but one of five: a figure that was altered is to be seen. */
function areMost<T>(some: readonly T[], holds: (each: T, at: number) => boolean): boolean {
  return some.length > 1 && some.filter(holds).length * 5 >= some.length * 4;
}

function isSum({ figures, rows }: Told, mark: DecimalMark): boolean {
  if (rows.length === 0) return false;
  return figures.every((figure) => {
    const above = rows.flat().filter((each) => overlaps(each, figure));
    const value = minorOf(figure, mark);
    return value !== null && value === sumOf(above, mark);
  });
}

/** Whether the rows between two figures are what the one is more than the other, each side in a column of its own or all in one. */
function leads(before: Told, { figures, rows }: Told, mark: DecimalMark): boolean {
  const [from, to] = [before.figures, figures].map((some) =>
    some.length === 1 ? minorOf(some[0]!, mark) : null,
  );
  if (from == null || to == null || rows.length === 0 || rows.some(({ length }) => length !== 1))
    return false;
  const all = rows.flat();
  const ends = all.map(({ x1 }) => x1).sort((a, b) => a - b);
  const middle = (ends[0]! + ends.at(-1)!) / 2;
  const isApart = all.every(({ x1 }) => Math.abs(x1 - middle) * 2 > fewestApart);
  const right = sumOf(isApart ? all.filter(({ x1 }) => x1 > middle) : all, mark);
  const left = sumOf(isApart ? all.filter(({ x1 }) => x1 < middle) : [], mark);
  const step = to - from;
  return right !== null && left !== null && step !== 0n && [right - left, left - right].includes(step);
}

function sumOf(figures: readonly Figure[], mark: DecimalMark): bigint | null {
  return figures.reduce<bigint | null>((sum, figure) => {
    const value = minorOf(figure, mark);
    return sum === null || value === null ? null : sum + value;
  }, 0n);
}
