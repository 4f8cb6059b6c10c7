import type { ColumnModel } from "../table/columns.ts";
import type { Draft } from "../table/drafts.ts";
import { overlaps } from "../table/span.ts";
import { saysTotal } from "../table/total-rows.ts";
import type { Side } from "../vocabulary/lexicon.ts";
import { hasOddSum } from "./altered-summary.ts";
import type { AccountInput, Attempt } from "./attempts.ts";
import { sumsOthers } from "./claims.ts";
import { isTold } from "./draft-figures.ts";
import { type Interpretation, magnitudeOf } from "./interpret.ts";
import type { Ledger, LedgerRow } from "./ledger.ts";
import { passesOverEnd, passesOverLast } from "./passed-over.ts";
import type { Proof, Sign } from "./proof.ts";
import type { MoneyRole } from "./roles.ts";
import { sidesOf } from "./sides.ts";

type Signs = ReadonlyMap<number, Sign>;

/** Whether a reading that adds up is none to trust: it goes against what is printed, or rests on nothing printed. */
export function isDoubtful(
  input: AccountInput,
  attempt: Attempt,
  interpretation: Interpretation,
  ledger: Ledger,
  proof: Proof,
  signs: Signs,
): boolean {
  const { choice } = attempt;
  return (
    choice.doubtful ||
    (choice.partial && !bindsEachRow(ledger) && !sumsOthers(input.anchors, attempt)) ||
    interpretation.lost > 0 ||
    endsOpen(input, attempt, ledger) ||
    (proof.sidesOpen && !isExplicit(input, attempt)) ||
    leavesRowsOut(input, attempt, ledger, signs) ||
    opensWithRow(input, ledger) ||
    opensFromNothing(attempt, ledger) ||
    passesOverEnd(input, ledger, proof) ||
    passesOverLast(input, attempt, ledger, proof) ||
    hasOddSum(input, ledger, proof, signs) ||
    contradictsMarks(input, attempt, interpretation, signs) ||
    hasDoubtfulSide(input, attempt, ledger, proof, signs)
  );
}

/**
 * Whether each row has a balance of its own, and the first one a balance before it: then each amount is held by two of
 * them, and no other column can change what it is.
 */
function bindsEachRow({ items, opening }: Ledger): boolean {
  if (opening.length === 0 && items[0]?.type !== "point") return false;
  return items.every((item) => item.type === "point" || item.balance !== null);
}

/**
 * Without a printed last balance a row that was left out at the end would leave no trace. Lines of text with a figure in it
 * are none: they have neither a date nor anything under the columns of amounts.
 */
function endsOpen(
  { drafts: all, outside }: AccountInput,
  { drafts, model, choice }: Attempt,
  { closing, items }: Ledger,
): boolean {
  const last = items.at(-1);
  if (closing.length > 0 || (last?.type === "point" && last.closes)) return false;
  const kept = new Set(drafts);
  const left = all.filter(
    (draft, index) =>
      !kept.has(index) && (draft.dated || model.spans.length === 0 || hasAmount(draft, model, choice.roles)),
  );
  return outside.strays + left.length > 0;
}

function hasAmount({ figures }: Draft, { columnOf }: ColumnModel, roles: readonly MoneyRole[]): boolean {
  return figures.some(({ figure }) => {
    const column = columnOf(figure);
    return column !== null && isAmount(roles[column]!);
  });
}

/** Whether a row has an amount under a heading of one, in a column that no other row fills. */
function isHeadedAlone({ figures, header }: Draft, { columnOf, spans }: ColumnModel): boolean {
  return figures.some(
    ({ figure }) =>
      spans.length > 0 &&
      columnOf(figure) === null &&
      header?.cells.some((cell) => isAmount(cell.role) && overlaps(cell, figure)),
  );
}

function isAmount(role: string): boolean {
  return role === "amount" || role === "debit" || role === "credit";
}

/** Whether each amount of a line stands where some row has one. */
function standsAsRow({ figures }: Draft, rows: readonly Draft[]): boolean {
  const amounts = figures.filter(({ figure }) => !figure.weak);
  return (
    amounts.length > 0 &&
    amounts.every(({ figure }) =>
      rows.some((row) => row.figures.some((each) => overlaps(each.figure, figure))),
    )
  );
}

/** Lines that are left out though they have amounts under the columns of the rows' own table may be the rows. */
function leavesRowsOut(
  { drafts: all }: AccountInput,
  { drafts, model, choice, style }: Attempt,
  ledger: Ledger,
  signs: Signs,
): boolean {
  if (drafts.length === all.length) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const isSum = (value: bigint | null) =>
    value !== null && value !== 0n && (value === debits || value === credits);
  const rows = new Set(drafts);
  const tables = new Set(drafts.map((index) => all[index]!.signature));
  // Rows in no columns have only each other's places.
  const kept = model.spans.length > 0 ? [] : drafts.map((index) => all[index]!);
  return all.some(
    (draft, index) =>
      !rows.has(index) &&
      draft.label === null &&
      tables.has(draft.signature) &&
      (hasAmount(draft, model, choice.roles) || isHeadedAlone(draft, model) || standsAsRow(draft, kept)) &&
      !(saysTotal(draft) && draft.figures.every(({ figure }) => isSum(magnitudeOf(figure, style)))),
  );
}

/**
 * Whether columns, marks, words of a type column or sections say each row's side. Sections do not where their amounts
 * have signs of their own, or where no heading is known.
 */
function isExplicit(
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
  return roles.every((role) => !isAmount(role) || isTold(role, drafts, model, roles));
}

/** A dated line with a balance and no amount may be an opening balance, or a row whose amount was not read. */
function opensWithRow({ known }: AccountInput, { items, opening }: Ledger): boolean {
  const [first] = items;
  return known && opening.length === 0 && first?.type === "point" && !first.named;
}

/**
 * A first row whose amount is its balance may be an opening balance in words that are not known, unless it stands under
 * a heading of one side.
 */
function opensFromNothing({ model, direction }: Attempt, { items, opening }: Ledger): boolean {
  const [first] = items;
  if (direction === -1 || opening.length > 0 || first?.type !== "row") return false;
  return first.balance === first.magnitude && !model.headed.some((role) => role === "credit");
}

function sideSign(side: Side | null): Sign {
  if (side === null) return 0;
  return side === "credit" ? 1 : -1;
}

/** Whether balances gave a row the other side than is printed beside its amount, in its type column or above its section. */
function contradictsMarks(
  { drafts: all }: AccountInput,
  { drafts, typed, scheme }: Attempt,
  { items, values, marks }: Interpretation,
  signs: Signs,
): boolean {
  if (scheme?.scheme !== "chain") return false;
  return items.some((item) => {
    if (item.type !== "row" || item.sign !== 0 || item.magnitude === 0n) return false;
    const { amount } = values.get(item.draft)!;
    const side = amount.side ?? typed[item.draft]?.side ?? null;
    const printed = sideSign(side) || amount.sign || marks || sideSign(all[drafts[item.draft]!]!.section);
    return printed !== 0 && printed !== signs.get(drafts[item.draft]!);
  });
}

/**
 * A column of signed amounts adds up under a bank's view (money in raises the balance) and, with all sides changed,
 * under a card's (spending raises what is owed). What the paper is decides, and where that is not certain, nothing.
 */
function hasDoubtfulSide(
  input: AccountInput,
  attempt: Attempt,
  { items, opening, closing, claims }: Ledger,
  proof: Proof,
  signs: Signs,
): boolean {
  const { card } = input;
  const { direction, plus } = attempt;
  if (card === "no" && direction === -1) return true;
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
    return isPaid || !input.isNumbered();
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
  if (direction === 1) return isOwed && balances.length > 0;
  // What is due is owed, and no other side of the rows leads to it.
  const isDue = closing.some(
    ({ value }) => value > 0n && claims.some((each) => each.kind === "total_due" && each.value === value),
  );
  return !isOwed || (!spends && !isExplicit(input, attempt) && !isDue && !isTotalled(proof));
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
