import { dayBalances } from "../../table/dates/day-balances.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import { balanceOf } from "../interpret/interpret.ts";
import type { LedgerRow } from "../ledger/ledger.ts";
import type { Proof, ProofCheck, Sign } from "./proof.ts";

const fewest = 2;

/**
 * The proof with the balances of days held against the rows up to each day: those of a table beside the rows, and those
 * in lines that this reading leaves out. Where fewer than half agree the table counts by another day (of value, not of
 * booking), or is of other figures, and says nothing.
 */
export function withDayBalances(
  proof: Proof,
  rows: readonly LedgerRow[],
  signs: ReadonlyMap<number, Sign>,
  { drafts: all, anchors, dates, dayOf }: AccountInput,
  { drafts, style, direction }: Attempt,
): Proof {
  const { opening } = proof;
  const labels = [...anchors.before, ...anchors.between.map(({ label }) => label), ...anchors.after];
  const kept = new Set(drafts);
  const left = all.flatMap((draft, index) => (kept.has(index) ? [] : dayBalances(draft)));
  const days = [...labels.filter(({ kind }) => kind === "day_balance"), ...left];
  if (opening === null || days.length < fewest) return proof;
  const balanceAt = (day: string) =>
    rows
      .filter(({ draft }) => dates[draft]! <= day)
      .reduce(
        (sum, { draft, magnitude }) => sum + BigInt((signs.get(draft) ?? 0) * direction) * magnitude,
        opening,
      );
  const checks = days.flatMap(({ date, figure, line }): ProofCheck[] => {
    const day = date && dayOf(date);
    const printed = balanceOf(figure, style, direction);
    if (!day || printed === null) return [];
    return [{ kind: "running_balance", printed, computed: balanceAt(day), at: { line, figure } }];
  });
  const agreed = checks.filter(({ printed, computed }) => printed === computed).length;
  if (agreed < fewest || agreed * 2 < checks.length) return proof;
  return {
    ...proof,
    checks: [...proof.checks, ...checks],
    agreed: proof.agreed + agreed,
    broken: proof.broken + checks.length - agreed,
  };
}
