import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim, Ledger, LedgerRow, Place } from "../ledger/ledger.ts";
import { prove } from "./prove.ts";

const place = { line: { page: 1 }, figure: {} } as Place;

function row(
  amount: bigint,
  balance: bigint | null = null,
  sign: 1 | -1 | 0 = amount < 0n ? -1 : 1,
): LedgerRow {
  const magnitude = amount < 0n ? -amount : amount;
  return { type: "row", draft: 0, magnitude, sign, part: null, balance, at: place };
}

function ledger(parts: Partial<Ledger>): Ledger {
  return {
    items: [],
    opening: [],
    closing: [],
    claims: [],
    breaks: [],
    printed: () => null,
    printedAbove: () => null,
    vagueAbove: () => null,
    amountOf: () => null,
    direction: 1,
    ...parts,
  };
}

const at = (value: bigint) => [{ value, at: place }];

function claim(kind: Claim["kind"], value: bigint, after = 99): Claim {
  return { kind, side: null, value, at: place, after, firm: true };
}

test("opening plus rows is closing", () => {
  const proof = prove(ledger({ opening: at(100n), items: [row(50n), row(-30n)], closing: at(120n) }));
  assert.deepEqual([proof.covered, proof.broken, proof.closing], [true, 0, 120n]);
});

test("a wrong closing balance is off by what the check says", () => {
  const proof = prove(ledger({ opening: at(100n), items: [row(50n)], closing: at(151n) }));
  assert.equal(proof.broken, 1);
  assert.deepEqual(proof.checks.at(-1), {
    kind: "closing_balance",
    printed: 151n,
    computed: 150n,
    at: place,
  });
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

test("without an opening balance nothing proves the first row, unless its balance is its amount", () => {
  assert.equal(prove(ledger({ items: [row(10n, 110n), row(10n, 120n)] })).covered, false);
  assert.equal(prove(ledger({ items: [row(10n, 10n), row(10n, 20n)] })).covered, true);
  const totals = [claim("total_debits", 0n), claim("total_credits", 20n)];
  assert.equal(prove(ledger({ items: [row(10n, 110n), row(10n, 120n)], claims: totals })).covered, true);
  assert.equal(prove(ledger({ items: [row(10n), row(10n, 120n), row(10n, 130n)] })).covered, false);
  assert.equal(prove(ledger({ items: [row(10n, 110n)] })).covered, false);
});

test("rows after the last balance are not proven", () => {
  assert.equal(prove(ledger({ opening: at(100n), items: [row(10n, 110n), row(10n)] })).covered, false);
});

test("rows lead to a figure above them that nothing names, and it is the last balance", () => {
  const summary = { line: { figures: [] } as unknown as Place["line"], figure: {} } as Place;
  const printedAbove = (value: bigint) => (value === 80n || value === 0n ? summary : null);
  const parts = { opening: at(100n), printedAbove };
  const proof = prove(ledger({ ...parts, items: [row(10n), row(-30n)] }));
  assert.deepEqual([proof.covered, proof.closing], [true, 80n]);
  assert.equal(prove(ledger({ ...parts, items: [row(10n), row(-31n)] })).covered, false);
  // Zero is printed anywhere.
  assert.equal(prove(ledger({ ...parts, items: [row(-70n), row(-30n)] })).covered, false);
});

test("a sum that nothing names stands beside one that is named", () => {
  const items = [row(-30n, 70n), row(50n, 120n)];
  const credits = claim("total_credits", 50n);
  const vagueAbove = (value: bigint) => (value === 30n ? place : null);
  const proof = prove(ledger({ items, claims: [credits], vagueAbove }));
  assert.deepEqual([proof.covered, proof.sidesOpen, proof.opening], [true, false, 100n]);
  assert.equal(prove(ledger({ items, claims: [credits] })).covered, false);
});

test("a total due that covers every row proves rows and signs", () => {
  const due = claim("total_due", 80n);
  assert.equal(prove(ledger({ items: [row(-100n), row(20n)], claims: [due], direction: -1 })).covered, true);
  assert.equal(prove(ledger({ items: [row(-100n), row(-20n)], claims: [due], direction: -1 })).broken, 1);
});

test("a printed total that the rows do not have is a contradiction even where the balances agree", () => {
  const total = claim("total_debits", 31n);
  const proof = prove(ledger({ opening: at(100n), items: [row(-30n, 70n)], claims: [total] }));
  assert.equal(proof.broken, 1);
});

test("a card's balance grows with what is spent", () => {
  const proof = prove(ledger({ opening: at(100n), items: [row(-30n, 130n), row(50n, 80n)], direction: -1 }));
  assert.deepEqual([proof.broken, proof.covered], [0, true]);
});
