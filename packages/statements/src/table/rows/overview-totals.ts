import type { Figure } from "../../layout/figures.ts";
import type { DecimalMark } from "../../values/printed-number.ts";
import type { Entry } from "../draft/drafts.ts";
import { marks, minorOf } from "../draft/sum-of-part.ts";
import { isSum } from "../labels/labels.ts";
import { overlaps } from "../line/span.ts";

/** So many accounts make an overview. */
const fewestAccounts = 2;
const accountNumber = /^(?=(?:.*\d){4})[\d*x•.\-/]{6,}$/i;

/**
 * "Total deposits 5,677.12" below a list of accounts with their balances is what these come to, and no sum of rows, whatever
 * its words say. Among rows such a list tells what the holder of each card spent.
 */
export function withoutOverviewTotals(entries: readonly Entry[]): Entry[] {
  const firstRow = entries.findIndex(({ type }) => type === "draft");
  return entries.map((entry, at): Entry => {
    if (entry.type !== "label" || (firstRow >= 0 && at > firstRow)) return entry;
    const { kind, figure, line } = entry.label;
    if (kind !== "total" && !isSum(kind)) return entry;
    const listed = listedAbove(entries, at, figure);
    const isTotal = (mark: DecimalMark) =>
      listed.reduce((sum, each) => sum + (minorOf(each, mark) ?? 0n), 0n) === minorOf(figure, mark);
    if (listed.length < fewestAccounts || !marks.some(isTotal)) return entry;
    return { type: "line", line, stray: false, text: false };
  });
}

/** The figures in the column of a sum, on the lines right above it that name an account each. */
function listedAbove(entries: readonly Entry[], at: number, sum: Figure): Figure[] {
  const listed: Figure[] = [];
  for (let above = at - 1; above >= 0; above--) {
    const entry = entries[above]!;
    if (entry.type !== "line" || !entry.line.words.some(({ text }) => accountNumber.test(text))) break;
    const figure = entry.line.figures.findLast((each) => !each.weak && overlaps(each, sum));
    if (!figure) break;
    listed.push(figure);
  }
  return listed;
}
