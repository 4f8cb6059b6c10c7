import { isCurrency, minorDigits } from "@finflow/money/currency";
import type { Figure } from "../layout/figures.ts";
import type { NumberStyle } from "../reading/interpret.ts";
import type { DecimalMark } from "../values/printed-number.ts";

/**
 * The decimal mark and number of decimals of a document, from its figures: most can be read in one way only. Both
 * marks where nothing tells ("1,234" alone).
 */
export function numberStyles(figures: readonly Figure[], currency: string | null): NumberStyle[] {
  const digits = currency !== null && isCurrency(currency) ? minorDigits(currency) : null;
  const votes = { ".": 0, ",": 0 };
  let longest = 0;
  for (const { readings } of figures) {
    const likely = readings.filter(({ fraction }) => fraction.length < 3 || digits === 3);
    const [only] = likely.length > 0 ? likely : readings;
    if (likely.length === 1 && only?.mark) votes[only.mark]++;
    if (only) longest = Math.max(longest, only.fraction.replace(/0+$/, "").length);
  }
  // Printed decimals are never cut off, whatever the currency's own number of them.
  const used = Math.max(digits ?? 2, Math.min(longest, 3));
  const marks: DecimalMark[] = votes["."] > votes[","] ? ["."] : votes[","] > votes["."] ? [","] : [".", ","];
  return marks.map((mark) => ({ mark, digits: used }));
}
