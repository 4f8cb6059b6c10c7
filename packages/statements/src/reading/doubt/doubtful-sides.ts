import type { ColumnModel } from "../../table/columns/column-model.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import type { Side } from "../../vocabulary/lexicon.ts";
import { type AccountInput, type Attempt, amountsOf } from "../interpret/attempts.ts";
import { isTold } from "../interpret/draft-figures.ts";
import type { Interpretation } from "../interpret/interpret.ts";
import { isAmountRole, type MoneyRole } from "../interpret/roles.ts";
import type { Ledger, LedgerRow } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";

type Signs = ReadonlyMap<number, Sign>;

/**
 * Whether columns, marks, words of a type column or sections say each row's side. Sections do not where their amounts
 * have signs of their own, or where no heading is known.
 */
export function isExplicit(
  { drafts: all }: AccountInput,
  { drafts, scheme, marked, model, choice }: Attempt,
): boolean {
  const chosen = drafts.map((index) => all[index]!);
  if (scheme === null) return hasToldSides(chosen, model, choice.roles);
  if (marked || scheme.scheme === "type") return true;
  const column = choice.roles.indexOf("amount");
  const isNamed = chosen.some(({ section }) => section);
  return scheme.scheme === "section" && isNamed && !model.cells.some((row) => row[column]?.sign);
}

/** A column of one side says that the others are not on it, if anything but the search says that it is one. */
function hasToldSides(drafts: readonly Draft[], model: ColumnModel, roles: readonly MoneyRole[]): boolean {
  return roles.every((role) => !isAmountRole(role) || isTold(role, drafts, model, roles));
}

export function sideSign(side: Side | null): Sign {
  if (side === null) return 0;
  return side === "credit" ? 1 : -1;
}

/**
 * Whether balances gave a row the other side than is printed beside its amount, in its type column or above its section; or
 * sums gave all rows of a section one side though only some of them have a minus.
 */
export function contradictsMarks(
  { drafts: all }: AccountInput,
  { drafts, typed, scheme }: Attempt,
  { items, values, marks }: Interpretation,
  signs: Signs,
): boolean {
  const isSectioned = scheme?.scheme === "section";
  if (!isSectioned && scheme?.scheme !== "chain") return false;
  const isOther = items.some((item) => {
    if (item.type !== "row" || item.sign !== 0 || item.magnitude === 0n) return false;
    const { amount } = values.get(item.draft)!;
    const side = sideSign(amount.side ?? typed[item.draft]?.side ?? null);
    const { section } = all[drafts[item.draft]!]!;
    const printed = isSectioned ? side : side || amount.sign || marks || sideSign(section);
    return printed !== 0 && printed !== signs.get(drafts[item.draft]!);
  });
  return isOther || (isSectioned && mixesSides(rowsOfUnknownParts(all, drafts, items, values)));
}

/** The rows of sections whose side nothing names, with their signs. */
function rowsOfUnknownParts(
  all: readonly Draft[],
  drafts: readonly number[],
  items: Interpretation["items"],
  values: Interpretation["values"],
): { part: number; sign: number }[] {
  return items.flatMap((item) => {
    if (item.type !== "row" || item.magnitude === 0n) return [];
    const { section, part } = all[drafts[item.draft]!]!;
    return section === null ? [{ part, sign: values.get(item.draft)!.amount.sign }] : [];
  });
}

function isSigned({ drafts: all }: AccountInput, { drafts, model, choice }: Attempt): boolean {
  const column = choice.roles.indexOf("amount");
  const chosen = drafts.map((index) => all[index]!);
  return column >= 0 && amountsOf(model, column, chosen).some(({ sign }) => sign !== 0);
}

/** Whether of the rows of one section, whose side nothing names, some have a minus and some have none. */
function mixesSides(rows: readonly { part: number; sign: number }[]): boolean {
  const parts = Map.groupBy(rows, ({ part }) => part);
  return [...parts.values()].some((some) => new Set(some.map(({ sign }) => sign === -1)).size > 1);
}

/**
 * A column of signed amounts adds up under a bank's view (money in raises the balance) and, with all sides changed,
 * under a card's (spending raises what is owed). What the paper is decides, and where that is not certain, nothing.
 */
export function hasDoubtfulSide(
  input: AccountInput,
  attempt: Attempt,
  { items, opening, closing, claims }: Ledger,
  proof: Proof,
  signs: Signs,
): boolean {
  const { card } = input;
  const { direction, plus } = attempt;
  if (card === "no" && direction === -1) return true;
  // What is due, and the least of it, is on no account's paper, whatever its title says.
  if (direction === 1 && input.minimumDue !== null && claims.some(({ kind }) => kind === "total_due"))
    return true;
  const rows = items.filter((item): item is LedgerRow => item.type === "row" && item.magnitude !== 0n);
  const debits = rows.filter(({ draft }) => signs.get(draft) === -1).length;
  const spends = debits * 2 >= rows.length;
  // Most rows of an account take money out; where most bring some in, it may be a card's paper that nothing names.
  if (card === "no") {
    if (isExplicit(input, attempt) || plus || spends || isTotalled(proof)) return false;
    // A card that is paid in full takes away just what was owed.
    const isPaid = rows.some(
      ({ draft, magnitude }) => signs.get(draft) === -1 && opening.some(({ value }) => value === magnitude),
    );
    return isPaid || !input.isBankAccount();
  }
  // "CR" beside a balance says its side whatever the paper is; a bare one, or one with a minus, does not.
  const balances = [...opening, ...closing].filter(
    ({ value, at }) => value !== 0n && at.figure.side === null,
  );
  const above = balances.filter(({ value }) => value > 0n).length;
  const isOwed = balances.length === 0 || above * 2 >= balances.length;
  // That all was spent is said by no mark, and adds up turned as well: for many rows the search cannot see that.
  const isAssumed = attempt.scheme?.scheme === "all_debit";
  if (card === "perhaps") return direction === -1 && (!spends || !isOwed || isAssumed);
  // Only who owes has to pay: then the sign of the last balance says which side of nothing is owed.
  const last = closing.at(-1)?.value;
  const isSaid =
    input.minimumDue !== null &&
    opening.length > 0 &&
    last !== undefined &&
    last > 0n === (input.minimumDue === "some");
  if (isSaid && direction === 1) return true;
  // A balance among the rows has the words for it in the table.
  const inTable = items.some(
    (item) => item.type === "point" && item.named && item.value > 0n && item.at.figure.side === null,
  );
  if (direction === 1) return isOwed && (balances.length > 0 || inTable);
  // What is due is owed, and no other side of the rows leads to it.
  const isDue = closing.some(
    ({ value }) => value > 0n && claims.some((each) => each.kind === "total_due" && each.value === value),
  );
  // Where a minus takes what is owed away, the same rows turned round lead to it as well, from other ends.
  const isTurned = isSigned(input, attempt) && attempt.scheme?.scheme !== "inverted" && !attempt.marked;
  if (isSaid && !isTurned) return false;
  if (!isOwed && !isSaid) return true;
  // Then one row of each side, with both balances put for one another, says nothing.
  const spendsMost = isTurned ? debits * 2 > rows.length : spends;
  const isPlain = !input.isLoan && !isExplicit(input, attempt) && !isTotalled(proof);
  return !spendsMost && isPlain && !(isDue && !isTurned);
}

/** Whether sums of both sides, named and different, agree: with sides changed they would not. */
function isTotalled({ checks, sidesOpen }: Proof): boolean {
  const sums = checks.filter(
    ({ kind, printed, computed }) => kind.startsWith("total_") && printed === computed,
  );
  const debits = sums.find(({ kind }) => kind === "total_debits");
  const credits = sums.find(({ kind }) => kind === "total_credits");
  return !sidesOpen && debits?.printed !== credits?.printed;
}
