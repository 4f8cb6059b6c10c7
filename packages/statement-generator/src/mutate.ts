import { type Random, randomOf } from "./random.ts";
import type { AccountSpec, Printed, StatementSpec } from "./statement-spec.ts";

/** What went wrong after the figures were right. Each changes what is printed, and so the truth with it. */
const mutations: Record<string, (printed: Printed, random: Random, spec: StatementSpec) => boolean> = {
  "row dropped": ({ rows }, random) => {
    if (rows.length < 3) return false;
    rows.splice(random.whole(0, rows.length - 1), 1);
    return true;
  },
  "row printed twice": ({ rows }, random) => {
    if (rows.length === 0) return false;
    const at = random.whole(0, rows.length - 1);
    rows.splice(at, 0, { ...rows[at]!, text: [...rows[at]!.text] });
    return true;
  },
  "digit of an amount": ({ rows }, random) => {
    if (rows.length === 0) return false;
    const row = random.pick(rows);
    row.amount = otherDigit(row.amount, random);
    return true;
  },
  "digit of a balance": ({ rows }, random) => {
    const shown = rows.filter(({ balance }) => balance !== null);
    if (shown.length === 0) return false;
    const row = random.pick(shown);
    row.balance = otherDigit(row.balance!, random);
    return true;
  },
  "balance left out": ({ rows }, random) => {
    const shown = rows.filter(({ balance }) => balance !== null);
    if (shown.length < 2) return false;
    random.pick(shown).balance = null;
    return true;
  },
  "opening altered": (printed, random) => {
    if (printed.opening === null) return false;
    printed.opening = otherDigit(printed.opening, random);
    return true;
  },
  "closing altered": (printed, random) => {
    if (printed.closing === null) return false;
    printed.closing = otherDigit(printed.closing, random);
    return true;
  },
  "total altered": (printed, random) => {
    if (!printed.totals) return false;
    const side = random.pick(["debits", "credits"] as const);
    printed.totals[side] = otherDigit(printed.totals[side], random);
    return true;
  },
  "headings swapped": (printed, _random, { dimensions, country }) => {
    if (country.unfamiliar || dimensions.headings === "none" || dimensions.rules === "ragged") return false;
    if (dimensions.columns === "one signed amount" || dimensions.columns === "amount without side")
      return false;
    // Balances and sums that stand under the headings alone change their side too: that is the paper of an overdrawn account.
    const { balance, opening, closing, totals, totalsAt } = dimensions;
    const isBeside = (end: string | undefined) => end === "in the summary" || end === "both places";
    const isSummed = totals !== "none" && totalsAt !== "under the rows";
    if (balance === "none" && !isSummed && !isBeside(opening) && !isBeside(closing)) return false;
    printed.swapped = true;
    return true;
  },
};

export const mutationNames: readonly string[] = Object.keys(mutations);

/** The statement with one thing about it altered after it was right; the same for the same seed. */
export function mutate(original: StatementSpec): StatementSpec {
  const spec = structuredClone(original);
  const random = randomOf(spec.seed, "mutation");
  // Both are figures beside the rows that the proof by hand does not look at.
  spec.dimensions.carried = "no";
  if (spec.dimensions.decoy === "daily balances") spec.dimensions.decoy = "none";
  const account: AccountSpec = random.pick(spec.accounts);
  for (const name of random.shuffle(mutationNames)) {
    if (!mutations[name]!(account.printed, random, spec)) continue;
    spec.dimensions.mutation = name;
    break;
  }
  return spec;
}

/** The figure with one digit changed; never to zero. */
function otherDigit(value: bigint, random: Random): bigint {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString();
  const at = random.whole(0, digits.length - 1);
  const others = [..."0123456789"].filter((digit) => digit !== digits[at] && !(at === 0 && digit === "0"));
  const changed = BigInt(digits.slice(0, at) + random.pick(others) + digits.slice(at + 1));
  return negative ? -changed : changed;
}
