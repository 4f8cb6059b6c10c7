import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { ColumnModel } from "../../table/columns/column-model.ts";
import type { TypeCell } from "../../table/columns/type-column.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import { type DecimalMark, readingFor, toMinor } from "../../values/printed-number.ts";
import type { Claim, LedgerItem, Place } from "../ledger/ledger.ts";
import { marksOf } from "./column-marks.ts";
import { figuresOf, isBare, isNonZero, isTold } from "./draft-figures.ts";
import { sumsUp, unchanged } from "./items-so-far.ts";
import { withSide } from "./overdrawn.ts";
import type { MoneyRole } from "./roles.ts";
import { type Cells, cellsOf, negated, type Picked, pickSide } from "./row-cells.ts";
import type { SignRule } from "./schemes.ts";

/** `odd`: three decimals, though the paper's currency has fewer. */
export type NumberStyle = { mark: DecimalMark; digits: number; odd?: boolean };

/** The amount of a figure in minor units, without its sign; null where the style cannot read it. */
export function magnitudeOf(figure: Figure, { mark, digits }: NumberStyle): bigint | null {
  const reading = readingFor(figure.readings, mark);
  return reading && toMinor(reading, digits);
}

/** A balance with its sign: a minus or a debit mark is below zero on an account, and above on a card. */
export function balanceOf(figure: Figure, style: NumberStyle, direction: 1 | -1): bigint | null {
  const magnitude = magnitudeOf(figure, style);
  if (magnitude === null) return null;
  if (figure.side) return (figure.side === "credit") === (direction === 1) ? magnitude : -magnitude;
  return figure.sign === -1 ? -magnitude : magnitude;
}

export type RowValue = {
  draft: number;
  amount: Figure;
  balance: Figure | null;
};

export type Interpretation = {
  items: LedgerItem[];
  values: Map<number, RowValue>;
  claims: Claim[];
  /** Drafts that this meaning of the columns cannot explain. */
  unexplained: number;
  /** Those of them whose amount was not read, so that a row may be missing. */
  lost: number;
  /** What an amount without a sign means in a column where others have one; 0 where all or none have. */
  marks: 1 | -1 | 0;
  /** Text of drafts that are no rows and belong to the next one. */
  prefixes: Map<number, number[]>;
};

/** Reads drafts, in printed order, under one meaning of the columns. */
export function interpret(
  drafts: readonly Draft[],
  model: ColumnModel,
  roles: readonly MoneyRole[],
  rule: SignRule,
  typed: readonly (TypeCell | null)[],
  style: NumberStyle,
  direction: 1 | -1,
): Interpretation {
  const reader = new Reader(style, direction, negated(drafts, model, roles));
  const result: Interpretation = {
    items: [],
    values: new Map(),
    claims: [],
    unexplained: 0,
    lost: 0,
    marks: marksOf(model, roles),
    prefixes: new Map(),
  };
  let waiting: number[] = [];
  for (const [index, draft] of drafts.entries()) {
    const cells = cellsOf(model.cells[index]!, roles);
    const placeOf = (figure: Figure): Place => ({ line: lineOf(draft, figure), figure });
    const isNamed = draft.label !== null && isBalanceLabel(draft);
    const named = (figure: Figure) => (isNamed ? withSide(figure, lineOf(draft, figure)) : figure);
    const balance = cells.balance ? reader.balance(named(cells.balance)) : null;
    if (cells.balance && balance === null) result.unexplained++;
    const both =
      (isNonZero(cells.debit) && isNonZero(cells.credit)) ||
      (isNamed &&
        balance !== null &&
        unchanged(result.items, balance) &&
        reader.areSums(result.items, cells));
    if (both) {
      reader.total(result, cells, index, draft);
      if (balance !== null && isNamed)
        result.items.push({
          type: "point",
          value: balance,
          at: placeOf(cells.balance!),
          subtotal: false,
          named: true,
          closes: draft.label === "closing",
        });
      continue;
    }
    const side = pickSide(cells);
    const magnitude = side && magnitudeOf(side.figure, style);
    if (side && magnitude === null) {
      result.unexplained++;
      result.lost++;
    }
    if (!side || magnitude === null || isPoint(draft, magnitude, balance)) {
      const role = side && isTold(side.role, drafts, model, roles) ? side.role : "amount";
      const value = balance ?? (isNamed && side ? reader.balanceIn(named(side.figure), role) : null);
      if (value === null) {
        if (!draft.label) {
          result.unexplained++;
          result.lost++;
        }
      } else if (!draft.label && figuresOf(model, index) > 1) {
        // A figure beside the balance that this meaning of the columns has no use for may be the row's amount.
        result.unexplained++;
        result.lost++;
      } else if (!draft.label && unchanged(result.items, value)) waiting.push(index);
      else {
        const at = placeOf(cells.balance ?? side!.figure);
        const { label } = draft;
        result.items.push({
          type: "point",
          value,
          at,
          subtotal: label === "carried",
          inColumn: cells.balance !== null && model.spans.length > 0,
          named: label !== null || !draft.dated || isBare(draft, model),
          closes: label === "closing",
          opens: label === "opening",
        });
      }
      continue;
    }
    const sign =
      side.role === "amount"
        ? rule(side.figure, typed[index]?.side ?? null, draft.section)
        : reader.columnSign(side);
    result.items.push({
      type: "row",
      draft: index,
      magnitude,
      sign,
      part: null,
      balance,
      at: placeOf(cells.balance ?? side.figure),
    });
    result.values.set(index, { draft: index, amount: side.figure, balance: cells.balance });
    if (waiting.length > 0) result.prefixes.set(index, waiting);
    waiting = [];
  }
  return result;
}

function lineOf(draft: Draft, figure: Figure): MarkedLine {
  return draft.figures.find((each) => each.figure === figure)?.line ?? draft.lines[0]!;
}

function isBalanceLabel({ label }: Draft): boolean {
  return label === "opening" || label === "closing" || label === "carried" || label === "balance_on";
}

/** A labelled line is a transaction only where its balance differs from its amount: "Balance transfer 50.00 150.00". */
function isPoint(draft: Draft, magnitude: bigint, balance: bigint | null): boolean {
  if (!draft.label) return false;
  if (balance === null) return draft.label !== "ignored";
  return (
    isBalanceLabel(draft) &&
    (magnitude === 0n ||
      balance === magnitude ||
      balance === -magnitude ||
      !draft.dated ||
      draft.label === "opening")
  );
}

class Reader {
  readonly style: NumberStyle;
  readonly direction: 1 | -1;
  readonly habit: Set<string>;

  constructor(style: NumberStyle, direction: 1 | -1, habit: Set<string>) {
    this.style = style;
    this.direction = direction;
    this.habit = habit;
  }

  balance(figure: Figure): bigint | null {
    return balanceOf(figure, this.style, this.direction);
  }

  /** A balance that stands in the column of one side is on that side. */
  balanceIn(figure: Figure, role: Picked["role"]): bigint | null {
    const isPlain = figure.side === null && figure.sign === 0 && role !== "amount";
    return this.balance(isPlain ? { ...figure, side: role } : figure);
  }

  columnSign({ figure, role }: Picked): 1 | -1 {
    const side = role === "credit" ? 1 : -1;
    return figure.sign === -1 && !this.habit.has(role) ? (-side as 1 | -1) : side;
  }

  /** "Closing balance  80.00  0.00  420.00": the sums of both sides so far, of which one has no rows. */
  areSums(items: readonly LedgerItem[], { debit, credit }: Cells): boolean {
    if (!debit || !credit) return false;
    return sumsUp(items, magnitudeOf(debit, this.style), magnitudeOf(credit, this.style), true);
  }

  /** A line with both sides filled is a line of totals. */
  total(result: Interpretation, cells: Cells, after: number, draft: Draft): void {
    const debits = magnitudeOf(cells.debit!, this.style);
    const credits = magnitudeOf(cells.credit!, this.style);
    const isRow = draft.dated && draft.label === null && !sumsUp(result.items, debits, credits);
    if (isRow || debits === null || credits === null) {
      result.unexplained++;
      result.lost++;
      return;
    }
    const claim = (kind: "total_debits" | "total_credits", value: bigint, figure: Figure): Claim => {
      return { kind, side: null, value, at: { line: lineOf(draft, figure), figure }, after, firm: true };
    };
    result.claims.push(
      claim("total_debits", debits, cells.debit!),
      claim("total_credits", credits, cells.credit!),
    );
  }
}
