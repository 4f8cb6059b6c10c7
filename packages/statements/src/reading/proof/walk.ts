import type { Check } from "../../statement.ts";
import type { Claim, Ledger, LedgerItem, LedgerPoint, LedgerRow, Place } from "../ledger/ledger.ts";
import { nothingProven, type Proof, type Sign } from "./proof.ts";
import { type Sides, sidesOf } from "./sides.ts";
import { type SignSolution, solveSides } from "./signs.ts";
import { onlySide } from "./unnamed-figures.ts";

/** The state of one walk from balance to balance; it lives as long as `prove` runs. */
export class Walk {
  readonly ledger: Ledger;
  readonly proof: Proof;
  readonly signOf = new Map<LedgerRow, Sign>();
  readonly rows: LedgerRow[];
  claims: Claim[];
  pending: LedgerRow[] = [];
  known: bigint | null = null;
  /** Balances that agreed with the one before them and the rows between. */
  linked = 0;
  /** Rows that only the balance after them speaks of: without an opening balance it proves nothing of them. */
  head: LedgerRow[] = [];
  /** The figure in unknown words that is taken for the opening balance. */
  witness: Place | null = null;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
    this.rows = ledger.items.filter((item) => item.type === "row");
    this.claims = [...ledger.claims];
    this.proof = nothingProven();
    const side = onlySide(ledger, this.rows);
    for (const row of this.rows) this.signOf.set(row, row.sign || side);
    const [first, ...others] = ledger.opening;
    if (!first) return;
    this.known = first.value;
    this.proof.opening = first.value;
    for (const other of others) this.compare("running_balance", other.value, first.value, other.at);
  }

  compare(kind: Check["kind"], printed: bigint, computed: bigint, at: Place | null): void {
    this.proof.checks.push({ kind, printed, computed, at });
    if (printed === computed) this.proof.agreed++;
    else this.proof.broken++;
  }

  link(kind: Check["kind"], printed: bigint, computed: bigint, at: Place): void {
    this.compare(kind, printed, computed, at);
    if (printed === computed) this.linked++;
  }

  /**
   * A subtotal is a balance where it equals the one that is due there, or stands where balances do; else it is held against
   * the sums. On papers that begin with the newest row it may repeat the balance of the row above it.
   */
  point({ value, at, subtotal, inColumn }: LedgerPoint, next: LedgerItem | undefined): void {
    const due = this.due();
    const isRepeated = next?.type === "row" && next.balance === value;
    if (!subtotal || due === value || (inColumn && due !== null && !isRepeated))
      this.settle(value, at, "running_balance");
  }

  /** The balance after the rows so far, where all is known. */
  due(): bigint | null {
    if (this.known === null || this.unknown().length > 0) return null;
    return this.known + this.sumOf(this.pending) * BigInt(this.ledger.direction);
  }

  unknown(rows: readonly LedgerRow[] = this.pending): LedgerRow[] {
    return rows.filter((row) => this.signOf.get(row) === 0 && row.magnitude !== 0n);
  }

  settle(balance: bigint, at: Place, kind: Check["kind"]): void {
    const { known, pending } = this;
    const unknown = this.unknown();
    this.pending = [];
    this.known = balance;
    this.proof.closing = balance;
    if (known === null) {
      if (pending.length === 0) this.proof.opening = balance;
      else this.derive(pending, balance);
      return;
    }
    const direction = BigInt(this.ledger.direction);
    const fixed = this.sumOf(pending);
    if (unknown.length === 0) {
      this.link(kind, balance, known + fixed * direction, at);
      return;
    }
    const found = this.solve(unknown, (balance - known) * direction - fixed);
    if (found === "one" || found === "many") {
      this.link(kind, balance, balance, at);
      return;
    }
    if (found === "too_many") this.proof.covered = false;
    else this.link(kind, balance, known + fixed * direction, at);
  }

  /**
   * Without a printed opening balance the first printed one gives it, if the signs before it are known. That proves
   * nothing of those rows, since any amount would give some opening balance: except where that one is printed beside
   * the rows in words that are not known, or is zero, because then the balance is the sum of all rows up to it.
   */
  derive(pending: LedgerRow[], balance: bigint): void {
    this.solveByPrinted(pending, balance);
    if (this.unknown(pending).length > 0) {
      this.head = pending;
      return;
    }
    const opening = balance - this.sumOf(pending) * BigInt(this.ledger.direction);
    this.proof.opening = opening;
    const at = opening === 0n ? null : this.ledger.printed(opening);
    if (at) {
      this.witness = at;
      this.link("running_balance", opening, opening, at);
      return;
    }
    if (opening === 0n && (pending.length === 1 || this.ledger.direction === -1)) this.linked++;
    else this.head = pending;
  }

  /** The one row whose side is open before the first balance is on that one which leads from a figure beside the rows. */
  solveByPrinted(pending: readonly LedgerRow[], balance: bigint): void {
    const [row, ...more] = this.unknown(pending);
    if (!row || more.length > 0) return;
    const isPrinted = (sign: Sign) => {
      const before =
        balance - (this.sumOf(pending) + BigInt(sign) * row.magnitude) * BigInt(this.ledger.direction);
      return before !== 0n && before !== balance && this.ledger.printed(before) !== null;
    };
    const [sign, other] = ([1, -1] as const).filter(isPrinted);
    if (sign && !other) this.signOf.set(row, sign);
  }

  sumOf(rows: readonly LedgerRow[]): bigint {
    return rows.reduce((sum, row) => sum + BigInt(this.signOf.get(row) ?? 0) * row.magnitude, 0n);
  }

  /** The sums of both sides. */
  sides(): Sides {
    return sidesOf(this.ledger, (row) => this.signOf.get(row));
  }

  /** Gives rows the signs with which they sum up to the target. */
  solve(unknown: readonly LedgerRow[], target: bigint): SignSolution["found"] {
    const { found, signs } = solveSides(unknown, target);
    for (const [row, sign] of signs) this.signOf.set(row, sign);
    if (found === "many") this.proof.ambiguous = true;
    return found;
  }
}
