import type { MarkedLine } from "../../layout/marked-line.ts";
import { isListed } from "../labels/labels.ts";
import type { Entry } from "./drafts.ts";

/**
 * Whether a sum is one of several that stand below one another above the rows ("Deposits 500.00 | Withdrawals 80.00 |
 * Transactions 12"): then it heads no section, though its words may.
 *
 * @param entries what stands above the line
 */
export function isOfSummary(
  line: MarkedLine,
  below: MarkedLine | undefined,
  entries: readonly Entry[],
): boolean {
  if (isListed(line, below)) return true;
  const [before, above] = [entries.at(-2), entries.at(-1)];
  // The sum of the section above stands below its rows.
  return above?.type === "label" && before?.type !== "draft" && isListed(above.label.line, line);
}
