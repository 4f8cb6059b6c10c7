import type { Claim, Ledger, LedgerRow, Place } from "../ledger/ledger.ts";
import type { Sign } from "./proof.ts";
import { type Sides, withoutSign } from "./sides.ts";

type PrintedTotal = { kind: "total_debits" | "total_credits"; value: bigint; at: Place; named: boolean };

/** The sums of both sides where they are printed beside the rows, one at most in words that say which; null where one is not. */
export function printedTotals(ledger: Ledger, sides: Sides): PrintedTotal[] | null {
  const wanted = [
    { kind: "total_debits" as const, value: sides.debits },
    { kind: "total_credits" as const, value: sides.credits },
  ].filter(({ value }) => value !== 0n);
  const totals = wanted.flatMap((total): PrintedTotal[] => {
    const own = ledger.claims.find(({ kind, value }) => kind === total.kind && value === total.value);
    if (own) return [{ ...total, at: own.at, named: true }];
    const unnamed = ledger.printed(total.value);
    const at = unnamed && explains(ledger, sides, unnamed) ? unnamed : ledger.vagueAbove(total.value);
    return at ? [{ ...total, at, named: false }] : [];
  });
  return wanted.length > 0 && totals.length === wanted.length ? totals : null;
}

/**
 * Whether the other figures of a line in unknown words are what a summary holds: sums of both sides, and two balances
 * that lie as far apart as the rows say. One more of them may be anything.
 */
export function explains(
  { amountOf, direction }: Ledger,
  { debits, credits }: Sides,
  { line }: Place,
): boolean {
  const left = line.figures
    .filter(({ weak }) => !weak)
    .map(amountOf)
    .filter((value) => value !== null)
    .filter((value) => ![debits, credits].includes(withoutSign(value)));
  const [first, second] = left as [bigint, bigint];
  if (left.length < 2) return true;
  return left.length === 2 && second - first === (credits - debits) * BigInt(direction);
}

/**
 * What is due on a card that names what was due before in the same words, or prints that in words that are not known;
 * null where the rows do not lead from one to the other.
 */
export function printedDue(
  { claims, printed }: Ledger,
  { debits, credits }: Sides,
): { before: bigint; value: bigint; at: Place } | null {
  const dues = claims.filter(({ kind }) => kind === "total_due");
  for (const [index, { value, at }] of [...dues.entries()].toReversed()) {
    const before = value - (debits - credits);
    if (before === 0n || value === 0n) continue;
    if (dues.slice(0, index).some((due) => due.value === before) || printed(before))
      return { before, value, at };
  }
  return null;
}

/** Sums of debits above the rows of a card that are just what is owed in the end, and not what was spent: "Total debt". */
export function owedAbove(
  { direction }: Ledger,
  claims: readonly Claim[],
  known: bigint | null,
  { debits }: Sides,
): Claim[] {
  if (direction === 1 || known === null || debits === known) return [];
  return claims.filter(({ kind, after, value }) => kind === "total_debits" && after === 0 && value === known);
}

/** The side whose sum is said to be nothing; null where neither is, or several sums are printed. */
export function emptySide({ claims }: Ledger): "debit" | "credit" | null {
  const isEmpty = (kind: "total_debits" | "total_credits") => {
    const [only, ...more] = claims.filter((claim) => claim.kind === kind);
    return only?.value === 0n && more.length === 0;
  };
  const [debit, credit] = [isEmpty("total_debits"), isEmpty("total_credits")];
  if (debit === credit) return null;
  return debit ? "debit" : "credit";
}

/** The side of every row: where nothing is on the other one, and what all rows come to is printed too. */
export function onlySide(ledger: Ledger, rows: readonly LedgerRow[]): Sign {
  const empty = emptySide(ledger);
  const sum = rows.reduce((all, { magnitude }) => all + magnitude, 0n);
  const isPrinted = () => ledger.claims.some(({ value }) => value === sum) || ledger.printed(sum) !== null;
  if (empty === null || sum === 0n || !isPrinted()) return 0;
  return empty === "debit" ? 1 : -1;
}
