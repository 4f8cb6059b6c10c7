import type { LabelKind } from "../../vocabulary/lexicon.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import type { Claim, Ledger } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { sidesOf, withoutSign } from "../proof/sides.ts";
import { isOfPurchases } from "./of-purchases.ts";

const mayBeDue: ReadonlySet<LabelKind> = new Set(["total", "total_due", "balance_on", "closing"]);

/**
 * Whether what a card owes is printed twice above its rows, with two values: the other one is neither what was owed before nor
 * a sum of the rows, so that one of the two is not what it was.
 */
export function owesTwice(
  ledger: Ledger,
  { opening, closing }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const { claims, direction } = ledger;
  const dues = claims.filter(({ kind, after }) => kind === "total_due" && after === 0);
  if (direction === 1 || dues.length < 2 || opening === null || closing === null) return false;
  if (!dues.some(({ value }) => value === closing)) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const explained = new Set([0n, opening, closing, debits, credits, opening - credits].map(withoutSign));
  return dues.some(({ value }) => !explained.has(withoutSign(value)));
}

/**
 * Whether what a card seems to owe is the sum of its rows alone, though it owed something before of which no figure says that it was
 * paid: the row that paid it may be gone. "Toplam Borç" is the sum of one side, or what is owed.
 */
export function owesRowsAlone(
  { outside }: AccountInput,
  { claims, direction, amountOf, closing: printed }: Ledger,
  { opening, closing }: Proof,
): boolean {
  if (direction === 1 || opening === null || opening === 0n || closing === null || printed.length > 0)
    return false;
  const isDue = ({ kind, at, after }: Claim) =>
    after === 0 &&
    (kind === "total_due" || (kind === "total_debits" && !isOfPurchases(at, outside.above.get(at.line))));
  if (!claims.some((claim) => isDue(claim) && claim.value === closing - opening)) return false;
  const told = [
    ...claims.map(({ value }) => value),
    ...outside.figures.map(({ figure }) => amountOf(figure) ?? 0n),
  ];
  return !told.some((value) => [opening, closing].map(withoutSign).includes(withoutSign(value)));
}

/** Whether what words call a card's purchases is what it owes in the end, and not what its rows come to. */
export function callsPurchasesDue(
  { outside }: AccountInput,
  ledger: Ledger,
  { closing }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const { claims, direction } = ledger;
  if (direction === 1 || closing === null) return false;
  const { debits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  return claims.some(
    ({ kind, value, at, after }) =>
      kind === "total_debits" &&
      after === 0 &&
      value === closing &&
      value !== debits &&
      isOfPurchases(at, outside.above.get(at.line)),
  );
}

/**
 * Whether a figure above the rows, in words for a sum or a balance, is what the card owes with a minus, though what was owed
 * before has none: then one of the two has lost its sign, or is none.
 */
export function owesWithMinus(
  { anchors }: AccountInput,
  { scheme }: Attempt,
  ledger: Ledger,
  { opening, closing }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const { direction, amountOf } = ledger;
  if (direction === 1 || opening === null || closing === null || opening <= 0n || closing <= 0n) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  // Where purchases have a minus, what they come to may have one too.
  if (credits === closing || (debits === closing && scheme?.scheme === "printed")) return false;
  return anchors.before.some(({ kind, figure }) => mayBeDue.has(kind) && amountOf(figure) === -closing);
}
