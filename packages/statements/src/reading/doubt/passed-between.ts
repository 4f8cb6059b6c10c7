import type { MarkedLine } from "../../layout/marked-line.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import type { Ledger, Place } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { sidesOf, withoutSign } from "../proof/sides.ts";
import { isNext } from "./passed-over.ts";

/**
 * Whether between two rows, right below the one or right above the other, a figure alone in the column of balances is neither
 * the balance there nor a sum: what its words do not say may be what is carried to the next page.
 */
export function passesOverBetween(
  { drafts, outside, anchors }: AccountInput,
  attempt: Attempt,
  ledger: Ledger,
  { opening, closing }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const { model, choice } = attempt;
  const column = choice.roles.indexOf("balance");
  if (column < 0 || model.spans.length === 0 || opening === null || closing === null) return false;
  const labelled = anchors.between
    .filter(({ label: { kind } }) => kind === "total" || kind === "balance_on")
    .map(({ after, label: { line, figure } }) => ({ after, line, figure }));
  // A line that this reading leaves out, without a date of its own, may be no row.
  const chosen = new Set(attempt.drafts);
  const left = drafts.flatMap(({ dated, figures }, index) =>
    dated || chosen.has(index) ? [] : figures.map((place) => ({ ...place, after: index })),
  );
  const candidates = [...outside.figures, ...labelled, ...left].filter(
    ({ after, line, figure }) =>
      after > 0 &&
      after < anchors.drafts &&
      line.figures.filter(({ weak }) => !weak).length === 1 &&
      model.columnOf(figure) === column &&
      isBesideRow(line, drafts[after - 1]!.lines.at(-1)!, drafts[after]!.lines[0]!),
  );
  if (candidates.length === 0) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const ends = [0n, opening, closing, closing - opening, debits, credits].map(withoutSign);
  const around = balancesAround(ledger, opening, signs);
  return candidates.some(({ after, figure }: Place & { after: number }) => {
    const value = ledger.amountOf(figure);
    const known = [...(around.get(after - 1) ?? []), ...(around.get(after) ?? [])].map(withoutSign);
    return value !== null && known.length > 0 && ![...ends, ...known].includes(withoutSign(value));
  });
}

function isBesideRow(line: MarkedLine, above: MarkedLine, below: MarkedLine): boolean {
  return isNext(above, line) || isNext(line, below);
}

/** The balances before and after each row, by its draft. */
function balancesAround(
  { items, direction }: Ledger,
  opening: bigint,
  signs: ReadonlyMap<number, Sign>,
): Map<number, [before: bigint, after: bigint]> {
  const around = new Map<number, [bigint, bigint]>();
  let balance = opening;
  for (const item of items) {
    if (item.type !== "row") continue;
    const before = balance;
    balance += BigInt((signs.get(item.draft) ?? 0) * direction) * item.magnitude;
    around.set(item.draft, [before, balance]);
  }
  return around;
}
