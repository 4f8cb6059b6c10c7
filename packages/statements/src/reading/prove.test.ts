import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ledger, LedgerRow } from "./ledger.ts";
import { prove } from "./prove.ts";

function row(
  amount: bigint,
  balance: bigint | null = null,
  sign: 1 | -1 | 0 = amount < 0n ? -1 : 1,
): LedgerRow {
  return { type: "row", draft: 0, magnitude: amount < 0n ? -amount : amount, sign, balance, page: 1 };
}

function ledger(parts: Partial<Ledger>): Ledger {
  return { items: [], opening: [], closing: [], claims: [], direction: 1, ...parts };
}

const at = (value: bigint) => [{ value, page: 1 }];

test("opening plus rows is closing", () => {
  const proof = prove(ledger({ opening: at(100n), items: [row(50n), row(-30n)], closing: at(120n) }));
  assert.deepEqual([proof.covered, proof.broken, proof.closing], [true, 0, 120n]);
});

test("a wrong closing balance is off by what the check says", () => {
  const proof = prove(ledger({ opening: at(100n), items: [row(50n)], closing: at(151n) }));
  assert.equal(proof.broken, 1);
  assert.deepEqual(proof.checks.at(-1), { kind: "closing_balance", printed: 151n, computed: 150n, page: 1 });
});

test("each broken running balance is told once: the walk goes on from the printed one", () => {
  const items = [row(10n, 110n), row(10n, 125n), row(10n, 135n)];
  const proof = prove(ledger({ opening: at(100n), items }));
  assert.equal(proof.broken, 1);
  assert.equal(proof.checks.find(({ printed, computed }) => printed !== computed)?.computed, 120n);
});

test("balances give the signs that nothing else tells", () => {
  const proof = prove(ledger({ opening: at(100n), items: [row(10n, 90n, 0), row(5n, 95n, 0)] }));
  assert.deepEqual([proof.signs, proof.covered], [[-1, 1], true]);
});

test("twins of unknown sign between two balances prove nothing", () => {
  const proof = prove(ledger({ opening: at(10000n), items: [row(5000n, null, 0), row(5000n, 10000n, 0)] }));
  assert.equal(proof.ambiguous, true);
});

test("without an opening balance only a first row with a balance of its own is bound", () => {
  assert.equal(prove(ledger({ items: [row(10n, 110n), row(10n, 120n)] })).covered, true);
  assert.equal(prove(ledger({ items: [row(10n), row(10n, 120n), row(10n, 130n)] })).covered, false);
  assert.equal(prove(ledger({ items: [row(10n, 110n)] })).covered, false);
});

test("rows after the last balance are not proven", () => {
  assert.equal(prove(ledger({ opening: at(100n), items: [row(10n, 110n), row(10n)] })).covered, false);
});

test("a total due that covers every row proves rows and signs", () => {
  const due = { kind: "total_due" as const, value: 80n, page: 1 };
  assert.equal(prove(ledger({ items: [row(-100n), row(20n)], claims: [due], direction: -1 })).covered, true);
  assert.equal(prove(ledger({ items: [row(-100n), row(-20n)], claims: [due], direction: -1 })).broken, 1);
});

test("a printed total that the rows do not have is a contradiction even where the balances agree", () => {
  const total = { kind: "total_debits" as const, value: 31n, page: 1 };
  const proof = prove(ledger({ opening: at(100n), items: [row(-30n, 70n)], claims: [total] }));
  assert.equal(proof.broken, 1);
});

test("a card's balance grows with what is spent", () => {
  const proof = prove(ledger({ opening: at(100n), items: [row(-30n, 130n), row(50n, 80n)], direction: -1 }));
  assert.deepEqual([proof.broken, proof.covered], [0, true]);
});
