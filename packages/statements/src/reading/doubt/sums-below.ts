import type { MarkedLine } from "../../layout/marked-line.ts";
import { findPhrases } from "../../text/phrases.ts";
import { paymentPhrases } from "../../vocabulary/card-summary.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { sidesOf, withoutSign } from "../proof/sides.ts";

/** Lines below the last row, and letter heights from one to the next: a sum further down may be one of something else. */
const mostLines = 2;
const widestStep = 3.5;

/**
 * Whether right below the rows stands a sum of which no words tell what it sums up ("Total", "Total payments"), and which is
 * none of theirs: not of one side, of both, or of the last of them.
 */
export function passesOverSumBelow(
  { drafts, anchors }: AccountInput,
  attempt: Attempt,
  ledger: Ledger,
  { checks, opening, closing }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const last = drafts[Math.max(...attempt.drafts)]?.lines.at(-1);
  if (!last || opening === null || closing === null) return false;
  const below = anchors.after.filter((label) => {
    const { kind, line } = label;
    const lines = line.index - last.index;
    const isNear = line.baseline - last.baseline <= lines * widestStep * line.size;
    return (
      kind === "total" && line.page === last.page && lines > 0 && lines <= mostLines && isNear && isBare(line)
    );
  });
  if (below.length === 0) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const agreed = checks.flatMap(({ printed, computed }) => (printed === computed ? [printed] : []));
  const sums = [debits, credits, debits + credits, ...lastSums(ledger, signs)];
  const explained = new Set([0n, opening, closing, closing - opening, ...sums, ...agreed].map(withoutSign));
  return below.some(({ figure }) => {
    const value = ledger.amountOf(figure);
    return value !== null && !explained.has(withoutSign(value));
  });
}

/** Whether a line has one figure, and before it nothing but words for a sum, or for what all rows are. */
function isBare(line: MarkedLine): boolean {
  const [label] = line.labels;
  const [figure, ...more] = line.figures;
  if (!label || !figure || more.length > 0) return false;
  const others = line.words.slice(0, figure.from).filter((_, at) => at < label.from || at >= label.to);
  const texts = others.map(({ text }) => text).filter((text) => /\p{L}/u.test(text));
  return (
    texts.length === 0 ||
    findPhrases(texts, paymentPhrases).some(({ from, to }) => to - from === texts.length)
  );
}

/** What the last row, the last two and so on come to: rows of one part are summed up below it. */
function lastSums({ items }: Ledger, signs: ReadonlyMap<number, Sign>): bigint[] {
  let sum = 0n;
  return items.toReversed().flatMap((item) => {
    if (item.type !== "row") return [];
    sum += BigInt(signs.get(item.draft) ?? 0) * item.magnitude;
    return [sum];
  });
}
