import type { AccountInput, Attempt } from "./attempts.ts";
import type { Ledger } from "./ledger.ts";
import type { Proof } from "./proof.ts";
import { withoutSign } from "./sides.ts";

/** A line belongs to the rows above it up to so many letter heights below them. */
const widestStep = 2.6;

/**
 * Whether a figure in words that may mean a balance ("Saldo total", "Saldo i fjor") was passed over though the account's
 * first or last balance is printed nowhere else: it may be that one, and then contradicts the one that the rows lead to.
 */
export function passesOverEnd({ anchors }: AccountInput, ledger: Ledger, proof: Proof): boolean {
  const { items, opening, closing, amountOf } = ledger;
  if (proof.opening === null || proof.closing === null) return false;
  const last = items.at(-1);
  const isOpeningPrinted = opening.length > 0 || items[0]?.type === "point";
  const isClosingPrinted =
    closing.length > 0 || last?.type === "point" || (last?.type === "row" && last.balance !== null);
  if (isOpeningPrinted && isClosingPrinted) return false;
  const net = proof.closing - proof.opening;
  // On a card that is paid in full what is owed is what was spent, so a sum explains nothing.
  const isCard = ledger.direction === -1;
  const agreed = proof.checks.flatMap(({ printed, computed }) =>
    printed === computed && !isCard ? [printed] : [],
  );
  const explained = new Set([0n, proof.opening, proof.closing, net, ...agreed].map(withoutSign));
  return anchors.before
    .filter(({ kind }) => kind === "total" || kind === "balance_on")
    .map(({ figure }) => amountOf(figure))
    .some((value) => value !== null && !explained.has(withoutSign(value)));
}

/**
 * Whether a figure in unknown words stands in the column of balances right below the last row and is another than the
 * last row's: it may be the closing balance.
 */
export function passesOverLast(
  { drafts, outside, anchors }: AccountInput,
  attempt: Attempt,
  ledger: Ledger,
  proof: Proof,
): boolean {
  const column = attempt.choice.roles.indexOf("balance");
  const end = Math.max(...attempt.drafts);
  const last = drafts[end]?.lines.at(-1);
  if (column < 0 || !last || ledger.closing.length > 0) return false;
  if (proof.opening === null || proof.closing === null) return false;
  // Below rows that stand newest first it is the opening balance.
  const ends = new Set([proof.opening, proof.closing].map(withoutSign));
  const left = drafts.slice(end + 1).flatMap((draft) => draft.figures);
  const below = outside.figures.filter(({ after }) => after >= anchors.drafts);
  return [...left, ...below].some(({ line, figure }) => {
    if (line.labels.length > 0 || line.page !== last.page) return false;
    if (line.baseline - last.baseline > widestStep * line.size) return false;
    // Where rows stand in no columns, balances do not either.
    const isBalance = attempt.model.spans.length === 0 || attempt.model.columnOf(figure) === column;
    const value = isBalance && !figure.weak ? ledger.amountOf(figure) : null;
    return value !== null && !ends.has(withoutSign(value));
  });
}
