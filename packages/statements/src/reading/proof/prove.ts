import type { Ledger, LedgerRow } from "../ledger/ledger.ts";
import { compareClaims } from "./compare-claims.ts";
import type { Proof } from "./proof.ts";
import { netOfTotals } from "./sides.ts";
import { emptySide, explains, owedAbove, printedDue, printedTotals } from "./unnamed-figures.ts";
import { Walk } from "./walk.ts";

/** Follows the ledger from balance to balance and compares everything printed with what the rows say. */
export function prove(ledger: Ledger): Proof {
  const walk = new Walk(ledger);
  for (const [index, item] of ledger.items.entries()) {
    if (item.type === "point") walk.point(item, ledger.items[index + 1]);
    else {
      walk.pending.push(item);
      if (item.balance !== null) walk.settle(item.balance, item.at, "running_balance");
    }
  }
  for (const { value, at } of ledger.closing) walk.settle(value, at, "closing_balance");
  return finish(walk);
}

/** Holds the rows against everything that is printed beside the balances. */
function finish(walk: Walk): Proof {
  const { proof, rows, ledger } = walk;
  settleByFigure(walk);
  const loose = walk.pending.length > 0 || walk.head.length > 0 || walk.known === null || walk.linked === 0;
  if (loose) solveByTotals(walk);
  const isOwed = walk.known === null && settleByDue(walk);
  settleByDebt(walk);
  const claims = compareClaims(
    { ...ledger, claims: walk.claims },
    (row) => walk.signOf.get(row)!,
    walk.known === null && !isOwed,
  );
  for (const { kind, printed, computed, at } of claims.checks) walk.compare(kind, printed, computed, at);
  proof.strays = claims.strays;
  if (walk.witness && !explains(walk.ledger, walk.sides(), walk.witness)) proof.covered = false;
  const held = isOwed || (loose && proof.broken === 0 && isTotalled(walk));
  proof.covered &&=
    rows.length > 0 && (!loose || held || (proof.broken === 0 && isWitnessed(walk, claims.witnessed)));
  // What nothing printed was held against is not proven.
  proof.covered &&= proof.agreed > 0;
  if (walk.pending.length > 0 && walk.known !== null)
    proof.closing = walk.known + walk.sumOf(walk.pending) * BigInt(ledger.direction);
  proof.signs = rows.map((row) => walk.signOf.get(row)!);
  if (proof.signs.some((sign, index) => sign === 0 && rows[index]!.magnitude !== 0n)) proof.covered = false;
  return proof;
}

/**
 * Where no last balance is labelled, the one that the rows lead to may be printed above them in words that are not
 * known. A reading with other rows or sides leads to another figure, and there are few above the rows to hit by
 * chance; but zero, and what was there before, are hit by rows that cancel out.
 */
function settleByFigure(walk: Walk): void {
  const due = walk.pending.length > 0 && walk.ledger.closing.length === 0 ? walk.due() : null;
  if (due === null || due === 0n || due === walk.known) return;
  const unnamed = walk.ledger.printedAbove(due);
  const isSummary = unnamed !== null && explains(walk.ledger, walk.sides(), unnamed);
  const at = isSummary ? unnamed : walk.ledger.vagueAbove(due);
  if (!at) return;
  walk.settle(due, at, "closing_balance");
  // What is a balance is no sum.
  walk.claims = walk.claims.filter((claim) => claim.at.figure !== at.figure);
}

/** Rows that no chain of balances holds have to stand under totals that agree. */
function isWitnessed(walk: Walk, witnessed: ReadonlySet<LedgerRow>): boolean {
  const isChained = walk.known !== null && walk.linked > 0;
  const open = isChained ? [...walk.head, ...walk.pending] : walk.rows;
  return open.every((row) => row.magnitude === 0n || witnessed.has(row)) && witnessed.size > 0;
}

/** A card that prints what was due before and what is due now: one is the other with the rows. */
function settleByDue(walk: Walk): boolean {
  const isOpen = walk.rows.length === 0 || walk.unknown(walk.rows).length > 0;
  const due = isOpen ? null : printedDue(walk.ledger, walk.sides());
  if (!due) return false;
  walk.proof.opening = due.before;
  walk.proof.closing = due.value;
  walk.compare("closing_balance", due.value, due.value, due.at);
  return true;
}

/** "Total debt" above the rows of a card is what is owed in the end, where it is just that and not what was spent. */
function settleByDebt(walk: Walk): void {
  const owed = walk.pending.length === 0 ? owedAbove(walk.ledger, walk.claims, walk.known, walk.sides()) : [];
  for (const { value, at } of owed) walk.compare("closing_balance", value, value, at);
  walk.claims = walk.claims.filter((claim) => !owed.includes(claim));
}

/** Whether the sums of both sides are printed beside the rows, in words that are not known. */
function isTotalled(walk: Walk): boolean {
  const totals = printedTotals(walk.ledger, walk.sides());
  if (!totals) return false;
  // One that is named says which side the other one is, and so do balances of rows.
  walk.proof.sidesOpen = !walk.linked && totals.every(({ named }) => !named) && !emptySide(walk.ledger);
  for (const { kind, value, at, named } of totals) if (!named) walk.compare(kind, value, value, at);
  return true;
}

/** Two totals that cover every row say how the rows divide, as two balances would. */
function solveByTotals(walk: Walk): void {
  const net = netOfTotals(walk.ledger);
  const unknown = walk.unknown(walk.rows);
  if (net !== null && unknown.length > 0) walk.solve(unknown, net - walk.sumOf(walk.rows));
}
