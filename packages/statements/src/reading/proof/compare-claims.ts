import type { Claim, Ledger, LedgerRow, PrintedBalance } from "../ledger/ledger.ts";
import { listedParts } from "./listed-parts.ts";
import { agreesWithTwin, asOtherCount, asOtherSide, asTwin, twinOf } from "./other-side.ts";
import type { ProofCheck, Sign } from "./proof.ts";
import { sumsPurchases } from "./purchase-totals.ts";
import { RowSums, type Rows, type Scope } from "./row-sums.ts";

export type ComparedClaims = {
  checks: ProofCheck[];
  /** Rows that an agreeing total covers, in amount and side. */
  witnessed: Set<LedgerRow>;
  /** Figures among the rows that are neither rows nor sums of rows. */
  strays: number;
};

/** A sum covers at most so many parts of the rows above it, each under headings of its own. */
const mostParts = 4;

/** The lines of a summary from a number of rows to either balance. */
const longestSummary = 4;

/**
 * Holds printed totals and counts against the rows that they can be meant to sum up: all of the account, those
 * before them, those since a total or a heading before, those of their page. A total that none of these gives is
 * a contradiction; the check then names the rows since the last break, or all.
 *
 * @param bare whether no balance is printed at all: only then a card's total due can be nothing but the rows' sum
 */
export function compareClaims(
  { items, claims, breaks, direction, opening, closing, printed }: Ledger,
  signOf: (row: LedgerRow) => Sign,
  bare: boolean,
): ComparedClaims {
  const rows = items.filter((item) => item.type === "row").toSorted((a, b) => a.draft - b.draft);
  const sums = new RowSums(rows, signOf);
  const claimed = ascending(claims.map(({ after }) => after));
  const bounds = ascending([0, ...breaks, ...claimed]);
  const witnessed = new Set<LedgerRow>();
  const checks: ProofCheck[] = [];
  let strays = 0;
  const begun = opening[0]?.value ?? (items[0]?.type === "point" ? items[0].value : 0n);
  const due = bare ? dueOf(claims, rows, signOf) : null;
  const scopes = (claim: Claim) =>
    standsBetween(claim, opening, closing) ? [sums.all()] : scopesOf(claim, sums, bounds, claimed);
  const held = claims
    .filter((claim) => claim.kind !== "total_due" || (bare && claim === due))
    .map((claim) => {
      const value = claim.kind === "total_due" || claim.value >= 0n ? claim.value : -claim.value;
      const found =
        scopes(claim)
          // A sum above all rows is of some of them.
          .filter((scope) => claim.after > 0 || scope.all > 0)
          .map((scope) => agreement(claim, value, scope, signOf, direction))
          .find(Boolean) ??
        agreementWithOpening(claim, value, sums, signOf, begun) ??
        agreementAsLast(claim, value, sums, begun, direction) ??
        agreementAsBalance(claim, value, sums, begun);
      return { claim, value, found };
    });
  for (const each of held) if (each.found && !agreesWithTwin(each.claim, claims, scopes)) each.found = null;
  const agreed = new Set(held.filter(({ found }) => found).map(({ claim }) => claim));
  const parts = listedParts(claims, agreed);
  for (const { claim, value, found } of held) {
    if (claim.stray) {
      if (!found && !parts.has(claim)) strays++;
      continue;
    }
    for (const row of found ?? []) witnessed.add(row);
    if (!found && sumsPurchases(claim, sums.all().out, { printed })) continue;
    const meant =
      found || claim.firm
        ? claim
        : (asOtherSide(claim, claims, sums.all()) ??
          asOtherCount(claim, claims, sums.all()) ??
          asTwin(claim, claims, agreed, sums.all()));
    if (!meant) {
      // Sums of both sides in one line that no rows give, whichever of them is which.
      if (claim.ofSides || twinOf(claim, claims)) strays++;
      continue;
    }
    const computed = found ? value : sumFor(meant, sums.all());
    checks.push({ kind: meant.kind, printed: value, computed, at: claim.at });
  }
  return { checks, witnessed, strays };
}

/** Of several amounts due (the last statement's, the least payment) the one that the rows give, else the last. */
function dueOf(claims: readonly Claim[], rows: Rows, signOf: (row: LedgerRow) => Sign): Claim | null {
  const dues = claims.filter(({ kind }) => kind === "total_due");
  const sum = rows.reduce((all, row) => all - BigInt(signOf(row)) * row.magnitude, 0n);
  return dues.find(({ value }) => value === sum) ?? dues.at(-1) ?? null;
}

/** Whether a number of rows stands in the summary above them, with both balances: then it counts all of them. */
function standsBetween(
  { kind, side, after, at }: Claim,
  opening: readonly PrintedBalance[],
  closing: readonly PrintedBalance[],
): boolean {
  if (kind !== "count" || side !== null || after > 0) return false;
  const isNear = ({ at: { line } }: PrintedBalance) =>
    line.page === at.line.page && Math.abs(line.index - at.line.index) <= longestSummary;
  return opening.some(isNear) && closing.some(isNear);
}

/** The rows that a claim may be meant to sum up, the likeliest first. */
function scopesOf(
  { after, at, kind }: Claim,
  sums: RowSums,
  bounds: readonly number[],
  claimed: readonly number[],
): Scope[] {
  if (kind === "total_due") return [sums.all()];
  // Headings that stand side by side, or again on the next page, part what one sum covers.
  const starts = bounds.slice(0, bounds.indexOf(after)).slice(-mostParts).toReversed();
  const next = bounds.find((bound) => bound > after) ?? Number.POSITIVE_INFINITY;
  // The rows below a sum may go on below the headings of another page.
  const nextSum = claimed.find((place) => place > after) ?? Number.POSITIVE_INFINITY;
  const lastSum = claimed.findLast((place) => place < after) ?? 0;
  return [
    sums.all(),
    sums.between(0, after),
    ...starts.map((start) => sums.between(start, after)),
    sums.between(after, next),
    sums.onPage(at.line.page, after),
    sums.between(after, nextSum),
    sums.between(lastSum, after),
  ];
}

function ascending(places: readonly number[]): number[] {
  return [...new Set(places)].sort((a, b) => a - b);
}

/** The rows that a claim proves under one scope, or null where it does not agree. */
function agreement(
  claim: Claim,
  value: bigint,
  scope: Scope,
  signOf: (row: LedgerRow) => Sign,
  direction: 1 | -1,
): Rows | null {
  const { out, into } = scope;
  const ofSide = (side: Sign) => scope.rows().filter((row) => signOf(row) === side);
  if (claim.kind === "total_debits") return value === out ? ofSide(-1) : null;
  if (claim.kind === "total_credits") return value === into ? ofSide(1) : null;
  if (claim.kind === "total_due") return value === out - into ? scope.rows() : null;
  if (claim.kind === "count") return value === BigInt(counted(claim, scope)) ? [] : null;
  if (value === 0n) return [];
  const net = (into - out) * BigInt(direction);
  // What is of one side only is proven with it; a sum over both sides says nothing of which row is on which.
  if (value === out && into === 0n) return ofSide(-1);
  if (value === into && out === 0n) return ofSide(1);
  return value === net || value === -net || value === out || value === into || value === out + into
    ? []
    : null;
}

/** The sum of a column in which the opening balance stands as well: on the side of money in, or in debt on the other. */
function agreementWithOpening(
  { kind, after }: Claim,
  value: bigint,
  sums: RowSums,
  signOf: (row: LedgerRow) => Sign,
  opening: bigint,
): Rows | null {
  const above = sums.between(0, after);
  const side = opening > 0n ? "total_credits" : "total_debits";
  if (opening === 0n || kind !== side || above.all < sums.all().all) return null;
  if (value !== (opening > 0n ? above.into + opening : above.out - opening)) return null;
  return above.rows().filter((row) => signOf(row) === (opening > 0n ? 1 : -1));
}

/** "Saldo total" below all rows is the sum of the column in which the opening balance stands as well: the balance at the end. */
function agreementAsLast(
  { kind, after }: Claim,
  value: bigint,
  sums: RowSums,
  opening: bigint,
  direction: 1 | -1,
): Rows | null {
  const { all, into, out, rows } = sums.between(0, after);
  if (opening === 0n || kind !== "subtotal" || all < sums.all().all) return null;
  return value === opening + (into - out) * BigInt(direction) ? rows() : null;
}

/** What is carried to the next page in a column of one side may be the balance so far, and no sum of that column. */
function agreementAsBalance(
  { kind, after, carried }: Claim,
  value: bigint,
  sums: RowSums,
  opening: bigint,
): Rows | null {
  if (!carried) return null;
  const above = sums.between(0, after);
  const balance = opening + above.into - above.out;
  return value === (kind === "total_credits" ? balance : -balance) ? [] : null;
}

function counted({ side }: Claim, { all, debits, credits }: Scope): number {
  if (side === null) return all;
  return side === "credit" ? credits : debits;
}

function sumFor(claim: Claim, scope: Scope): bigint {
  if (claim.kind === "count") return BigInt(counted(claim, scope));
  if (claim.kind === "total_debits") return scope.out;
  return claim.kind === "total_credits" ? scope.into : scope.out - scope.into;
}
