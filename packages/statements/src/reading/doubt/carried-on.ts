import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import { magnitudeOf } from "../interpret/interpret.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { withoutSign } from "../proof/sides.ts";

/**
 * Whether what is carried from page to page, on a paper without a column of balances, is neither the balance there nor a sum
 * of rows up to there: with such a column it would contradict them.
 */
export function contradictsCarried(
  { anchors }: AccountInput,
  { style, choice, model }: Attempt,
  { items, direction }: Ledger,
  { opening, closing }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const carried = anchors.between.filter(({ label }) => label.kind === "carried" && label.all.length === 1);
  // In no columns a balance stands in none either.
  if (opening === null || closing === null || (choice.roles.includes("balance") && model.spans.length > 0))
    return false;
  if (carried.length === 0) return false;
  const rows = items.filter((item) => item.type === "row").toSorted((a, b) => a.draft - b.draft);
  // On papers that begin with the newest row the balance is what it was before the rows above.
  const [first, last] = items.filter((item) => item.type === "row");
  const isNewestFirst = first !== undefined && last !== undefined && first.draft > last.draft;
  let [debits, credits, next] = [0n, 0n, 0];
  // The sums where the page before ended; what heads the next one repeats them, with no row between.
  let ended: bigint[] = [0n];
  let reached: bigint[] = [0n];
  return carried.some(({ after, label }) => {
    if (next < rows.length && rows[next]!.draft < after) ended = reached;
    for (; next < rows.length && rows[next]!.draft < after; next++) {
      const { draft, magnitude } = rows[next]!;
      if (signs.get(draft) === -1) debits += magnitude;
      if (signs.get(draft) === 1) credits += magnitude;
    }
    const net = (credits - debits) * BigInt(direction);
    const balance = isNewestFirst ? closing - net : opening + net;
    const sums = [debits, credits, net, debits + credits, opening + credits, opening + debits];
    const known = [0n, opening, closing, balance, ...sums];
    // A page's own sum is what its rows add to those before.
    const onPage = ended.flatMap((sum) => sums.map((each) => each - sum));
    reached = [debits, credits, net];
    const value = magnitudeOf(label.figure, style);
    return value !== null && ![...known, ...onPage].some((each) => withoutSign(each) === value);
  });
}
