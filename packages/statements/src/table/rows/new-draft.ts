import type { Figure } from "../../layout/figures.ts";
import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import type { LabelKind } from "../../vocabulary/lexicon.ts";
import { amountAbove } from "../amounts/amount-or-text.ts";
import type { Draft, Entry } from "../draft/drafts.ts";
import { isRightBelow } from "../draft/row-shape.ts";
import { type Header, signatureOf } from "../headings/header.ts";
import { isSum } from "../labels/labels.ts";
import { namesAccount } from "../line/names-account.ts";
import type { DocumentShape } from "./document-shape.ts";
import type { OpenSection } from "./open-section.ts";

type FirstLine = {
  line: MarkedLine;
  date: DateMark;
  dated: boolean;
  amounts: readonly Figure[];
  label: LabelKind | null;
};

/** Where in a table a row stands. */
type Surroundings = { header: Header | null; section: OpenSection };

/** What may be a row, by its first line and what stands above it. */
export function newDraft(
  { line, date, dated, amounts, label }: FirstLine,
  { header, section }: Surroundings,
): Draft {
  return {
    lines: [line],
    date,
    dated,
    figures: amounts.map((figure) => ({ figure, line })),
    label,
    header,
    signature: signatureOf(header),
    section: section.side,
    part: section.part,
    before: [],
    cells: 1,
  };
}

/** Lines of its text that the first row may have above that of its date. */
const mostLeads = 3;

/** A balance without words that anyone knows stands above the first row, in its columns. */
export function takeLineAbove(
  { entries, shape, ...around }: Surroundings & { entries: Entry[]; shape: DocumentShape },
  row: MarkedLine,
  date: DateMark,
): void {
  const [above, below, leads] = aboveText(entries, row);
  if (above?.type !== "line" || around.header?.last === above.line.index) return;
  if (above.line.labels.some(({ value }) => isSum(value))) return;
  // Where amounts have no decimals an account's number looks like one.
  if (namesAccount(above.line)) return;
  const figure = amountAbove(above.line, below, shape.places);
  if (!figure) return;
  const draft = newDraft({ line: above.line, date, dated: false, amounts: [figure], label: null }, around);
  entries.splice(entries.length - 1 - leads, 1, { type: "draft", draft });
}

/** What stands above a row and the lines of its text that lead to it, further in than its date; the first of those, and how many. */
function aboveText(entries: readonly Entry[], row: MarkedLine): [Entry | undefined, MarkedLine, number] {
  let below = row;
  for (let leads = 0; ; leads++) {
    const above = entries.at(-1 - leads);
    const isLead =
      above?.type === "line" &&
      above.text &&
      above.line.x0 > row.x0 + row.size &&
      isRightBelow(below, above.line);
    if (!isLead || leads === mostLeads) return [above, below, leads];
    below = above.line;
  }
}
