import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import { sumsOthers } from "../interpret/claims.ts";
import type { Interpretation } from "../interpret/interpret.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { sidesOf } from "../proof/sides.ts";
import { hasOddSum } from "./altered-summary.ts";
import { contradictsCarried } from "./carried-on.ts";
import { contradictsHeadings, contradictsPlaces, contradictsSections } from "./contradicted-places.ts";
import { contradictsMarks, hasDoubtfulSide, isExplicit } from "./doubtful-sides.ts";
import { contradictsDueInSentence } from "./due-in-sentence.ts";
import { leavesBalancesOut } from "./left-out-balances.ts";
import { leavesColumnOut } from "./left-out-columns.ts";
import { leavesRowsOut } from "./left-out-rows.ts";
import { goesOnElsewhere } from "./missing-pages.ts";
import { mixesCurrencies } from "./mixed-currencies.ts";
import { contradictsNamedSum } from "./named-sums.ts";
import { hasOddMinus, lacksSign } from "./odd-minus.ts";
import { contradictsSideWords } from "./odd-side-word.ts";
import { endsOpen, goesOn, opensFromNothing, opensWithRow } from "./open-ends.ts";
import { heedsSumsPartly } from "./partly-heeded.ts";
import { contradictsKinds } from "./parts-by-kind.ts";
import { passesOverBetween } from "./passed-between.ts";
import { passesOverEnd, passesOverNeighbour, passesOverNext } from "./passed-over.ts";
import { contradictsProducts } from "./product-totals.ts";
import { opensLikeRow } from "./row-without-amount.ts";
import { goesOnAfterEnd } from "./rows-after-end.ts";
import { passesOverSoftEnd } from "./soft-ends.ts";
import { passesOverSumBelow } from "./sums-below.ts";
import { swallowsRows } from "./swallowed-rows.ts";
import { turnsColumns } from "./turned-columns.ts";
import { opensTurned } from "./turned-opening.ts";
import { contradictsTwinBalances } from "./twin-balances.ts";
import { callsPurchasesDue, owesRowsAlone, owesTwice, owesWithMinus } from "./two-dues.ts";
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
    owesRowsAlone(input, ledger, proof) ||
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
    passesOverSumBelow(input, attempt, ledger, proof, signs) ||
    contradictsCarried(input, attempt, ledger, proof, signs) ||
    leavesEndsUnheeded(input, attempt, interpretation, ledger, proof) ||
    hasUnreadFigure(input, attempt) ||
    contradictsMarks(input, attempt, interpretation, signs) ||
    hasOddMinus(interpretation) ||
    lacksSign(interpretation) ||
    holdsTwoRows(input, attempt) ||
    swallowsRows(input, attempt, proof) ||
    // Balances beside each row outweigh headings.
    (attempt.merged && !bindsEachRow(ledger)) ||
    contradictsHeadings(input, attempt, interpretation, signs, bindsEachRow(ledger)) ||
    contradictsPlaces(attempt, interpretation, signs) ||
    turnsColumns(input, attempt, interpretation) ||
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
