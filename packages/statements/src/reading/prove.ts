import type { Check } from "../statement.ts";
import type { Claim, Ledger, LedgerRow } from "./ledger.ts";
import { solveSigns } from "./signs.ts";

/** A comparison in minor units; `difference` is printed - computed. */
export type ProofCheck = { kind: Check["kind"]; printed: bigint; computed: bigint; page: number | null };

export type Proof = {
  checks: ProofCheck[];
  broken: number;
  agreed: number;
  /** Every row lies between two printed balances, or under a total that covers all. */
  covered: boolean;
  /** Other signs would add up as well. */
  ambiguous: boolean;
  /** The sign of each row, in the ledger's order; 0 where nothing told. */
  signs: (1 | -1 | 0)[];
  opening: bigint | null;
  closing: bigint | null;
};

/** Follows the ledger from balance to balance and compares everything printed with what the rows say. */
export function prove(ledger: Ledger): Proof {
  const walk = new Walk(ledger);
  for (const item of ledger.items) {
    if (item.type === "point") walk.settle(item.value, item.page, "running_balance");
    else {
      walk.pending.push(item);
      if (item.balance !== null) walk.settle(item.balance, item.page, "running_balance");
    }
  }
  for (const { value, page } of ledger.closing) walk.settle(value, page, "closing_balance");
  return walk.finish();
}

/** The state of one walk; it lives as long as `prove` runs. */
class Walk {
  readonly ledger: Ledger;
  readonly proof: Proof;
  readonly signOf = new Map<LedgerRow, 1 | -1 | 0>();
  readonly rows: LedgerRow[];
  pending: LedgerRow[] = [];
  known: bigint | null = null;
  /** Rows before the first balance of a paper that prints no opening one. */
  head: LedgerRow[] = [];

  constructor(ledger: Ledger) {
    this.ledger = ledger;
    this.rows = ledger.items.filter((item) => item.type === "row");
    this.proof = {
      checks: [],
      broken: 0,
      agreed: 0,
      covered: true,
      ambiguous: false,
      signs: [],
      opening: null,
      closing: null,
    };
    for (const row of this.rows) this.signOf.set(row, row.sign);
    const [first, ...others] = ledger.opening;
    if (!first) return;
    this.known = first.value;
    this.proof.opening = first.value;
    for (const other of others) this.compare("running_balance", other.value, first.value, other.page);
  }

  compare(kind: Check["kind"], printed: bigint, computed: bigint, page: number | null): void {
    this.proof.checks.push({ kind, printed, computed, page });
    if (printed === computed) this.proof.agreed++;
    else this.proof.broken++;
  }

  settle(balance: bigint, page: number, kind: Check["kind"]): void {
    const { pending, known } = this;
    this.pending = [];
    this.known = balance;
    this.proof.closing = balance;
    if (known === null) {
      if (pending.length === 0) this.proof.opening = balance;
      else this.derive(pending, balance);
      return;
    }
    const change = (balance - known) * BigInt(this.ledger.direction);
    const fixed = this.sumOf(pending);
    const unknown = pending.filter((row) => this.signOf.get(row) === 0 && row.magnitude !== 0n);
    if (unknown.length === 0) {
      this.compare(kind, balance, known + fixed * BigInt(this.ledger.direction), page);
      return;
    }
    const solution = solveSigns(
      unknown.map(({ magnitude }) => magnitude),
      change - fixed,
    );
    if (solution.found === "one" || solution.found === "many") {
      for (const [index, row] of unknown.entries()) this.signOf.set(row, solution.signs[index]!);
      if (solution.found === "many") this.proof.ambiguous = true;
      this.compare(kind, balance, balance, page);
      return;
    }
    if (solution.found === "too_many") this.proof.covered = false;
    else this.compare(kind, balance, known + fixed * BigInt(this.ledger.direction), page);
  }

  /** Without a printed opening balance the first printed one gives it, if the signs before it are known. */
  derive(pending: LedgerRow[], balance: bigint): void {
    if (pending.some((row) => this.signOf.get(row) === 0 && row.magnitude !== 0n)) {
      this.head = pending;
      return;
    }
    // Only a row with a balance of its own is bound to the chain by it; rows before that could be anything.
    if (pending.length > 1) this.proof.covered = false;
    this.proof.opening = balance - this.sumOf(pending) * BigInt(this.ledger.direction);
  }

  sumOf(rows: readonly LedgerRow[]): bigint {
    return rows.reduce((sum, row) => sum + BigInt(this.signOf.get(row) ?? 0) * row.magnitude, 0n);
  }

  finish(): Proof {
    const { proof, rows } = this;
    const chained = proof.agreed > 0;
    const loose = this.pending.length > 0 || this.head.length > 0 || this.known === null;
    proof.covered &&= rows.length > 0 && !loose && (chained || proof.broken > 0);
    for (const claim of this.ledger.claims) this.check(claim, loose || !chained);
    if (!proof.covered && proof.broken === 0) this.coverByTotals();
    if (this.pending.length > 0 && this.known !== null && proof.closing !== null) {
      proof.closing = this.known + this.sumOf(this.pending) * BigInt(this.ledger.direction);
    }
    proof.signs = rows.map((row) => this.signOf.get(row)!);
    if (proof.signs.some((sign, index) => sign === 0 && rows[index]!.magnitude !== 0n)) proof.covered = false;
    return proof;
  }

  sums(): { debits: bigint; credits: bigint } {
    let debits = 0n;
    let credits = 0n;
    for (const row of this.rows) {
      if (this.signOf.get(row) === -1) debits += row.magnitude;
      else if (this.signOf.get(row) === 1) credits += row.magnitude;
    }
    return { debits, credits };
  }

  check({ kind, value, page }: Claim, unproven: boolean): void {
    const { debits, credits } = this.sums();
    const size = value < 0n ? -value : value;
    if (kind === "total_debits") this.compare(kind, size, debits, page);
    else if (kind === "total_credits") this.compare(kind, size, credits, page);
    else if (kind === "count") this.compare(kind, value, BigInt(this.rows.length), page);
    else if (unproven && kind === "total_due") this.compare(kind, value, debits - credits, page);
  }

  coverByTotals(): void {
    const { proof } = this;
    const { debits, credits } = this.sums();
    const agrees = (kind: Check["kind"], sum: bigint) =>
      sum === 0n || proof.checks.some((check) => check.kind === kind && check.printed === check.computed);
    const due = proof.checks.some(
      ({ kind, printed, computed }) => kind === "total_due" && printed === computed,
    );
    if (this.rows.length === 0 || debits + credits === 0n) return;
    proof.covered = due || (agrees("total_debits", debits) && agrees("total_credits", credits));
  }
}
