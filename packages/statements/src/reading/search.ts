import type { Figure } from "../layout/figures.ts";
import { maxReadings, maxReadingWork } from "../limits.ts";
import { type ColumnModel, columnModels } from "../table/columns.ts";
import type { Draft } from "../table/drafts.ts";
import type { LabelledFigure } from "../table/labels.ts";
import { typedSides } from "../table/type-column.ts";
import type { Side } from "../vocabulary/lexicon.ts";
import type { Anchors, EndPoint } from "./anchors.ts";
import { balanceOf, type Interpretation, interpret, magnitudeOf, type NumberStyle } from "./interpret.ts";
import type { Claim, Ledger, LedgerItem } from "./ledger.ts";
import { type Proof, prove } from "./prove.ts";
import { type MoneyRole, type RoleChoice, roleChoices } from "./roles.ts";
import { type SchemeChoice, schemeChoices, signRule } from "./schemes.ts";

export type AccountInput = {
  drafts: readonly Draft[];
  /** ISO date of each draft. */
  dates: readonly string[];
  anchors: Anchors;
  ends: readonly EndPoint[];
  styles: readonly NumberStyle[];
  /** Whether the paper is a card's. */
  card: boolean;
  /** Lines with amounts among or below the rows that belong to none. */
  strays: number;
};

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

type Attempt = {
  drafts: number[];
  model: ColumnModel;
  choice: RoleChoice;
  scheme: SchemeChoice | null;
  typed: readonly (Side | null)[];
  style: NumberStyle;
  newestFirst: boolean;
  direction: 1 | -1;
  softEnds: boolean;
  cost: number;
};

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

function listAttempts(input: AccountInput): Attempt[] {
  const attempts: Attempt[] = [];
  for (const { drafts, cost: setCost } of draftSets(input.drafts)) {
    const chosen = drafts.map((index) => input.drafts[index]!);
    const typed = typedSides(chosen);
    const orders = timeOrders(drafts.map((index) => input.dates[index]!));
    for (const [modelIndex, model] of columnModels(chosen).entries()) {
      for (const choice of roleChoices(model)) {
        for (const scheme of schemesFor(choice, model, chosen, typed, input.card)) {
          for (const style of input.styles) {
            for (const direction of [1, -1] as const) {
              for (const [orderIndex, newestFirst] of orders.entries()) {
                for (const softEnds of input.ends.some(({ soft }) => soft) ? [true, false] : [false]) {
                  const cost =
                    setCost +
                    2.5 * modelIndex +
                    choice.cost +
                    (scheme?.cost ?? 0) +
                    (direction === (input.card ? -1 : 1) ? 0 : input.card ? 0.4 : 5) +
                    0.1 * orderIndex +
                    (softEnds ? 0 : 0.5) +
                    3 * input.styles.indexOf(style);
                  attempts.push({
                    drafts,
                    model,
                    choice,
                    scheme,
                    typed,
                    style,
                    newestFirst,
                    direction,
                    softEnds,
                    cost,
                  });
                }
              }
            }
          }
        }
      }
    }
  }
  return attempts.sort((a, b) => a.cost - b.cost).slice(0, maxReadings);
}

/** All drafts; those with a printed date; and, where tables differ, the tables alone and all but one. */
function draftSets(drafts: readonly Draft[]): { drafts: number[]; cost: number }[] {
  const all = drafts.map((_, index) => index);
  const sets = [{ drafts: all, cost: 0 }];
  const dated = all.filter((index) => drafts[index]!.dated);
  if (dated.length < all.length) sets.push({ drafts: dated, cost: 1.5 });
  const tables = [...new Set(drafts.map(({ signature }) => signature))];
  if (tables.length > 1 && tables.length < 6) {
    for (const table of tables) {
      const inside = all.filter((index) => drafts[index]!.signature === table);
      sets.push({ drafts: inside, cost: 2 - inside.length / all.length });
      if (tables.length > 2)
        sets.push({
          drafts: all.filter((index) => !inside.includes(index)),
          cost: 1 + inside.length / all.length,
        });
    }
  }
  return sets.filter((set) => set.drafts.length > 0);
}

/** Whether the newest row comes first; both where the dates do not tell. */
function timeOrders(dates: readonly string[]): boolean[] {
  let up = 0;
  let down = 0;
  for (let at = 1; at < dates.length; at++) {
    if (dates[at]! > dates[at - 1]!) up++;
    else if (dates[at]! < dates[at - 1]!) down++;
  }
  if (up === down) return dates.length > 1 ? [false, true] : [false];
  return down > up ? [true] : [false];
}

function schemesFor(
  choice: RoleChoice,
  model: ColumnModel,
  drafts: readonly Draft[],
  typed: readonly (Side | null)[],
  card: boolean,
): (SchemeChoice | null)[] {
  const column = choice.roles.indexOf("amount");
  if (column < 0) return [null];
  const rows = drafts.map((draft, index) => ({ draft, index })).filter(({ draft }) => !draft.label);
  const amounts = model.cells
    .map((row) => row[column])
    .filter((figure): figure is Figure => figure !== null && figure !== undefined);
  const counted = rows.filter(({ index }) => model.cells[index]![column]);
  return schemeChoices({
    amounts,
    typed: counted.filter(({ index }) => typed[index]).length,
    sectioned: counted.filter(({ draft }) => draft.section).length,
    rows: counted.length,
    card,
  });
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

function toLedger(input: AccountInput, attempt: Attempt, interpretation: Interpretation): Ledger {
  const { style, direction, newestFirst, softEnds } = attempt;
  const value = (label: LabelledFigure) => {
    const amount = balanceOf(balanceFigure(label, attempt), style, direction);
    return amount === null ? [] : [{ value: amount, page: label.line.page }];
  };
  const ends = input.ends.filter(({ soft }) => softEnds || !soft);
  const opening = distinct(ends.filter(({ end }) => end === "opening").flatMap(({ label }) => value(label)));
  const closing = distinct(ends.filter(({ end }) => end === "closing").flatMap(({ label }) => value(label)));
  const items = withPoints(input, attempt, interpretation.items, value, [...opening, ...closing]);
  const claims = [...interpretation.claims, ...claimsOf(input.anchors, attempt)];
  if (
    direction === -1 &&
    opening.length + items.filter(({ type }) => type === "point").length > 0 &&
    closing.length === 0
  ) {
    const due = claims.find(({ kind }) => kind === "total_due");
    if (due) closing.push(due);
  }
  return { items: newestFirst ? items.toReversed() : items, opening, closing, claims, direction };
}

/** In a line with a figure for each column the balance is the one in the balance's column. */
function balanceFigure(label: LabelledFigure, { model, choice }: Attempt): Figure {
  const column = choice.roles.indexOf("balance");
  return label.all.find((figure) => column >= 0 && model.columnOf(figure) === column) ?? label.figure;
}

type Amount = { value: bigint; page: number };

function distinct(amounts: Amount[]): Amount[] {
  return amounts.filter(({ value }, index) => amounts.findIndex((other) => other.value === value) === index);
}

/** Puts the balances that are printed between rows in their place; a repeated opening or closing one is no news. */
function withPoints(
  input: AccountInput,
  { drafts }: Attempt,
  items: readonly LedgerItem[],
  value: (label: LabelledFigure) => Amount[],
  known: readonly Amount[],
): LedgerItem[] {
  const points = input.anchors.between
    .filter(({ label }) => ["opening", "closing", "carried"].includes(label.kind))
    .map(({ after, label }) => ({ after, amount: value(label)[0] }))
    .filter(({ amount }) => amount && !known.some((end) => end.value === amount.value));
  const result: LedgerItem[] = [];
  let next = 0;
  for (const item of items) {
    const place = item.type === "row" ? drafts[item.draft]! : -1;
    while (next < points.length && points[next]!.after <= place)
      result.push({ type: "point", ...points[next++]!.amount! });
    result.push(item);
  }
  return result;
}

function claimsOf(anchors: Anchors, { style, model, choice }: Attempt): Claim[] {
  const claims: Claim[] = [];
  const labels = [...anchors.before, ...anchors.between.map(({ label }) => label), ...anchors.after];
  for (const { kind, figure, all, line } of labels) {
    const { page } = line;
    if (kind === "total_debits" || kind === "total_credits" || kind === "total_due") {
      const amount = magnitudeOf(figure, style);
      if (amount !== null)
        claims.push({
          kind,
          value: kind === "total_due" && (figure.side === "credit" || figure.sign === -1) ? -amount : amount,
          page,
        });
    } else if (kind === "total" && all.length > 1) {
      for (const each of all) {
        const column = model.columnOf(each);
        const role = column === null ? null : choice.roles[column];
        const amount = magnitudeOf(each, style);
        if (amount === null || (role !== "debit" && role !== "credit")) continue;
        claims.push({ kind: role === "debit" ? "total_debits" : "total_credits", value: amount, page });
      }
    } else if (kind === "total" && all.length === 1) {
      const amount = magnitudeOf(figure, style);
      if (amount !== null) claims.push({ kind: "total", value: amount, page });
    }
  }
  return claims.filter(
    (claim, index) =>
      claims.findIndex((other) => other.kind === claim.kind && other.value === claim.value) === index,
  );
}
