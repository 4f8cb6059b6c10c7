import { maxReadingWork } from "../limits.ts";
import type { ColumnModel } from "../table/columns/column-model.ts";
import { isDoubtful } from "./doubt/doubt.ts";
import { type AccountInput, type Attempt, amountsOf, listAttempts } from "./interpret/attempts.ts";
import { type Interpretation, interpret, type NumberStyle } from "./interpret/interpret.ts";
import type { MoneyRole } from "./interpret/roles.ts";
import { signRule } from "./interpret/schemes.ts";
import { toLedger } from "./interpret/to-ledger.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { withDayBalances } from "./proof/day-balances.ts";
import type { Proof, Sign } from "./proof/proof.ts";
import { prove } from "./proof/prove.ts";

export type Reading = {
  /** The drafts that it takes for the account's; indexes in `interpretation` count within them. */
  drafts: number[];
  model: ColumnModel;
  roles: MoneyRole[];
  typed: Attempt["typed"];
  style: NumberStyle;
  direction: 1 | -1;
  interpretation: Interpretation;
  ledger: Ledger;
  proof: Proof;
  /** By place among all drafts of the account. */
  signs: ReadonlyMap<number, Sign>;
  cost: number;
  /** Adds up, but against what is printed, or in a way that nothing printed supports. */
  doubtful: boolean;
};

export type SearchResult = { reading: Reading; reconciled: boolean; ambiguous: boolean };

/** Costs closer than this are the same class: what sets them apart is habit, and nothing that is printed. */
const sameClass = 1.6;

/** ISO 4217 has no currency with more decimals. */
const mostDigits = 4;

/**
 * Tries the readings of one account from the likeliest on, and takes the first that adds up. Where another one of
 * the same class, with other rows, adds up too, the result is ambiguous.
 */
export function searchReading(input: AccountInput): SearchResult | null {
  const attempts = listAttempts(input);
  let best: Reading | null = null;
  let found: Reading | null = null;
  let ambiguous = false;
  let lastCost = Number.POSITIVE_INFINITY;
  let work = 0;
  for (const attempt of attempts) {
    if (ambiguous || attempt.cost > lastCost) break;
    work += attempt.drafts.length;
    if (best && work > maxReadingWork) break;
    const reading = read(input, attempt);
    if (isProven(reading) && !reading.doubtful) {
      if (!found) {
        found = reading;
        lastCost = reading.cost + sameClass;
      } else if (outcome(input, reading) !== outcome(input, found)) ambiguous = true;
      // The rows are the same: what differs is which figures are their ends. Those that more of the paper agrees with.
      else if (reading.proof.agreed > found.proof.agreed) found = reading;
    }
    if (!best || worth(reading) < worth(best)) best = reading;
  }
  if (found) return { reading: found, reconciled: true, ambiguous };
  return best && { reading: best, reconciled: false, ambiguous: false };
}

export function isProven({ proof, interpretation }: Reading): boolean {
  return proof.broken === 0 && proof.covered && !proof.ambiguous && interpretation.values.size > 0;
}

/** A little more than costs go up by: of two readings as likely otherwise the one with fewer contradictions is taken. */
const costOfContradiction = 0.51;

/**
 * Half of that: a reading that keeps a few rows contradicts little because it says little, and the one with all rows has the
 * rest of the paper behind it.
 */
const worthOfAgreement = 0.25;
const mostAgreements = 40;
const mostContradictions = 10;

/** What is left to choose by when nothing adds up: what the paper says, then what contradicts least and agrees with most. */
function worth({ cost, proof, interpretation, doubtful }: Reading): number {
  const rows = interpretation.values.size;
  const open = proof.covered && !proof.ambiguous ? 0 : 0.4;
  return (
    (rows === 0 ? 1_000 : 0) +
    cost +
    costOfDoubt(doubtful, proof) +
    open +
    costOfContradiction * contradictions(proof) -
    worthOfAgreement * Math.min(proof.agreed, mostAgreements)
  );
}

/** All balances after a row that is not read are off by its amount: that is one contradiction and not many. */
function contradictions({ checks }: Proof): number {
  const apart = new Set<bigint>();
  for (const { printed, computed } of checks) {
    if (printed !== computed) apart.add(printed > computed ? printed - computed : computed - printed);
    if (apart.size === mostContradictions) break;
  }
  return apart.size;
}

/** A doubt says that what adds up may be wrong; what contradicts itself is known to have something wrong in it. */
function costOfDoubt(doubtful: boolean, { broken }: Proof): number {
  if (!doubtful) return 0;
  return broken === 0 ? 3 : 1.5;
}

/** The rows of a reading whatever their order: what two readings have to agree on to be one. */
function outcome({ dates }: AccountInput, { ledger, signs, style }: Reading): string {
  const rows = ledger.items.filter((item) => item.type === "row");
  // 5277 and 5.277 are not one though both are 5277 of their smallest units, and 5.10 and 5.100 are.
  const value = (magnitude: bigint) => magnitude * 10n ** BigInt(mostDigits - style.digits);
  return rows
    .map(
      ({ draft, magnitude }) =>
        `${dates[draft]} ${draft} ${magnitude && signs.get(draft)} ${value(magnitude)}`,
    )
    .sort()
    .join("\n");
}

function read(input: AccountInput, attempt: Attempt): Reading {
  const { drafts, model, choice, scheme, typed, style, direction } = attempt;
  const chosen = drafts.map((index) => input.drafts[index]!);
  const column = choice.roles.indexOf("amount");
  const amounts = column < 0 ? [] : amountsOf(model, column, chosen);
  const rule = signRule(scheme?.scheme ?? "chain", amounts);
  const interpretation = interpret(chosen, model, choice.roles, rule, typed, style, direction);
  const ledger = toLedger(input, attempt, interpretation);
  const balanced = prove(ledger);
  const rows = ledger.items.filter((item) => item.type === "row");
  const signs = new Map(rows.map(({ draft }, index) => [draft, balanced.signs[index]!]));
  const proof = withDayBalances(balanced, rows, signs, input, attempt);
  return {
    drafts,
    model,
    roles: choice.roles,
    typed,
    style,
    direction,
    interpretation,
    ledger,
    proof,
    signs,
    cost: attempt.cost + 2 * interpretation.unexplained,
    doubtful: proof.strays > 0 || isDoubtful(input, attempt, interpretation, ledger, proof, signs),
  };
}
