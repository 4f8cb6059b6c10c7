import type { Figure } from "../layout/figures.ts";
import { maxReadingWork } from "../limits.ts";
import type { ColumnModel } from "../table/columns.ts";
import type { Side } from "../vocabulary/lexicon.ts";
import { type AccountInput, type Attempt, listAttempts } from "./attempts.ts";
import { type Interpretation, interpret, type NumberStyle } from "./interpret.ts";
import type { Ledger } from "./ledger.ts";
import { type Proof, prove } from "./prove.ts";
import type { MoneyRole } from "./roles.ts";
import { signRule } from "./schemes.ts";
import { toLedger } from "./to-ledger.ts";

export type Reading = {
  /** The drafts that it takes for the account's; indexes in `interpretation` count within them. */
  drafts: number[];
  model: ColumnModel;
  roles: MoneyRole[];
  style: NumberStyle;
  direction: 1 | -1;
  interpretation: Interpretation;
  ledger: Ledger;
  proof: Proof;
  cost: number;
  /** Adds up, but against what a heading says, or by a liability where no card is in sight. */
  doubtful: boolean;
};

export type SearchResult = { reading: Reading; reconciled: boolean; ambiguous: boolean };

/** Costs closer than this are the same class: readings that the paper supports equally well. */
const sameClass = 0.3;

/**
 * Tries the readings of one account from the likeliest on, and takes the first that adds up. Where another one,
 * just as likely and with other rows, adds up too, the result is ambiguous.
 */
export function searchReading(input: AccountInput): SearchResult | null {
  const attempts = listAttempts(input);
  let best: Reading | null = null;
  let found: Reading | null = null;
  let ambiguous = false;
  let work = 0;
  for (const attempt of attempts) {
    if (found && attempt.cost > found.cost + sameClass) break;
    work += attempt.drafts.length;
    if (work > maxReadingWork) break;
    const reading = read(input, attempt);
    if (isProven(reading) && !reading.doubtful) {
      if (!found) found = reading;
      else if (outcome(input, reading) !== outcome(input, found)) ambiguous = true;
    }
    if (!best || worth(reading) < worth(best)) best = reading;
  }
  if (found) return { reading: found, reconciled: true, ambiguous };
  return best && { reading: best, reconciled: false, ambiguous: false };
}

export function isProven({ proof, interpretation }: Reading): boolean {
  return proof.broken === 0 && proof.covered && !proof.ambiguous && interpretation.values.size > 0;
}

/** What is left to choose by when nothing adds up: what the paper says, then what contradicts least. */
function worth({ cost, proof, interpretation, doubtful }: Reading): number {
  const rows = interpretation.values.size;
  const open = proof.covered && !proof.ambiguous ? 0 : 0.4;
  return (rows === 0 ? 1_000 : 0) + cost + (doubtful ? 3 : 0) + open + 0.5 * Math.min(proof.broken, 10);
}

/** The rows of a reading whatever their order: what two readings have to agree on to be one. */
function outcome({ dates }: AccountInput, { drafts, ledger, proof }: Reading): string {
  const rows = ledger.items.filter((item) => item.type === "row");
  return rows
    .map((row, index) => `${dates[drafts[row.draft]!]} ${row.draft} ${proof.signs[index]} ${row.magnitude}`)
    .sort()
    .join("\n");
}

function read(input: AccountInput, attempt: Attempt): Reading {
  const { drafts, model, choice, scheme, typed, style, direction } = attempt;
  const chosen = drafts.map((index) => input.drafts[index]!);
  const column = choice.roles.indexOf("amount");
  const amounts =
    column < 0
      ? []
      : model.cells.map((row) => row[column]).filter((figure): figure is Figure => Boolean(figure));
  const rule = signRule(scheme?.scheme ?? "chain", amounts);
  const interpretation = interpret(chosen, model, choice.roles, rule, typed, style, direction);
  const ledger = toLedger(input, attempt, interpretation);
  const proof = prove(ledger);
  return {
    drafts,
    model,
    roles: choice.roles,
    style,
    direction,
    interpretation,
    ledger,
    proof,
    cost: attempt.cost + 2 * interpretation.unexplained,
    doubtful:
      choice.doubtful ||
      contradictsMarks(interpretation, ledger, proof, typed) ||
      (direction === -1 && !input.card) ||
      // Without a printed last balance a row that was left out at the end would leave no trace.
      (input.strays + input.drafts.length - drafts.length > 0 && ledger.closing.length === 0),
  };
}

/** Whether balances gave a row the other side than is printed beside its amount or in its type column. */
function contradictsMarks(
  { values }: Interpretation,
  { items }: Ledger,
  { signs }: Proof,
  typed: readonly (Side | null)[],
): boolean {
  return items
    .filter((item) => item.type === "row")
    .some((row, index) => {
      const { amount } = values.get(row.draft)!;
      const side = amount.side ?? typed[row.draft] ?? null;
      if (row.sign !== 0 || row.magnitude === 0n || (side === null && amount.sign === 0)) return false;
      return (side === null ? amount.sign : side === "credit" ? 1 : -1) !== signs[index];
    });
}
