import type { Entry } from "../draft/drafts.ts";
import { isOtherBalance } from "../labels/labels.ts";

/** "30/04  Saldo bloqueado anterior  0,00" among rows: a day beside a balance that is not the account's makes no row of it. */
export function withoutOtherBalances(entries: readonly Entry[]): Entry[] {
  return entries.map((entry) => {
    if (entry.type !== "draft" || !entry.draft.dated || entry.draft.lines.length > 1) return entry;
    const [line] = entry.draft.lines;
    // A row has a balance beside its amount.
    if (entry.draft.figures.filter(({ figure }) => !figure.weak).length > 1) return entry;
    return isOtherBalance(line!) ? { type: "line", line: line!, stray: false, text: false } : entry;
  });
}
