import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import type { Interpretation } from "../interpret/interpret.ts";
import type { Ledger, LedgerItem } from "../ledger/ledger.ts";
import { hasAmount } from "./left-out-rows.ts";

/**
 * Without a printed last balance a row that was left out at the end would leave no trace. Lines of text with a figure in it
 * are none: they have neither a date nor anything under the columns of amounts.
 */
export function endsOpen(
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

/** A dated line with a balance and no amount may be an opening balance, or a row whose amount was not read. */
export function opensWithRow({ known }: AccountInput, { items, opening }: Ledger): boolean {
  const [first] = items;
  return known && opening.length === 0 && first?.type === "point" && !first.named;
}

/**
 * Rows may be another account's where a balance among them is said to be the last one, and no other is below them. A balance
 * that the next line begins with again is carried to the next page; nothing at all may be what two accounts have.
 */
export function goesOn({ items, closing }: Ledger): boolean {
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
export function opensFromNothing(
  { model, direction }: Attempt,
  { values }: Interpretation,
  { items, opening }: Ledger,
): boolean {
  const [first] = items;
  if (direction === -1 || opening.length > 0 || first?.type !== "row") return false;
  const isSigned = values.get(first.draft)?.amount.sign === 1;
  return first.balance === first.magnitude && !isSigned && !model.headed.some((role) => role === "credit");
}
