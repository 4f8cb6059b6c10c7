import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { sidesOf, withoutSign } from "../proof/sides.ts";

/** A list below the rows goes on in steps of at most so many letter heights. */
const widestStep = 2.6;

/**
 * Whether a balance below the rows, in the column of balances, was passed over because its words do not say that it is the last
 * one, and it is none that the rows lead to: "Subtotal", "Ledger balance".
 */
export function passesOverSoftEnd(
  { drafts, ends }: AccountInput,
  attempt: Attempt,
  ledger: Ledger,
  { checks, opening, closing }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const column = attempt.choice.roles.indexOf("balance");
  const last = drafts[Math.max(...attempt.drafts)]?.lines.at(-1);
  if (attempt.softEnds || column < 0 || !last || opening === null || closing === null) return false;
  const passed = ends.filter(({ end, soft, label: { line, figure } }) => {
    const lines = line.index - last.index;
    const isBelow = line.page === last.page && lines > 0;
    return (
      end === "closing" &&
      soft &&
      isBelow &&
      attempt.model.columnOf(figure) === column &&
      line.baseline - last.baseline <= lines * widestStep * line.size
    );
  });
  if (passed.length === 0) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const agreed = checks.flatMap(({ printed, computed }) => (printed === computed ? [printed] : []));
  const explained = new Set(
    [0n, opening, closing, debits, credits, closing - opening, ...agreed].map(withoutSign),
  );
  return passed.some(({ label }) => {
    const value = ledger.amountOf(label.figure);
    return value !== null && !explained.has(withoutSign(value));
  });
}
