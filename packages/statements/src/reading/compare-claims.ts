import type { Claim, Ledger, LedgerRow } from "./ledger.ts";
import type { ProofCheck, Sign } from "./proof.ts";

export type ComparedClaims = {
  checks: ProofCheck[];
  /** Rows that an agreeing total covers, in amount and side. */
  witnessed: Set<LedgerRow>;
  /** Figures among the rows that are neither rows nor sums of rows. */
  strays: number;
};

type Rows = readonly LedgerRow[];

/** A sum covers at most so many parts of the rows above it, each under headings of its own. */
const mostParts = 4;

/**
 * Holds printed totals and counts against the rows that they can be meant to sum up: all of the account, those
 * before them, those since a total or a heading before, those of their page. A total that none of these gives is
 * a contradiction; the check then names the rows since the last break, or all.
 *
 * @param bare whether no balance is printed at all: only then a card's total due can be nothing but the rows' sum
 */
export function compareClaims(
  { items, claims, breaks, direction, opening }: Ledger,
  signOf: (row: LedgerRow) => Sign,
  bare: boolean,
): ComparedClaims {
  const rows = items.filter((item) => item.type === "row").toSorted((a, b) => a.draft - b.draft);
  const bounds = [...new Set([0, ...breaks, ...claims.map(({ after }) => after)])].sort((a, b) => a - b);
  const witnessed = new Set<LedgerRow>();
  const checks: ProofCheck[] = [];
  let strays = 0;
  const begun = opening[0]?.value ?? (items[0]?.type === "point" ? items[0].value : 0n);
  const due = bare ? dueOf(claims, rows, signOf) : null;
  for (const claim of claims) {
    if (claim.kind === "total_due" && !(bare && claim === due)) continue;
    const scopes = scopesOf(claim, rows, bounds, claims);
    const value = claim.kind === "total_due" || claim.value >= 0n ? claim.value : -claim.value;
    const found =
      scopes.map((scope) => agreement(claim, value, scope, signOf, direction)).find(Boolean) ??
      agreementWithOpening(claim, value, rows, signOf, begun);
    if (claim.stray) {
      if (!found) strays++;
      continue;
    }
    for (const row of found ?? []) witnessed.add(row);
    if (!found && !claim.firm) continue;
    const computed = found ? value : sumFor(claim, scopes[0]!, signOf);
    checks.push({ kind: claim.kind, printed: value, computed, at: claim.at });
  }
  return { checks, witnessed, strays };
}

/** Of several amounts due (the last statement's, the least payment) the one that the rows give, else the last. */
function dueOf(claims: readonly Claim[], rows: Rows, signOf: (row: LedgerRow) => Sign): Claim | null {
  const dues = claims.filter(({ kind }) => kind === "total_due");
  const sum = rows.reduce((all, row) => all - BigInt(signOf(row)) * row.magnitude, 0n);
  return dues.find(({ value }) => value === sum) ?? dues.at(-1) ?? null;
}

function scopesOf(
  { after, at, kind }: Claim,
  rows: Rows,
  bounds: readonly number[],
  claims: readonly Claim[],
): Rows[] {
  if (kind === "total_due") return [rows];
  const before = rows.filter(({ draft }) => draft < after);
  // Headings that stand side by side, or again on the next page, part what one sum covers.
  const starts = bounds.filter((bound) => bound < after).toReversed();
  const since = starts.slice(0, mostParts).map((start) => before.filter(({ draft }) => draft >= start));
  const next = bounds.find((bound) => bound > after) ?? Number.POSITIVE_INFINITY;
  const section = rows.filter(({ draft }) => draft >= after && draft < next);
  const page = before.filter((row) => row.at.line.page === at.line.page);
  // The rows below a sum may go on below the headings of another page.
  const nextSum = Math.min(...claims.map((claim) => claim.after).filter((place) => place > after));
  const below = rows.filter(({ draft }) => draft >= after && draft < nextSum);
  return [rows, before, ...since, section, page, below];
}

/** The rows that a claim proves under one scope, or null where it does not agree. */
function agreement(
  claim: Claim,
  value: bigint,
  scope: Rows,
  signOf: (row: LedgerRow) => Sign,
  direction: 1 | -1,
): Rows | null {
  const debits = scope.filter((row) => signOf(row) === -1);
  const credits = scope.filter((row) => signOf(row) === 1);
  const [out, into] = [total(debits), total(credits)];
  if (claim.kind === "total_debits") return value === out ? debits : null;
  if (claim.kind === "total_credits") return value === into ? credits : null;
  if (claim.kind === "total_due") return value === out - into ? scope : null;
  if (claim.kind === "count") return value === BigInt(counted(claim, scope, signOf).length) ? [] : null;
  if (value === 0n) return [];
  const net = (into - out) * BigInt(direction);
  // What is of one side only is proven with it; a sum over both sides says nothing of which row is on which.
  if (value === out && into === 0n) return debits;
  if (value === into && out === 0n) return credits;
  return value === net || value === -net || value === out || value === into || value === out + into
    ? []
    : null;
}

/** The sum of a column in which the opening balance stands as well: on the side of money in, or in debt on the other. */
function agreementWithOpening(
  { kind, after }: Claim,
  value: bigint,
  all: Rows,
  signOf: (row: LedgerRow) => Sign,
  opening: bigint,
): Rows | null {
  const side = opening > 0n ? "total_credits" : "total_debits";
  if (opening === 0n || kind !== side || all.some(({ draft }) => draft >= after)) return null;
  const rows = all.filter((row) => signOf(row) === (opening > 0n ? 1 : -1));
  return value === total(rows) + (opening > 0n ? opening : -opening) ? rows : null;
}

function counted({ side }: Claim, scope: Rows, signOf: (row: LedgerRow) => Sign): Rows {
  if (side === null) return scope;
  return scope.filter((row) => signOf(row) === (side === "credit" ? 1 : -1));
}

function sumFor(claim: Claim, scope: Rows, signOf: (row: LedgerRow) => Sign): bigint {
  if (claim.kind === "count") return BigInt(counted(claim, scope, signOf).length);
  const debits = total(scope.filter((row) => signOf(row) === -1));
  const credits = total(scope.filter((row) => signOf(row) === 1));
  if (claim.kind === "total_debits") return debits;
  return claim.kind === "total_credits" ? credits : debits - credits;
}

function total(rows: Rows): bigint {
  return rows.reduce((sum, { magnitude }) => sum + magnitude, 0n);
}
