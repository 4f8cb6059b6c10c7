import type { MarkedLine } from "../../layout/marked-line.ts";
import { takeMarksBelow } from "../amounts/marks-below.ts";
import { takeMarksBeside } from "../amounts/marks-beside.ts";
import { joinSplitRows } from "../dates/split-rows.ts";
import type { Entry } from "../draft/drafts.ts";
import type { Header } from "../headings/header.ts";
import { withDatedSummaries } from "./dated-summaries.ts";
import { DraftBuilder } from "./draft-builder.ts";
import { withHeadedSums } from "./headed-sums.ts";
import { withoutNothingCharged } from "./nothing-charged.ts";
import { withoutOtherBalances } from "./other-balances.ts";
import { withoutOverviewTotals } from "./overview-totals.ts";
import { withoutRepeatedTables } from "./repeated-tables.ts";
import { withoutRewardBalances } from "./reward-balances.ts";
import { spreadText } from "./spread-text.ts";
import { withUnknownSums } from "./unknown-sums.ts";
import { withUnreadTables } from "./unread-tables.ts";

/** The document's lines as drafts of rows, figures with a label, and lines that are neither. */
export function toEntries(lines: readonly MarkedLine[], headers: ReadonlyMap<number, Header>): Entry[] {
  const builder = new DraftBuilder(lines);
  for (let at = 0; at < lines.length; at++) {
    const header = headers.get(at);
    if (header) {
      builder.head(header);
      at = header.last;
    } else at = builder.add(at);
  }
  const entries = joinSplitRows(withoutRewardBalances(withDatedSummaries(builder.entries)));
  for (const entry of entries) if (entry.type === "draft") takeMarksBelow(entry.draft);
  takeMarksBeside(entries);
  const spread = spreadText(withUnreadTables(entries, headers));
  // A line with nothing but the mark has come to its row with the lines of text.
  for (const entry of spread) if (entry.type === "draft") takeMarksBelow(entry.draft);
  const rows = withoutOtherBalances(withoutNothingCharged(withHeadedSums(withUnknownSums(spread))));
  return withoutOverviewTotals(withoutRepeatedTables(rows));
}
