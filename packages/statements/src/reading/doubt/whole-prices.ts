import { isZero } from "../../layout/figures.ts";
import type { Attempt } from "../interpret/attempts.ts";
import { magnitudeOf } from "../interpret/interpret.ts";
import { isAmountRole } from "../interpret/roles.ts";

const mostInstalments = 72n;

/**
 * Whether each column that is left out prints what a purchase costs as a whole, beside what of it is to be paid now: in every row
 * just as much, or so many times as much, and both in some. A column of fees may be left out where it has noughts alone.
 */
export function areWholePrices({ choice, model, style }: Attempt): boolean {
  const paid = choice.roles.findIndex(isAmountRole);
  const left = choice.roles.flatMap((role, column) => (role === "ignored" ? [column] : []));
  if (paid < 0 || left.length === 0) return false;
  return left.every((column) => {
    if (model.headed[column] === "balance") return false;
    let [same, several] = [0, 0];
    for (const row of model.cells) {
      const [part, whole] = [row[paid], row[column]];
      if (!whole || isZero(whole)) continue;
      const [some, all] = [part && magnitudeOf(part, style), magnitudeOf(whole, style)];
      if (!some || !all) return false;
      if (all === some) same++;
      else if (isMultiple(all, some)) several++;
      else return false;
    }
    return same > 0 && several > 0;
  });
}

/** So many times an instalment, give or take what rounding leaves. */
function isMultiple(whole: bigint, part: bigint): boolean {
  const times = (whole + part / 2n) / part;
  const apart = whole - times * part;
  return times > 1n && times <= mostInstalments && (apart < 0n ? -apart : apart) <= times;
}
