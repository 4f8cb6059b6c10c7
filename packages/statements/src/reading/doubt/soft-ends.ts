import type { LabelledFigure } from "../../table/labels/labelled-figures.ts";
import { fold } from "../../text/fold.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { sidesOf, withoutSign } from "../proof/sides.ts";

/** A list below the rows goes on in steps of at most so many letter heights. */
const widestStep = 2.6;

/** Whether right before a figure above the rows stands what heads the column of their balances: "Saldo contabilístico 90,00". */
function isNamedLike({ line, figure }: LabelledFigure, heading: string): boolean {
  const words = fold(heading).split(" ");
  const before = line.words.slice(figure.from - words.length, figure.from).map(({ text }) => text);
  return words.length > 1 && fold(before.join(" ")) === words.join(" ");
}

/**
 * Whether a balance was passed over because its words do not say that it is the last one, and it is none that the rows lead to:
 * below the rows in the column of balances ("Subtotal", "Ledger balance"), or above them in the words of its heading.
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
  const heading = drafts[0]?.header?.cells.find(({ role }) => role === "balance")?.text ?? "";
  const passed = ends.filter(({ end, soft, label }) => {
    if (!soft || end === "opening") return soft && isNamedLike(label, heading);
    const { line, figure } = label;
    const lines = line.index - last.index;
    const isBelow = line.page === last.page && lines > 0;
    return (
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
