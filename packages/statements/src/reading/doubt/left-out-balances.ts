import type { Attempt } from "../interpret/attempts.ts";
import { balanceOf } from "../interpret/interpret.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";

/** One figure may be a balance by chance. */
const fewest = 2;

/** Points by which the ends of figures in one column differ at most. */
const alignment = 1;

/**
 * Whether a column that a reading has no use for, beside none of balances, holds the balances that its rows lead to, but for
 * some, or has the first or the last balance above or below it: those that differ contradict the rows.
 */
export function leavesBalancesOut(
  { drafts, model, choice, style, direction }: Attempt,
  { items, opening: openings, closing: closings }: Ledger,
  { opening }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  if (opening === null || choice.roles.includes("balance")) return false;
  const after = new Map<number, bigint>();
  let balance = opening;
  for (const item of items) {
    if (item.type !== "row") continue;
    balance += BigInt((signs.get(item.draft) ?? 0) * direction) * item.magnitude;
    after.set(item.draft, balance);
  }
  const ends = [...openings, ...closings].map(({ at }) => at.figure);
  const heads = (column: number) =>
    model.spans.length > 0 &&
    ends.some(
      (end) =>
        !model.cells.some((row) => row[column] === end) &&
        model.cells.every((row) => !row[column] || Math.abs(row[column].x1 - end.x1) < alignment),
    );
  const places = new Map(drafts.map((draft, index) => [draft, index]));
  /** Whether each figure lies from the one before it as far as the rows between say, whatever balance they began from. */
  const movesWithRows = (column: number) => {
    const figures = [...after].flatMap(([draft, expected]) => {
      const figure = model.cells[places.get(draft)!]?.[column];
      const value = figure ? balanceOf(figure, style, direction) : null;
      return value === null ? [] : [value - expected];
    });
    const linked = figures.filter((apart, at) => at > 0 && apart === figures[at - 1]).length;
    return linked >= fewest && linked * 2 >= figures.length - 1;
  };
  return choice.roles.some((role, column) => {
    if (role !== "ignored") return false;
    let [agreed, odd] = [0, 0];
    for (const [index, draft] of drafts.entries()) {
      const figure = model.cells[index]![column];
      const expected = after.get(draft);
      if (!figure || expected === undefined) continue;
      if (balanceOf(figure, style, direction) === expected) agreed++;
      else odd++;
    }
    if (odd === 0) return false;
    return heads(column) || (agreed >= fewest && agreed >= odd) || movesWithRows(column);
  });
}
