import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { accountKey } from "./account-key.ts";
import { type PrintedRow, rowKey } from "./printed-row.ts";
import { type Period, type PrintedStatement, statementIdentity } from "./printed-statement.ts";
import type { HeldRow, KnownRow } from "./row-ids.ts";
import { type SettledRow, settleRows } from "./settle-rows.ts";

type Entry = { date: string; description: string; amount: bigint; balance: bigint };
type Printing = { statement: PrintedStatement; rows: PrintedRow[] };
type Balances = "every" | "last_of_day" | "none";

const day = (n: number) => `2025-01-${String(n).padStart(2, "0")}`;

/** A ledger of one account: what truly happened, in order. Few kinds of rows, so that many are alike. */
const ledgers = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 8 }),
      description: fc.constantFrom("Coffee", "Bus", "Lunch"),
      amount: fc.constantFrom(0n, 250n, 300n),
    }),
    { maxLength: 25 },
  )
  .map((rows): Entry[] => {
    let balance = 10_000n;
    return rows
      .sort((a, b) => a.day - b.day)
      .map((row) => {
        balance -= row.amount;
        return { date: day(row.day), description: row.description, amount: row.amount, balance };
      });
  });

type Cut = {
  from: number;
  to: number;
  balances: Balances;
  number: string;
  verdict: PrintedStatement["verdict"];
};

const reconciled = fc.constant<PrintedStatement["verdict"]>("RECONCILED");

const cuts = (
  balances: fc.Arbitrary<Balances>,
  {
    number = fc.constant("12345678"),
    verdict = reconciled,
  }: { number?: fc.Arbitrary<string>; verdict?: fc.Arbitrary<PrintedStatement["verdict"]> } = {},
): fc.Arbitrary<Cut> =>
  fc
    .record({
      from: fc.integer({ min: 0, max: 9 }),
      to: fc.integer({ min: 0, max: 9 }),
      balances,
      number,
      verdict,
    })
    .map((cut) => ({ ...cut, from: Math.min(cut.from, cut.to), to: Math.max(cut.from, cut.to) }));

function print(ledger: readonly Entry[], cut: Cut, index: number): Printing {
  const documentId = `d${index}`;
  const statementId = `s${index}`;
  const period: Period = { from: day(cut.from), to: day(cut.to) };
  const inside = ledger.filter(({ date }) => period.from <= date && date <= period.to);
  const rows = inside.map((entry, ordinal): PrintedRow => {
    const isLast = inside[ordinal + 1]?.date !== entry.date;
    const shown = cut.balances === "every" || (cut.balances === "last_of_day" && isLast);
    const values = {
      date: entry.date,
      description: entry.description,
      type: "DEBIT" as const,
      amount: entry.amount,
    };
    return {
      ...values,
      statementId,
      documentId,
      ordinal,
      rowKey: rowKey(values, "EUR"),
      page: 1,
      box: [0, ordinal, 1, 1],
      balance: shown ? entry.balance : null,
      category: "other",
      flow: "SPENDING",
      confidence: 1,
      merchant: "",
    };
  });
  const account = accountKey("Bank", cut.number, "EUR");
  const known = { account, period, opening: null, closing: null };
  const identity = statementIdentity(known, rows);
  return {
    statement: {
      statementId,
      documentId,
      accountId: cut.number,
      account,
      verdict: cut.verdict,
      period,
      identity,
    },
    rows,
  };
}

/** Uploads and deletions, one after the other, as the store does them. */
class Store {
  readonly printings = new Map<string, Printing>();
  readonly heldBy = new Map<string, string>();
  readonly known = new Map<string, KnownRow>();
  rows: SettledRow[] = [];
  #revision = 0;
  #ids = 0;

  upload(printing: Printing): void {
    this.printings.set(printing.statement.documentId, printing);
    this.#settle();
  }

  delete(documentId: string): void {
    this.printings.delete(documentId);
    this.#settle();
  }

  #settle(): void {
    const place = (row: PrintedRow) => `${row.statementId} ${row.ordinal}`;
    const rows = [...this.printings.values()].flatMap((printing) =>
      printing.rows.map((row): HeldRow => ({ ...row, heldBy: this.heldBy.get(place(row)), isReread: false })),
    );
    const statements = new Map(
      [...this.printings.values()].map(({ statement }) => [statement.statementId, statement]),
    );
    const settled = settleRows(rows, statements, this.known, () => `t${this.#ids++}`);
    this.#revision++;
    for (const id of settled.gone) this.known.delete(id);
    this.heldBy.clear();
    for (const row of settled.rows) {
      for (const source of row.sources) this.heldBy.set(place(source), row.transactionId);
      if (!row.isNew) continue;
      const { transactionId, createdOrdinal } = row;
      this.known.set(transactionId, {
        transactionId,
        createdOrdinal,
        createdRevision: this.#revision,
        hasCorrection: false,
      });
    }
    this.rows = settled.rows;
  }

  /** What the rows are, whatever they are called. */
  content(): string[] {
    return this.rows
      .map(({ sources, verdict, accountId }) => {
        const documents = sources.map((source) => source.documentId).join(",");
        const balances = sources.map((source) => String(source.balance)).sort();
        return `${sources[0].rowKey} ${accountId} ${verdict} ${documents} ${balances}`;
      })
      .sort();
  }
}

const printed = (ledger: Entry[], all: Cut[]) => all.map((cut, index) => print(ledger, cut, index));
const anyBalances = fc.constantFrom<Balances>("every", "last_of_day", "none");
/** Proven or not, of this account or another. */
const anything = {
  number: fc.constantFrom("12345678", "12345678", "****5678", ""),
  verdict: fc.constantFrom<PrintedStatement["verdict"]>("RECONCILED", "RECONCILED", "DISCREPANT"),
};

describe("which rows are the same", () => {
  test("overlapping statements with balances on every row give the ledger, whatever the order", () => {
    fc.assert(
      fc.property(
        ledgers,
        fc.array(cuts(fc.constant("every")), { minLength: 1, maxLength: 4 }),
        (ledger, all) => {
          const store = new Store();
          for (const printing of printed(ledger, all)) store.upload(printing);
          const covered = ledger.filter(({ date }) =>
            all.some((cut) => day(cut.from) <= date && date <= day(cut.to)),
          );
          assert.equal(store.rows.length, covered.length);
          assert.deepEqual(
            store.rows.filter((row) => row.possibleDuplicateOf !== undefined),
            [],
          );
        },
      ),
    );
  });

  test("without balances, rows of days inside all periods that have them are the ledger's", () => {
    fc.assert(
      fc.property(ledgers, fc.array(cuts(anyBalances), { minLength: 1, maxLength: 4 }), (ledger, all) => {
        const store = new Store();
        for (const printing of printed(ledger, all)) store.upload(printing);
        for (let n = 1; n <= 8; n++) {
          const covering = all.filter((cut) => day(cut.from) <= day(n) && day(n) <= day(cut.to));
          if (covering.length === 0) continue;
          const rows = store.rows.filter((row) => row.sources[0].date === day(n)).length;
          const truth = ledger.filter(({ date }) => date === day(n)).length;
          assert.ok(rows >= truth, "no row of the ledger is lost");
          if (covering.every((cut) => day(cut.from) < day(n) && day(n) < day(cut.to))) {
            assert.equal(rows, truth);
          }
        }
      }),
    );
  });

  test("neither the order of uploading nor what was there meanwhile changes the rows", () => {
    const scenario = fc
      .record({
        ledger: ledgers,
        cuts: fc.array(cuts(anyBalances, anything), { minLength: 1, maxLength: 5 }),
      })
      .chain(({ ledger, cuts: all }) =>
        fc.record({
          printings: fc.constant(printed(ledger, all)),
          order: fc.shuffledSubarray(printed(ledger, all), { minLength: all.length }),
          kept: fc.subarray(all.map((_, index) => `d${index}`)),
        }),
      );
    fc.assert(
      fc.property(scenario, ({ printings, order, kept }) => {
        const fresh = new Store();
        for (const printing of printings) {
          if (kept.includes(printing.statement.documentId)) fresh.upload(printing);
        }
        const lived = new Store();
        for (const printing of order) lived.upload(printing);
        for (const { statement } of printings) {
          if (!kept.includes(statement.documentId)) lived.delete(statement.documentId);
        }
        assert.deepEqual(lived.content(), fresh.content());
      }),
    );
  });

  test("deleting one of two statements leaves exactly the other's rows, under the ids they had", () => {
    fc.assert(
      fc.property(ledgers, cuts(anyBalances), cuts(anyBalances), (ledger, one, other) => {
        const store = new Store();
        const [first, second] = printed(ledger, [one, other]) as [Printing, Printing];
        store.upload(first);
        const ids = new Set(store.rows.map((row) => row.transactionId));
        store.upload(second);
        for (const row of store.rows) {
          const isOfFirst = row.sources.some(({ documentId }) => documentId === "d0");
          assert.equal(ids.has(row.transactionId), isOfFirst, "the first keeps its ids");
        }
        store.delete("d1");
        assert.deepEqual(new Set(store.rows.map((row) => row.transactionId)), ids);
        assert.equal(store.rows.length, first.rows.length);
        assert.ok(store.rows.every((row) => row.possibleDuplicateOf === undefined));
      }),
    );
  });

  test("30,000 rows that are all alike, twice, are settled in good time", () => {
    const ledger = Array.from(
      { length: 30_000 },
      (): Entry => ({
        date: day(5),
        description: "Fee",
        amount: 0n,
        balance: 100n,
      }),
    );
    const store = new Store();
    const cut = { from: 1, number: "12345678", verdict: "RECONCILED" } as const;
    store.upload(print(ledger, { ...cut, to: 9, balances: "every" }, 0));
    store.upload(print(ledger, { ...cut, to: 8, balances: "none" }, 1));
    store.upload(print(ledger, { ...cut, to: 7, balances: "none", number: "" }, 2));
    assert.equal(store.rows.length, 60_000);
    assert.equal(store.rows.filter((row) => row.possibleDuplicateOf !== undefined).length, 30_000);
  });
});
