import type { LedgerRow } from "../ledger/ledger.ts";
import type { Sign } from "./proof.ts";

export type Rows = readonly LedgerRow[];

/** Rows that a printed figure may sum up or count, and what they come to. */
export type Scope = {
  /** Sums and numbers of the rows of each side; rows of no known side are in `all` alone. */
  out: bigint;
  into: bigint;
  debits: number;
  credits: number;
  all: number;
  rows: () => Rows;
};

type SignOf = (row: LedgerRow) => Sign;

type Totals = Omit<Scope, "rows" | "all">;

const nothing: Totals = { out: 0n, into: 0n, debits: 0, credits: 0 };

/** Sums over any run of rows without adding them up again: a paper may print a total on each of its pages. */
export class RowSums {
  readonly #rows: Rows;
  readonly #signOf: SignOf;
  /** Totals of the rows before each place. */
  readonly #before: Totals[] = [nothing];
  readonly #pages: ReadonlyMap<number, Rows>;

  /** @param rows in the order of their drafts */
  constructor(rows: Rows, signOf: SignOf) {
    this.#rows = rows;
    this.#signOf = signOf;
    for (const row of rows) this.#before.push(plus(this.#before.at(-1)!, row, signOf(row)));
    this.#pages = Map.groupBy(rows, (row) => row.at.line.page);
  }

  all(): Scope {
    return this.between(0, Number.POSITIVE_INFINITY);
  }

  /** The rows from one draft to the one before another. */
  between(from: number, to: number): Scope {
    const [first, last] = [this.#placeOf(from), this.#placeOf(to)];
    const [before, until] = [this.#before[first]!, this.#before[last]!];
    return {
      out: until.out - before.out,
      into: until.into - before.into,
      debits: until.debits - before.debits,
      credits: until.credits - before.credits,
      all: last - first,
      rows: () => this.#rows.slice(first, last),
    };
  }

  /** The rows of a page before a draft. */
  onPage(page: number, draft: number): Scope {
    const rows = (this.#pages.get(page) ?? []).filter((row) => row.draft < draft);
    const totals = rows.reduce((sum, row) => plus(sum, row, this.#signOf(row)), nothing);
    return { ...totals, all: rows.length, rows: () => rows };
  }

  /** How many rows come before a draft. */
  #placeOf(draft: number): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#rows[middle]!.draft < draft) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function plus({ out, into, debits, credits }: Totals, { magnitude }: LedgerRow, sign: Sign): Totals {
  if (sign === -1) return { out: out + magnitude, into, debits: debits + 1, credits };
  if (sign === 1) return { out, into: into + magnitude, debits, credits: credits + 1 };
  return { out, into, debits, credits };
}
