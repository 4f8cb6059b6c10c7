import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { LabelKind } from "../../vocabulary/lexicon.ts";
import type { Draft, Entry } from "../draft/drafts.ts";
import { marks, minorOf } from "../draft/sum-of-part.ts";
import { isBalance } from "../labels/labels.ts";

/** Fewer rows may be the same by chance. */
const fewestRepeated = 3;

/**
 * Below the last balance of an account "Transfers received in detail" lists rows once more, without balances: what has the day
 * and the amount of a row above each is no account of its own. An account that was filled from another one has
 * balances, above its rows or below them.
 */
export function withoutRepeatedTables(entries: readonly Entry[]): Entry[] {
  const parts = partsOf(entries);
  if (!parts.some(({ isList }) => isList)) return [...entries];
  const above = new Map<string, number>();
  const left = new Set<Entry>();
  for (const { own, isList } of parts) {
    const isRepeated = isList && repeats(own, above);
    for (const entry of own) {
      if (isRepeated) left.add(entry);
      else count(entry, above);
    }
  }
  return entries.flatMap((entry) => (left.has(entry) ? asText(entry) : [entry]));
}

/** The rows of an account, and below its last balance what may be a list that tells some of them once more. */
function partsOf(entries: readonly Entry[]): { own: Entry[]; isList: boolean }[] {
  const parts = [{ own: [] as Entry[], isList: false }];
  let [isClosed, isTitled, isApart] = [false, false, false];
  const close = (isList: boolean) => {
    const part = parts.at(-1)!;
    part.isList = isTitled && isList && part.own.length >= fewestRepeated;
    parts.push({ own: [], isList: false });
    isTitled = false;
  };
  for (const entry of entries) {
    const kind = kindOf(entry);
    if (kind !== null && isBalance(kind)) {
      if (isTitled) close(kind === "opening" && isApart);
      isClosed ||= kind !== "opening";
    } else if (entry.type !== "line") parts.at(-1)!.own.push(entry);
    else if (isClosed && !isTitled) {
      close(false);
      isTitled = true;
    }
    isApart = entry.type === "line";
  }
  if (isTitled) close(true);
  return parts;
}

function kindOf(entry: Entry): LabelKind | null {
  if (entry.type === "label") return entry.label.kind;
  return entry.type === "draft" ? entry.draft.label : null;
}

/** Whether each row of a list, but for sums, is one that stands above with its balance. */
function repeats(run: readonly Entry[], above: ReadonlyMap<string, number>): boolean {
  const rows = run.flatMap((entry) => (entry.type === "draft" ? [entry.draft] : []));
  if (rows.length < fewestRepeated) return false;
  if (!run.every((entry) => entry.type !== "label" || isSumOf(entry.label.figure, rows))) return false;
  const left = new Map(above);
  return rows.every((row) => {
    const amounts = amountsOf(row);
    const key = amounts.length === 1 && row.dated ? keyOf(row, amounts[0]!) : "";
    const more = left.get(key) ?? 0;
    left.set(key, more - 1);
    return more > 0;
  });
}

/** Whether the sum below a list is its rows': another one has to contradict something. */
function isSumOf(figure: Figure, rows: readonly Draft[]): boolean {
  const own = rows.flatMap(({ figures }) =>
    figures.flatMap((each) => (each.figure.weak ? [] : [each.figure])),
  );
  return marks.some((mark) => {
    const values = own.map((each) => minorOf(each, mark));
    const sum = values.reduce<bigint>((all, value) => all + (value ?? 0n), 0n);
    return !values.includes(null) && [sum, -sum].includes(minorOf(figure, mark) ?? 0n);
  });
}

function count(entry: Entry, seen: Map<string, number>): void {
  if (entry.type !== "draft" || !entry.draft.dated) return;
  const [amount, ...others] = amountsOf(entry.draft);
  if (!amount || others.length === 0) return;
  const key = keyOf(entry.draft, amount);
  seen.set(key, (seen.get(key) ?? 0) + 1);
}

function amountsOf({ figures }: Draft): string[] {
  return figures.flatMap(({ figure }) => (figure.weak ? [] : [figure.text.replace(/^\D+|\D+$/g, "")]));
}

function keyOf({ date, lines }: Draft, amount: string): string {
  const words = lines[0]!.words.slice(date.from, date.to).map(({ text }) => text);
  return `${words.join(" ")}|${amount}`;
}

function asText(entry: Entry): Entry[] {
  const lines: MarkedLine[] =
    entry.type === "draft" ? entry.draft.lines : entry.type === "label" ? [entry.label.line] : [entry.line];
  return lines.map((line) => ({ type: "line", line, stray: false, text: false }));
}
