import type { Figure } from "../../layout/figures.ts";
import { maxReadings } from "../../limits.ts";
import type { ColumnModel } from "../../table/columns/column-model.ts";

export type MoneyRole = "debit" | "credit" | "amount" | "balance" | "ignored";

export function isAmountRole(role: string): boolean {
  return role === "amount" || role === "debit" || role === "credit";
}

/**
 * What each column holds, and how far that is from what the header says (0: just that). A doubtful choice goes against
 * it, or leaves figures out that most rows have: what adds up only so is not proven.
 */
export type RoleChoice = {
  roles: MoneyRole[];
  cost: number;
  /** Goes against what a heading says. */
  doubtful: boolean;
  /** Leaves out a column that most rows fill, or that is headed as money. */
  partial: boolean;
};

/** Columns whose meaning is searched for; a page with more has noise among them. */
const mostColumns = 7;

/** Every sensible meaning of the columns, the header's own first. */
export function roleChoices(columnModel: ColumnModel): RoleChoice[] {
  const choices: RoleChoice[] = [];
  const { headed } = columnModel;
  const model = { headed, fill: fillOf(columnModel), repeats: repeatsOf(columnModel) };
  const columns = likelyColumns(model);
  for (const balance of [null, ...columns]) {
    for (const first of columns) {
      if (first === balance) continue;
      choices.push(choose(model, { balance, amount: first }));
      for (const second of columns) {
        if (second === first || second === balance) continue;
        choices.push(choose(model, { balance, debit: first, credit: second }));
      }
    }
    // One side only: a card's purchases, or a month without money in. Only a heading can say so.
    for (const only of columns) {
      if (only === balance) continue;
      if (headed[only] === "debit") choices.push(choose(model, { balance, debit: only }));
      if (headed[only] === "credit") choices.push(choose(model, { balance, credit: only }));
    }
  }
  return choices.sort((a, b) => a.cost - b.cost).slice(0, maxReadings);
}

type Places = { balance: number | null; amount?: number; debit?: number; credit?: number };

type FilledColumns = {
  headed: ColumnModel["headed"];
  fill: readonly number[];
  /** Whether a column prints nothing but the figures that one of the others prints too. */
  repeats: (column: number, others: readonly number[]) => boolean;
};

/** The share of rows that have a figure in each column. */
function fillOf({ count, cells }: ColumnModel): number[] {
  return Array.from(
    { length: count },
    (_, column) => cells.filter((row) => row[column]).length / Math.max(1, cells.length),
  );
}

function repeatsOf({ cells }: ColumnModel): FilledColumns["repeats"] {
  const digits = (figure: Figure | null | undefined) => figure?.text.replace(/[^\d.,]/g, "");
  const known = new Map<string, boolean>();
  return (column, others) => {
    const key = `${column} ${others}`;
    const told =
      known.get(key) ??
      cells.every(
        (row) => !row[column] || others.some((other) => digits(row[column]) === digits(row[other])),
      );
    known.set(key, told);
    return told;
  };
}

/** Columns with a heading for money, then the fullest, in their order on the page. */
function likelyColumns({ headed, fill }: FilledColumns): number[] {
  const weight = (column: number) => (headed[column] && headed[column] !== "other" ? 2 : 0) + fill[column]!;
  return fill
    .map((_, column) => column)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, mostColumns)
    .sort((a, b) => a - b);
}

function choose({ headed, fill, repeats }: FilledColumns, places: Places): RoleChoice {
  const roles: MoneyRole[] = headed.map((_, column) => {
    if (column === places.balance) return "balance";
    if (column === places.amount) return "amount";
    if (column === places.debit) return "debit";
    return column === places.credit ? "credit" : "ignored";
  });
  const { balance, ...sides } = places;
  const amounts = Object.values(sides);
  let cost = 0;
  let doubtful = false;
  let partial = false;
  for (const [column, role] of roles.entries()) {
    const said = headed[column] ?? null;
    if (said === role || (said === "other" && role === "ignored")) continue;
    // Beside columns of both sides one may print the amounts of either.
    if (
      role === "ignored" &&
      (repeats(column, amounts) || (balance !== null && repeats(column, [balance])))
    ) {
      cost += 1;
      continue;
    }
    if (said === null) {
      cost += costWithoutHeading(role, column, roles);
      // Nothing that a paper prints in most rows is without meaning.
      partial ||= role === "ignored" && fill[column]! > 0.6;
      continue;
    }
    // Of two columns of amounts the fuller one counts: the other has amounts of another currency, say.
    if (role === "ignored" && said === "amount" && isFuller(fill, places.amount, column)) {
      cost += 2;
      continue;
    }
    // Beside columns of both sides one that is headed as an amount holds what is left.
    if (role === "balance" && said === "amount" && hasBothSides(headed, places)) {
      cost += 2;
      continue;
    }
    cost += role === "ignored" ? 6 : said === "other" ? 4 : 8;
    partial ||= role === "ignored";
    // A column of one side that is read as an amount of open side contradicts nothing; the other side does, and
    // so does leaving a balance or an amount out: without it nearly anything adds up.
    doubtful ||= (said === "debit" && role === "credit") || (said === "credit" && role === "debit");
    doubtful ||= role !== "ignored" && (role === "balance" || said === "balance");
  }
  return { roles, cost, doubtful, partial };
}

function hasBothSides(headed: FilledColumns["headed"], { debit, credit }: Places): boolean {
  return (
    debit !== undefined && credit !== undefined && headed[debit] === "debit" && headed[credit] === "credit"
  );
}

function isFuller(fill: readonly number[], chosen: number | undefined, than: number): boolean {
  return chosen !== undefined && fill[chosen]! > 0.9 && fill[than]! < 0.8;
}

/** Most papers have the balance last, money out before money in, and no figures without use. */
function costWithoutHeading(role: MoneyRole, column: number, roles: readonly MoneyRole[]): number {
  if (role === "ignored") return 3;
  if (role === "balance") return column === roles.length - 1 ? 1 : 2;
  if (role === "amount") return 1;
  const other = roles.indexOf(role === "debit" ? "credit" : "debit");
  if (other < 0) return 3;
  return role === "debit" ? (column < other ? 1 : 1.5) : 1;
}
