import type { Figure } from "../layout/figures.ts";
import { type DateMark, type MarkedLine, plainWords } from "../layout/marked-line.ts";
import { fold } from "../text/fold.ts";
import { findPhrases } from "../text/phrases.ts";
import { type LabelKind, type Side, sectionPhrases } from "../vocabulary/lexicon.ts";
import { type Header, signatureOf } from "./headers.ts";

/**
 * What may be a row: the line where it begins and those that continue it. Nothing is decided yet about what its
 * figures mean, or whether it is a transaction at all.
 */
export type Draft = {
  lines: MarkedLine[];
  /** The first date of its first line; of an earlier row where it prints none. */
  date: DateMark;
  dated: boolean;
  figures: { figure: Figure; line: MarkedLine }[];
  /** What its text says that it is, when that is no transaction. */
  label: LabelKind | null;
  header: Header | null;
  signature: string;
  /** The side that the heading of its section names. */
  section: Side | null;
  /** Text of dated lines without an amount that stood directly above. */
  before: MarkedLine[];
};

/** A figure with a label that stands outside of the rows, or between them. */
export type LabelledFigure = {
  kind: LabelKind;
  /** The figure nearest to the label. */
  figure: Figure;
  /** All figures of the line, where it has one label only: a row of totals has one for each column. */
  all: Figure[];
  line: MarkedLine;
  date: DateMark | null;
  header: Header | null;
};

/** A document in reading order. */
export type Entry =
  | { type: "draft"; draft: Draft }
  | { type: "label"; label: LabelledFigure }
  | { type: "line"; line: MarkedLine };

type Span = { x0: number; x1: number };

const overlaps = (a: Span, b: Span) => a.x0 < b.x1 && b.x0 < a.x1;

/**
 * Where amounts stand in lines that begin with a date: there an integer without decimals is an amount too. A place
 * where figures run on into words, and not in most lines, is inside of descriptions ("2.50 kg").
 */
export function amountSpans(lines: readonly MarkedLine[]): Span[] {
  const dated = lines.filter((line) => startDate(line, null));
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
  return spans.filter(({ count, embedded }) => embedded * 2 <= count || count * 2 > dated.length);
}

function isEmbedded(line: MarkedLine, figure: Figure): boolean {
  const [last, next] = [line.words[figure.to - 1]!, line.words[figure.to]];
  return next !== undefined && next.x0 - last.x1 < 0.8 * next.size && /\p{L}/u.test(next.text);
}

function trailingFigures(line: MarkedLine): Figure[] {
  const lastWord = plainWords(line).at(-1) ?? -1;
  return line.figures.filter(({ from }) => from > lastWord);
}

/** The date that begins a row: at the start of a line, after its number at most, or in the header's date column. */
function startDate(line: MarkedLine, header: Header | null): DateMark | null {
  const [first, second] = line.dates;
  if (!first) return null;
  const column = header?.cells.find(({ role }) => role === "date");
  const leading = line.words.slice(0, first.from);
  const inPlace = leading.every(({ text }) => !/\p{L}{2}/u.test(text)) && leading.length <= 2;
  if (!inPlace && !(column && overlaps(first, column))) return null;
  if (second && isRange(line, first, second)) return null;
  return first;
}

/** "01/06/2026 - 30/06/2026", "1 au 30 juin": a period, not a row with two dates. */
function isRange(line: MarkedLine, first: DateMark, second: DateMark): boolean {
  if (second.from === first.to) return line.figures.length === 0 && plainWords(line).length <= 2;
  const between = line.words.slice(first.to, second.from).map(({ text }) => text);
  return (
    between.length === 1 &&
    (/^[-–—~→]+$/.test(between[0]!) || (/^\p{L}{1,5}$/u.test(between[0]!) && line.figures.length === 0))
  );
}

export function toEntries(lines: readonly MarkedLine[], headers: ReadonlyMap<number, Header>): Entry[] {
  const spans = amountSpans(lines);
  const isAmount = (line: MarkedLine, figure: Figure) =>
    spans.some((span) => overlaps(span, figure)) || (!figure.weak && !isEmbedded(line, figure));
  const repeated = repeatedLines(lines);
  const entries: Entry[] = [];
  let header: Header | null = null;
  let section: Side | null = null;
  let current: Draft | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const found = headers.get(at);
    if (found) {
      header = found;
      current = null;
      at = found.last;
      continue;
    }
    const amounts = line.figures.filter((figure) => isAmount(line, figure));
    const date = startDate(line, header);
    const label = labelOf(line, date !== null);
    if (date) {
      current = newDraft(line, date, true, amounts, label, header, section);
      entries.push({ type: "draft", draft: current });
      continue;
    }
    const inTable = current !== null && amounts.length > 0 && continues(current, line, true);
    if (label && !(label === "ignored" && inTable)) {
      entries.push(...labelled(line, lines[at + 1], amounts, header));
      section = sectionOf(line) ?? section;
      current = null;
      continue;
    }
    const side = amounts.length === 0 || current === null ? sectionOf(line) : null;
    if (side) section = side;
    if (repeated.has(at) || side) {
      if (side) current = null;
      entries.push({ type: "line", line });
      continue;
    }
    if (current && continues(current, line, amounts.length > 0)) {
      if (amounts.length > 0 && current.figures.length > 0) {
        const carried = newDraft(line, current.date, false, amounts, null, header, section);
        entries.push({ type: "draft", draft: carried });
        current = carried;
      } else {
        current.lines.push(line);
        current.figures.push(...amounts.map((figure) => ({ figure, line })));
      }
      continue;
    }
    entries.push({ type: "line", line });
    if (amounts.length > 0) current = null;
  }
  return joinSplitRows(entries);
}

function newDraft(
  line: MarkedLine,
  date: DateMark,
  dated: boolean,
  amounts: Figure[],
  label: LabelKind | null,
  header: Header | null,
  section: Side | null,
): Draft {
  const figures = amounts.map((figure) => ({ figure, line }));
  return {
    lines: [line],
    date,
    dated,
    figures,
    label,
    header,
    signature: signatureOf(header),
    section,
    before: [],
  };
}

/**
 * A label counts where it opens the text of a line and explains much of it; in a line without a date of its own also
 * further on, with its figure behind it.
 */
function labelOf(line: MarkedLine, dated: boolean): LabelKind | null {
  const [label] = line.labels;
  if (!label) return null;
  const plain = plainWords(line);
  const leads = label.from <= (plain[0] ?? 0) + 1;
  if (!dated) {
    const followed = line.labels.find(({ to }) =>
      line.figures.some((figure) => !figure.weak && figure.from >= to - 1 && figure.from <= to + 2),
    );
    return (followed ?? (leads ? label : null))?.value ?? null;
  }
  const letters = fold(plain.map((index) => line.words[index]!.text).join(" ")).length;
  if (!leads || label.letters < (label.value === "balance_on" ? 0.8 : 0.4) * letters) return null;
  // "Total" may be a shop: with a date of its own only a balance is no transaction.
  return label.value === "opening" ||
    label.value === "closing" ||
    label.value === "carried" ||
    label.value === "balance_on"
    ? label.value
    : null;
}

/** Each label of a line with the figure that follows it, or that stands below it. */
function* labelled(
  line: MarkedLine,
  below: MarkedLine | undefined,
  amounts: Figure[],
  header: Header | null,
): Generator<Entry> {
  for (const [index, { value, from, to }] of line.labels.entries()) {
    const until = line.labels[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const figure =
      amounts.find((each) => each.from >= to - 1 && each.from < until) ?? beneath(line, below, from, to);
    const date = line.dates.find((each) => each.from >= from && each.from < until) ?? null;
    const all = line.labels.length === 1 ? amounts : [];
    if (figure && value !== "ignored")
      yield { type: "label", label: { kind: value, figure, all, line, date, header } };
  }
}

function beneath(
  line: MarkedLine,
  below: MarkedLine | undefined,
  from: number,
  to: number,
): Figure | undefined {
  if (!below || below.page !== line.page || below.baseline - line.baseline > 2.5 * line.size)
    return undefined;
  const span = { x0: line.words[from]!.x0, x1: line.words[to - 1]!.x1 };
  if (line.figures.length > 0 || below.dates.length > 0) return undefined;
  return below.figures.find((figure) => !figure.weak && overlaps(figure, span));
}

function sectionOf(line: MarkedLine): Side | null {
  const texts = line.words.map(({ text }) => text);
  const matches = findPhrases(texts, sectionPhrases);
  const [match] = matches;
  if (!match || match.from > 0 || line.dates.length > 0) return null;
  const letters = fold(texts.filter((text) => !/\d/.test(text)).join(" ")).length;
  return match.letters >= 0.6 * letters ? match.value : null;
}

/** Whether a line belongs to the row above it: close below, and not to the left of its text. */
function continues(draft: Draft, line: MarkedLine, hasAmounts: boolean): boolean {
  const last = draft.lines.at(-1)!;
  if (last.page !== line.page) return false;
  if (line.baseline - last.baseline > 2.4 * Math.max(line.size, last.size)) return false;
  if (draft.lines.length > 12) return false;
  const start = draft.lines[0]!;
  const text = plainWords(start).map((index) => start.words[index]!.x0);
  const left = draft.dated ? Math.max(draft.date.x1 - 1, 0) : Math.min(...text, start.x0) - 1;
  const textLeft = text.find((x0) => x0 >= left) ?? left;
  return line.x0 >= textLeft - 0.5 * line.size || (hasAmounts && line.x0 >= left);
}

/** Lines that stand at the same place with the same words on several pages: page headers and footers. */
function repeatedLines(lines: readonly MarkedLine[]): Set<number> {
  const pages = new Map<string, Set<number>>();
  const key = (line: MarkedLine) => `${Math.round(line.baseline / 3)} ${line.text.replace(/\d+/g, "#")}`;
  const plain = lines.filter((line) => line.dates.length === 0 && line.figures.every(({ weak }) => weak));
  for (const line of plain) {
    const set = pages.get(key(line)) ?? new Set();
    set.add(line.page);
    pages.set(key(line), set);
  }
  return new Set(plain.filter((line) => pages.get(key(line))!.size > 1).map(({ index }) => index));
}

/** A dated line without any figure is the first line of the row below when both have the same date. */
function joinSplitRows(entries: readonly Entry[]): Entry[] {
  const kept: Entry[] = [];
  let waiting: Draft | null = null;
  for (const entry of entries) {
    if (entry.type === "draft") {
      const { draft } = entry;
      if (waiting && sameDate(waiting.date, draft.date))
        draft.before.unshift(...waiting.before, ...waiting.lines);
      waiting = null;
      if (draft.figures.length === 0 && !draft.label) {
        waiting = draft;
        continue;
      }
    }
    kept.push(entry);
  }
  return kept;
}

export function sameDate(a: DateMark, b: DateMark): boolean {
  return JSON.stringify(a.readings) === JSON.stringify(b.readings);
}
