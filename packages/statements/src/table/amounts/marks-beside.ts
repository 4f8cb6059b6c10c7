import { loneAffix } from "../../layout/affix.ts";
import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { Draft, Entry } from "../draft/drafts.ts";

/** A mark in a column of its own stands at most so many letter heights from its amount. */
const widestGap = 8;
/** So many rows with a mark are no chance. */
const fewest = 3;

type Marked = { draft: Draft; sign: 1 | -1; isApart: "no" | "before" | "behind" };

/**
 * Gives amounts the sign that stands in a column of its own beside theirs ("87,56   +" above "29,77   -"). A dash alone
 * may stand for an empty cell: so each row has to have a mark, and both are to be seen.
 */
export function takeMarksBeside(entries: readonly Entry[]): void {
  const rows = entries.flatMap((entry) =>
    entry.type === "draft" && entry.draft.label === null && entry.draft.figures.length > 0
      ? [entry.draft]
      : [],
  );
  const marked = rows.flatMap((draft) => markOf(draft) ?? []);
  const signs = new Set(marked.map(({ sign }) => sign));
  if (marked.length < rows.length || rows.length < fewest || signs.size < 2) return;
  const sides = new Set(marked.map(({ isApart }) => isApart));
  if (sides.has("before") && sides.size > 1) return;
  for (const { draft, sign, isApart } of marked) {
    const [first] = draft.figures;
    const { from, to } = first!.figure;
    if (isApart === "behind") first!.figure = { ...first!.figure, sign, to: to + 1 };
    else if (isApart === "before") first!.figure = { ...first!.figure, sign, from: from - 1 };
  }
}

function markOf(draft: Draft): Marked | null {
  const { figure, line } = draft.figures[0]!;
  const own = figure.to - figure.from > 1 ? signAt(line, figure.to - 1) : null;
  if (own !== null) return { draft, sign: own, isApart: "no" };
  if (figure.sign !== 0 || figure.side !== null) return null;
  const behind = signBehind(line, figure);
  if (behind !== null) return { draft, sign: behind, isApart: "behind" };
  const before = signBefore(line, figure);
  return before === null ? null : { draft, sign: before, isApart: "before" };
}

/** "+   $ 303.48": a mark that no word stands right before. */
function signBefore(line: MarkedLine, { from, x0 }: Figure): 1 | -1 | null {
  const [before, mark] = [line.words[from - 2], line.words[from - 1]];
  const sign = signAt(line, from - 1);
  if (sign === null || !mark || x0 - mark.x1 > widestGap * mark.size) return null;
  return before && mark.x0 - before.x1 <= mark.size ? null : sign;
}

function signBehind(line: MarkedLine, { to, x1 }: Figure): 1 | -1 | null {
  const [mark, next] = [line.words[to], line.words[to + 1]];
  const sign = signAt(line, to);
  if (sign === null || !mark || mark.x0 - x1 > widestGap * mark.size) return null;
  return next && next.x0 - mark.x1 <= mark.x0 - x1 ? null : sign;
}

function signAt({ words }: MarkedLine, at: number): 1 | -1 | null {
  const affix = loneAffix(words[at]);
  if (!affix || affix.currency || affix.side || affix.open || affix.close) return null;
  return affix.sign === 0 ? null : affix.sign;
}
