import type { Figure } from "../layout/figures.ts";
import type { DateMark, MarkedLine } from "../layout/marked-line.ts";
import type { LabelKind } from "../vocabulary/lexicon.ts";
import type { Draft } from "./drafts.ts";
import { type Header, signatureOf } from "./headers.ts";
import type { OpenSection } from "./open-section.ts";

type FirstLine = {
  line: MarkedLine;
  date: DateMark;
  dated: boolean;
  amounts: readonly Figure[];
  label: LabelKind | null;
};

/** What may be a row, by its first line and what stands above it. */
export function newDraft(
  { line, date, dated, amounts, label }: FirstLine,
  { header, section }: { header: Header | null; section: OpenSection },
): Draft {
  const figures = amounts.map((figure) => ({ figure, line }));
  const above = { header, signature: signatureOf(header), section: section.side, part: section.part };
  return { lines: [line], date, dated, figures, label, ...above, before: [], cells: 1 };
}
