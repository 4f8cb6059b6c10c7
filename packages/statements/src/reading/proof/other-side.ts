import type { Claim } from "../ledger/ledger.ts";
import type { Scope } from "./row-sums.ts";

/** Lines of a summary stand at most so far apart, with one between them that counts rows, say. */
const farthest = 2;

/**
 * "Total receipts 822.23" above "Total payments 3,201.45": the one is known and is the sum of all rows of its side, so
 * the other is that of the other side, and contradicts the rows where it differs. Among more than two sums it may be
 * one of a part, and where the other side's sum is printed elsewhere it may be anything: then null.
 */
export function asOtherSide(claim: Claim, claims: readonly Claim[], { out, into }: Scope): Claim | null {
  const { meant } = claim;
  if (claim.kind !== "subtotal" || claim.stray || !meant) return null;
  const [kind, twinKind, sum] =
    meant === "debit"
      ? (["total_debits", "total_credits", into] as const)
      : (["total_credits", "total_debits", out] as const);
  const sums = claims.filter((each) => each !== claim && !each.stray && each.kind !== "count");
  const isTwin = ({ kind, value, after, at }: Claim) =>
    kind === twinKind &&
    value === sum &&
    after === claim.after &&
    at.line.page === claim.at.line.page &&
    Math.abs(at.line.index - claim.at.line.index) <= farthest;
  const isRival = (each: Claim) =>
    each.kind === kind || (each.after === claim.after && each.kind !== "total_due" && !isTwin(each));
  return sums.some(isTwin) && !sums.some(isRival) ? { ...claim, kind, firm: true } : null;
}

/**
 * "Credits  8,205.00  12" above "Debits  7,116.20  9": what may count rows does so where the number beside it does that of the
 * other side, and contradicts the rows where it differs. Else null.
 */
export function asOtherCount(
  claim: Claim,
  claims: readonly Claim[],
  { debits, credits }: Scope,
): Claim | null {
  if (claim.kind !== "count" || claim.side === null) return null;
  const counted = claim.side === "debit" ? credits : debits;
  const isTwin = ({ kind, firm, side, value, after, at }: Claim) =>
    kind === "count" &&
    !firm &&
    side !== null &&
    side !== claim.side &&
    value === BigInt(counted) &&
    after === claim.after &&
    at.line.page === claim.at.line.page &&
    Math.abs(at.line.index - claim.at.line.index) <= farthest;
  return claims.some(isTwin) ? claim : null;
}

/**
 * "Total 5,210.00 278.08" where only the order says which sum is of which side: the one contradicts the rows where the other
 * agrees, and so do both where they lie as far apart as the rows' own sums. Else null.
 */
export function asTwin(
  claim: Claim,
  claims: readonly Claim[],
  agreed: ReadonlySet<Claim>,
  { out, into }: Scope,
): Claim | null {
  const twin = twinOf(claim, claims);
  if (!twin) return null;
  const [debits, credits] = inOrder(claim, twin);
  return agreed.has(twin) || credits.value - debits.value === into - out ? claim : null;
}

/** Whether the sums of both sides in one line are those of the same rows; true for all other claims. */
export function agreesWithTwin(
  claim: Claim,
  claims: readonly Claim[],
  scopesOf: (claim: Claim) => readonly Scope[],
): boolean {
  const twin = twinOf(claim, claims);
  if (!twin) return true;
  const [debits, credits] = inOrder(claim, twin);
  return scopesOf(claim).some(({ out, into }) => out === debits.value && into === credits.value);
}

/** The sum of the other side in the same line, where only the order says which is which. */
export function twinOf(claim: Claim, claims: readonly Claim[]): Claim | undefined {
  if (!isOrdered(claim)) return undefined;
  return claims.find((each) => isOrdered(each) && each.kind !== claim.kind && each.at.line === claim.at.line);
}

function inOrder(claim: Claim, twin: Claim): readonly [debits: Claim, credits: Claim] {
  return claim.kind === "total_debits" ? [claim, twin] : [twin, claim];
}

/** Whether it is the sum of a side that only its place in its line names. */
function isOrdered({ kind, firm }: Claim): boolean {
  return !firm && (kind === "total_debits" || kind === "total_credits");
}
