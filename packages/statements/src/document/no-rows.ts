import type { Figure } from "../layout/figures.ts";
import type { MarkedLine } from "../layout/marked-line.ts";
import { balanceOf } from "../reading/interpret.ts";
import type { StatementAccount } from "../statement.ts";
import type { Entry } from "../table/drafts.ts";
import type { LabelKind } from "../vocabulary/lexicon.ts";
import { type AccountFacts, toEmptyAccount } from "./account.ts";
import { numberStyles } from "./number-style.ts";

/**
 * A statement without transactions: an opening balance, the same again as the closing one, the period, and no figure
 * besides. Null for all other papers: there may be rows that were not found.
 */
export function accountWithoutRows(
  entries: readonly Entry[],
  lines: readonly MarkedLine[],
  facts: AccountFacts,
): StatementAccount | null {
  const labels = entries.flatMap(balancesOf);
  const opening = labels.find(({ kind }) => kind === "opening");
  const closing = labels.findLast(({ kind }) => kind === "closing");
  if (!opening || !closing || facts.period === null) return null;
  const [choice] = numberStyles(
    labels.map(({ figure }) => figure),
    facts.currency,
  );
  const { style } = choice!;
  const balance = balanceOf(opening.figure, style, 1);
  const isKnown = (value: bigint | null) => value === balance || value === 0n;
  const figures = lines.flatMap((line) => line.figures.filter(({ weak }) => !weak));
  if (balance === null || balanceOf(closing.figure, style, 1) !== balance) return null;
  if (!figures.every((figure) => isKnown(balanceOf(figure, style, 1)))) return null;
  return toEmptyAccount(facts, balance, { line: closing.line, figure: closing.figure }, style.digits);
}

/** A balance with its words, with or without a date before them. */
function balancesOf(entry: Entry): { kind: LabelKind; figure: Figure; line: MarkedLine }[] {
  if (entry.type === "label") return [entry.label];
  const kind = entry.type === "draft" ? entry.draft.label : null;
  if (entry.type !== "draft" || kind === null) return [];
  return entry.draft.figures.slice(0, 1).map(({ figure, line }) => ({ kind, figure, line }));
}
