import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { Draft, Entry } from "../../table/draft/drafts.ts";
import type { HeaderCell } from "../../table/headings/header.ts";
import { overlaps } from "../../table/line/span.ts";
import { findPhrases } from "../../text/phrases.ts";
import { balanceBeforePhrases } from "../../vocabulary/fees.ts";

/** Fewer rows under a heading that is not known may be so by chance. */
const fewestUnnamed = 3;

/**
 * The opening balance of rows that each print the balance before them too ("Bal before | Bal after"): that of the first. Null
 * where not every row's is the balance after the row before it, in the one order or the other; then what stands under
 * a heading of nothing that counts is none.
 */
export function withOpeningBefore(entries: readonly Entry[]): Entry[] | null {
  const rows = entries.flatMap((entry) =>
    entry.type === "draft" && entry.draft.label === null ? [entry.draft] : [],
  );
  if (rows.length < 2) return null;
  if (rows[0]!.header?.cells.some(isBefore)) return withOpeningUnder(entries, isBefore);
  if (rows.length < fewestUnnamed) return null;
  const others = rows[0]!.header?.cells.filter(({ role }) => role === "other") ?? [];
  for (const { text } of others) {
    const opened = withOpeningUnder(entries, (cell) => cell.text === text);
    if (opened) return opened;
  }
  return null;
}

type Heads = (cell: HeaderCell) => boolean;

function withOpeningUnder(entries: readonly Entry[], heads: Heads): Entry[] | null {
  const rows = entries.flatMap((entry, at) =>
    entry.type === "draft" && entry.draft.label === null ? [{ at, ...balancesOf(entry.draft, heads) }] : [],
  );
  if (rows.some(({ before, after }) => !before || !after)) return null;
  const isChain = (order: typeof rows) =>
    order.every(({ before }, at) => at === 0 || before!.figure.text === order[at - 1]!.after!.figure.text);
  const isForward = isChain(rows);
  if (!isForward && !isChain(rows.toReversed())) return null;
  const { before, at } = rows.at(isForward ? 0 : -1)!;
  const { figure, line } = before!;
  const place = isForward ? at : at + 1;
  const label = { kind: "opening" as const, figure, all: [figure], line, date: null };
  const plain = entries.map((entry): Entry => {
    if (entry.type !== "draft" || entry.draft.label !== null) return entry;
    const { before: own } = balancesOf(entry.draft, heads);
    return {
      type: "draft",
      draft: { ...entry.draft, figures: entry.draft.figures.filter((each) => each !== own) },
    };
  });
  return plain.toSpliced(place, 0, { type: "label", label });
}

type Placed = { figure: Figure; line: MarkedLine };

function balancesOf(
  { header, figures }: Draft,
  isHeading: Heads,
): { before: Placed | null; after: Placed | null } {
  const cells = header?.cells ?? [];
  const under = (heads: Heads) => {
    const found = figures.filter(({ figure }) => cells.some((cell) => heads(cell) && overlaps(figure, cell)));
    return found.length === 1 ? found[0]! : null;
  };
  return { before: under(isHeading), after: under((cell) => cell.role === "balance" && !isHeading(cell)) };
}

function isBefore({ text }: HeaderCell): boolean {
  return findPhrases(text.split(" "), balanceBeforePhrases).length > 0;
}
