import type { ColumnModel } from "../../table/columns/column-model.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import { saysTotal } from "../../table/draft/total-rows.ts";
import { overlaps } from "../../table/line/span.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import { sumsOthers } from "../interpret/claims.ts";
import { type Interpretation, magnitudeOf } from "../interpret/interpret.ts";
import { isAmountRole, type MoneyRole } from "../interpret/roles.ts";
import type { Ledger, LedgerItem } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { sidesOf } from "../proof/sides.ts";
import { hasOddSum } from "./altered-summary.ts";
import { contradictsCarried } from "./carried-on.ts";
import { contradictsHeadings, contradictsPlaces, contradictsSections } from "./contradicted-places.ts";
import { contradictsMarks, hasDoubtfulSide, isExplicit } from "./doubtful-sides.ts";
import { contradictsDueInSentence } from "./due-in-sentence.ts";
import { leavesBalancesOut } from "./left-out-balances.ts";
import { leavesColumnOut } from "./left-out-columns.ts";
import { leavesTableOut } from "./left-out-tables.ts";
import { goesOnElsewhere } from "./missing-pages.ts";
import { mixesCurrencies } from "./mixed-currencies.ts";
import { contradictsNamedSum } from "./named-sums.ts";
import { hasOddMinus } from "./odd-minus.ts";
import { contradictsSideWords } from "./odd-side-word.ts";
import { heedsSumsPartly } from "./partly-heeded.ts";
import { contradictsKinds } from "./parts-by-kind.ts";
import { passesOverBetween } from "./passed-between.ts";
import { passesOverEnd, passesOverNeighbour, passesOverNext } from "./passed-over.ts";
import { contradictsProducts } from "./product-totals.ts";
import { opensLikeRow } from "./row-without-amount.ts";
import { goesOnAfterEnd } from "./rows-after-end.ts";
import { passesOverSoftEnd } from "./soft-ends.ts";
import { swallowsRows } from "./swallowed-rows.ts";
import { opensTurned } from "./turned-opening.ts";
import { contradictsTwinBalances } from "./twin-balances.ts";
import { callsPurchasesDue, owesTwice, owesWithMinus } from "./two-dues.ts";
import { holdsTwoRows } from "./two-rows-in-line.ts";
import { leavesEndsUnheeded } from "./unheeded-ends.ts";
import { hasUnreadFigure } from "./unread-figures.ts";
import { areWholePrices } from "./whole-prices.ts";

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
    // At a thousandth everything adds up as well, but for what the right reading contradicts.
    attempt.style.odd === true ||
    (leavesColumnOut(attempt) &&
      !bindsEachRow(ledger) &&
      !sumsOthers(input.anchors, attempt) &&
      !areWholePrices(attempt)) ||
    interpretation.lost > 0 ||
    (endsOpen(input, attempt, ledger) && !areTotalled(input, ledger, proof, signs)) ||
    (proof.sidesOpen && !isExplicit(input, attempt)) ||
    leavesRowsOut(input, attempt, ledger, signs) ||
    opensWithRow(input, ledger) ||
    opensLikeRow(input, ledger) ||
    opensFromNothing(attempt, interpretation, ledger) ||
    goesOn(ledger) ||
    goesOnAfterEnd(input, ledger, proof) ||
    input.outside.unread > 0 ||
    (goesOnElsewhere(input, ledger) && !areTotalled(input, ledger, proof, signs)) ||
    passesOverEnd(input, ledger, proof, signs) ||
    passesOverNext(input, attempt, ledger, proof) ||
    passesOverNeighbour(input, ledger, proof, signs) ||
    passesOverBetween(input, attempt, ledger, proof, signs) ||
    hasOddSum(input, ledger, proof, signs) ||
    opensTurned(ledger, proof) ||
    owesTwice(ledger, proof, signs) ||
    contradictsDueInSentence(input, ledger, proof, signs) ||
    callsPurchasesDue(input, ledger, proof, signs) ||
    owesWithMinus(input, attempt, ledger, proof, signs) ||
    leavesBalancesOut(attempt, ledger, proof, signs) ||
    contradictsTwinBalances(input, attempt) ||
    contradictsProducts(input, attempt) ||
    contradictsKinds(input, ledger, proof, signs) ||
    heedsSumsPartly(input, attempt, ledger, proof, signs) ||
    contradictsNamedSum(input, ledger, signs) ||
    passesOverSoftEnd(input, attempt, ledger, proof, signs) ||
    contradictsCarried(input, attempt, ledger, proof, signs) ||
    leavesEndsUnheeded(input, attempt, interpretation, ledger, proof) ||
    hasUnreadFigure(input, attempt) ||
    contradictsMarks(input, attempt, interpretation, signs) ||
    hasOddMinus(interpretation) ||
    holdsTwoRows(input, attempt) ||
    swallowsRows(input, attempt, proof) ||
    // Balances beside each row outweigh headings.
    (attempt.merged && !bindsEachRow(ledger)) ||
    contradictsHeadings(input, attempt, interpretation, signs, bindsEachRow(ledger)) ||
    contradictsPlaces(attempt, interpretation, signs) ||
    contradictsSections(input, attempt, interpretation, signs, bindsEachRow(ledger)) ||
    mixesCurrencies(interpretation) ||
    contradictsSideWords(input, signs) ||
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

/**
 * Whether the sums of both sides are printed: those would hold a row that was left out. They are the same for an account
 * and a card, so that no closing balance is met may also mean that the one is read as the other.
 */
function areTotalled({ card }: AccountInput, ledger: Ledger, { checks }: Proof, signs: Signs): boolean {
  if (card !== (ledger.direction === 1 ? "no" : "card")) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const isPrinted = (kind: string, sum: bigint) =>
    checks.some((check) => check.kind === kind && check.printed === sum && check.computed === sum);
  return isPrinted("total_debits", debits) && isPrinted("total_credits", credits);
}

function hasAmount({ figures }: Draft, { columnOf }: ColumnModel, roles: readonly MoneyRole[]): boolean {
  return figures.some(({ figure }) => {
    const column = columnOf(figure);
    return column !== null && isAmountRole(roles[column]!);
  });
}

/** Whether a row has an amount under a heading of one, in a column that no other row fills. */
function isHeadedAlone({ figures, header }: Draft, { columnOf, spans }: ColumnModel): boolean {
  return figures.some(
    ({ figure }) =>
      spans.length > 0 &&
      columnOf(figure) === null &&
      header?.cells.some((cell) => isAmountRole(cell.role) && overlaps(cell, figure)),
  );
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
  if (leavesAccountOut(all, tables) || leavesTableOut(all, rows)) return true;
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
 * Whether a table whose rows begin with a balance of their own, or end with one, is left out: it is an account's, and no list
 * beside the rows.
 */
function leavesAccountOut(all: readonly Draft[], tables: ReadonlySet<string>): boolean {
  const left = all.filter(({ signature }) => !tables.has(signature));
  const opened = left.findIndex(({ label }) => label === "opening");
  const closed = left.findLastIndex(({ label }) => label === "closing");
  const isRow = ({ label, dated }: Draft) => label === null && dated;
  return (
    (opened >= 0 && left.slice(opened).some(({ label, figures }) => label === null && figures.length > 1)) ||
    (closed >= 0 && left.slice(0, closed).some(isRow))
  );
}

/** A dated line with a balance and no amount may be an opening balance, or a row whose amount was not read. */
function opensWithRow({ known }: AccountInput, { items, opening }: Ledger): boolean {
  const [first] = items;
  return known && opening.length === 0 && first?.type === "point" && !first.named;
}

/**
 * Rows may be another account's where a balance among them is said to be the last one, and no other is below them. A balance
 * that the next line begins with again is carried to the next page; nothing at all may be what two accounts have.
 */
function goesOn({ items, closing }: Ledger): boolean {
  const isAgain = (value: bigint, other: LedgerItem | undefined) =>
    value !== 0n && other?.type === "point" && !other.closes && other.value === value;
  const closed = items.findLastIndex(
    (item, at) =>
      item.type === "point" &&
      item.closes &&
      !isAgain(item.value, items[at - 1]) &&
      !isAgain(item.value, items[at + 1]),
  );
  return closed >= 0 && closing.length === 0 && items.slice(closed).some(({ type }) => type === "row");
}

/**
 * A first row whose amount is its balance may be an opening balance in words that are not known, unless it stands under
 * a heading of one side or has a plus, as amounts have.
 */
function opensFromNothing(
  { model, direction }: Attempt,
  { values }: Interpretation,
  { items, opening }: Ledger,
): boolean {
  const [first] = items;
  if (direction === -1 || opening.length > 0 || first?.type !== "row") return false;
  const isSigned = values.get(first.draft)?.amount.sign === 1;
  return first.balance === first.magnitude && !isSigned && !model.headed.some((role) => role === "credit");
}
