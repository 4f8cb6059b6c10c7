import type { Interpretation } from "../interpret/interpret.ts";

/** Of fewer amounts with a mark of their side one with a minus too is no exception, nor one without a sign among as many. */
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

/** Whether one amount alone has no sign among some with a plus and some with a minus: it may have lost either. */
export function lacksSign({ items, values }: Interpretation): boolean {
  let [plus, minus, bare] = [0, 0, 0];
  for (const item of items) {
    if (item.type !== "row" || item.magnitude === 0n) continue;
    const { side, sign } = values.get(item.draft)!.amount;
    if (side !== null) continue;
    if (sign === 1) plus++;
    else if (sign === -1) minus++;
    else bare++;
  }
  return bare === 1 && plus > 0 && minus > 0 && plus + minus >= fewestMarked;
}
