import type { Figure } from "../../layout/figures.ts";
import type { DateMark } from "../../layout/marked-line.ts";
import { maxReadings } from "../../limits.ts";
import type { ColumnModel } from "../../table/columns/column-model.ts";
import { columnModels } from "../../table/columns/columns.ts";
import { type TypeCell, typeCells } from "../../table/columns/type-column.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import { saysTotal } from "../../table/draft/total-rows.ts";
import type { Header } from "../../table/headings/header.ts";
import type { Anchors, EndPoint } from "../ledger/anchors.ts";
import type { NumberStyle } from "./interpret.ts";
import type { StyleChoice } from "./number-style.ts";
import type { Outside } from "./outside.ts";
import { type RoleChoice, roleChoices } from "./roles.ts";
import { type SchemeChoice, schemeChoices } from "./schemes.ts";

export type AccountInput = {
  drafts: readonly Draft[];
  /** Those of all tables of the paper. */
  headings: readonly Header[];
  /** ISO date of each draft. */
  dates: readonly string[];
  anchors: Anchors;
  ends: readonly EndPoint[];
  /** The day of a date that is no row's (ISO). */
  dayOf: (mark: DateMark) => string | null;
  styles: readonly StyleChoice[];
  /** Whether the paper is a card's: its title or figures say so, or only some words on it. */
  card: "card" | "perhaps" | "no";
  /** Whether its title calls it a loan: most of its rows are payments towards what is owed. */
  isLoan: boolean;
  /** Whether what is no card calls itself a bank account, or has the number of one in a language that knows words for cards. */
  isBankAccount: () => boolean;
  /** Whether a card's paper asks for a payment; null where it does not say. */
  minimumDue: "some" | "nothing" | null;
  /** Whether any heading or label is in a language that is known. */
  known: boolean;
  /** Drafts at which a section or a table begins. */
  breaks: readonly number[];
  outside: Outside;
};

/** One reading to try: which drafts, what the columns hold, where signs come from, in which order of time. */
export type Attempt = {
  drafts: number[];
  model: ColumnModel;
  choice: RoleChoice;
  scheme: SchemeChoice | null;
  /** The word of each draft that says its side. */
  typed: readonly (TypeCell | null)[];
  style: NumberStyle;
  newestFirst: boolean;
  direction: 1 | -1;
  softEnds: boolean;
  /** Whether amounts of the open column have CR, DR or the like beside them. */
  marked: boolean;
  /** Whether any of them has a plus. */
  plus: boolean;
  /** Whether figures that stand in columns of both sides, each with its heading, are taken for one column. */
  merged: boolean;
  cost: number;
};

/** The readings worth trying, the likeliest first: the cost is how far each is from what papers usually say. */
export function listAttempts(input: AccountInput): Attempt[] {
  const attempts: Attempt[] = [];
  for (const { drafts, cost: setCost } of draftSets(input.drafts)) {
    const chosen = drafts.map((index) => input.drafts[index]!);
    const rows = chosen.flatMap((draft, index) => (draft.label ? [] : [index]));
    const typed = typeCells(chosen);
    const orders = timeOrders(drafts.map((index) => input.dates[index]!));
    const models = columnModels(chosen);
    for (const [modelIndex, model] of models.entries()) {
      const merged = models.some((other) => mergesSides(model, other));
      const some: Attempt[] = [];
      const told = { model, drafts: chosen, rows, typed, card: input.card };
      const known = new Map<number, AmountColumn>();
      for (const choice of roleChoices(model)) {
        const column = choice.roles.indexOf("amount");
        const { marked, plus, schemes } = known.get(column) ?? amountColumn(column, told);
        known.set(column, { marked, plus, schemes });
        for (const scheme of schemes) {
          for (const { style, cost: styleCost } of input.styles) {
            for (const direction of [1, -1] as const) {
              for (const [orderIndex, newestFirst] of orders.entries()) {
                for (const softEnds of input.ends.some(({ soft }) => soft) ? [true, false] : [false]) {
                  const cost =
                    setCost +
                    2.5 * modelIndex +
                    choice.cost +
                    (scheme?.cost ?? 0) +
                    directionCost(input.card, direction) +
                    0.1 * orderIndex +
                    (softEnds ? 0 : 0.5) +
                    styleCost;
                  some.push({
                    drafts,
                    model,
                    choice,
                    scheme,
                    typed,
                    style,
                    newestFirst,
                    direction,
                    softEnds,
                    marked,
                    plus,
                    merged,
                    cost,
                  });
                }
              }
            }
          }
        }
      }
      attempts.push(...likeliest(some));
    }
  }
  return likeliest(attempts);
}

function mergesSides({ spans, count }: ColumnModel, places: ColumnModel): boolean {
  const isSided = places.headed.includes("debit") && places.headed.includes("credit");
  return isSided && spans.length === 0 && count < places.spans.length;
}

/** The figures of a column; those of balances beside the rows' say nothing of how the rows' are signed. */
export function amountsOf({ cells }: ColumnModel, column: number, drafts: readonly Draft[]): Figure[] {
  return cells
    .filter((_, index) => !drafts[index]!.label)
    .map((row) => row[column])
    .filter((figure): figure is Figure => Boolean(figure));
}

function likeliest(attempts: Attempt[]): Attempt[] {
  return attempts.sort((a, b) => a.cost - b.cost).slice(0, maxReadings);
}

function directionCost(card: AccountInput["card"], direction: 1 | -1): number {
  if (card === "no") return direction === 1 ? 0 : 5;
  return direction === (card === "card" ? -1 : 1) ? 0 : 0.4;
}

/** All drafts; those with a printed date; and, where tables differ, the tables alone and all but one. */
function draftSets(drafts: readonly Draft[]): { drafts: number[]; cost: number }[] {
  const all = drafts.map((_, index) => index);
  const sets = [{ drafts: all, cost: 0 }];
  const dated = all.filter((index) => drafts[index]!.dated);
  if (dated.length < all.length) sets.push({ drafts: dated, cost: 1.5 });
  const rows = all.filter((index) => !saysTotal(drafts[index]!));
  if (rows.length < all.length) sets.push({ drafts: rows, cost: 0.6 });
  const tables = [...new Set(drafts.map(({ signature }) => signature))];
  if (tables.length > 1 && tables.length < 6) {
    for (const table of tables) {
      const inside = all.filter((index) => drafts[index]!.signature === table);
      sets.push({ drafts: inside, cost: 2 - inside.length / all.length });
      if (tables.length > 2)
        sets.push({
          drafts: all.filter((index) => drafts[index]!.signature !== table),
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

type Told = {
  model: ColumnModel;
  drafts: readonly Draft[];
  /** Those of the drafts that no word calls a balance or a sum. */
  rows: readonly number[];
  typed: readonly (TypeCell | null)[];
  card: AccountInput["card"];
};

/** What the signs and marks of the column of amounts say; -1 where none is. */
type AmountColumn = { marked: boolean; plus: boolean; schemes: readonly (SchemeChoice | null)[] };

function amountColumn(column: number, told: Told): AmountColumn {
  const amounts = column < 0 ? [] : amountsOf(told.model, column, told.drafts);
  return {
    marked: amounts.some(({ side }) => side),
    plus: amounts.some(({ sign }) => sign === 1),
    schemes: schemesFor(column, amounts, told),
  };
}

function schemesFor(
  column: number,
  amounts: readonly Figure[],
  { model, drafts, rows, typed, card }: Told,
): (SchemeChoice | null)[] {
  if (column < 0) return [null];
  const counted = rows.filter((index) => model.cells[index]![column]);
  return schemeChoices({
    amounts,
    typed: counted.filter((index) => typed[index]).length,
    sectioned: counted.filter((index) => drafts[index]!.section).length,
    parts: new Set(counted.map((index) => drafts[index]!.part)).size,
    rows: counted.length,
    card,
  });
}
