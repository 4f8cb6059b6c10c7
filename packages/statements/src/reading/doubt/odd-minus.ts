import type { Interpretation } from "../interpret/interpret.ts";

/** Of fewer amounts with a mark of their side one with a minus too is no exception. */
const fewestMarked = 4;

/**
 * Whether one amount alone has a minus besides the mark of its side ("-900.00 CR" among "900.00 CR"): one of the two is wrong, or
 * it is taken back.
 */
export function hasOddMinus({ items, values }: Interpretation): boolean {
  let [marked, minus] = [0, 0];
  for (const item of items) {
    if (item.type !== "row") continue;
    const { side, sign } = values.get(item.draft)!.amount;
    if (side === null) continue;
    marked++;
    if (sign === -1) minus++;
  }
  return minus === 1 && marked >= fewestMarked;
}
