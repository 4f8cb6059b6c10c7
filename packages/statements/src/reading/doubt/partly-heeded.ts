import { type Figure, mayCountRows } from "../../layout/figures.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { sidesOf, withoutSign } from "../proof/sides.ts";

/**
 * Whether a line of sums has one that agrees with the rows, so that it is about them, and beside it a figure that is
 * neither a sum nor a balance of theirs: the sum of the other side, say, or the last balance.
 */
export function heedsSumsPartly(
  { anchors }: AccountInput,
  { model, choice }: Attempt,
  ledger: Ledger,
  { checks, opening, closing }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const agreed = checks.filter(({ kind, printed, computed }) => kind !== "count" && printed === computed);
  const lines = new Set(agreed.flatMap(({ at, printed }) => (at && printed !== 0n ? [at.line] : [])));
  const labels = [...anchors.before, ...anchors.between.map(({ label }) => label), ...anchors.after].filter(
    ({ kind, all, line }) => sums.has(kind) && all.length > 1 && lines.has(line),
  );
  if (labels.length === 0) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const balances = ledger.items.map((item) => (item.type === "row" ? item.balance : item.value));
  const ends = [...balances, opening, closing].filter((value) => value !== null);
  const printed = agreed.map((check) => check.printed);
  const explained = new Set(
    [0n, debits, credits, credits - debits, credits + debits, ...ends, ...printed].map(withoutSign),
  );
  const isIgnored = (figure: Figure) => {
    if (mayCountRows(figure)) return true;
    const column = model.columnOf(figure);
    return column !== null && choice.roles[column] === "ignored";
  };
  return labels.some(({ all }) =>
    all.some((figure) => {
      const value = isIgnored(figure) ? null : ledger.amountOf(figure);
      return value !== null && !explained.has(withoutSign(value));
    }),
  );
}

const sums: ReadonlySet<string> = new Set(["total", "total_debits", "total_credits"]);
