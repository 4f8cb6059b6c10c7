import { fold } from "../../text/fold.ts";
import { findPhrases, type Phrases } from "../../text/phrases.ts";
import { beforeHeadings, chargeHeadings } from "../../vocabulary/extra-columns.ts";
import type { Header } from "../headings/header.ts";
import { overlaps } from "../line/span.ts";
import type { ColumnModel } from "./column-model.ts";

/** The columns of what is charged for each row, and of the balance before it, by their headings. */
export function extraColumns(
  { spans, headed }: ColumnModel,
  header: Header | null,
): Pick<ColumnModel, "charges" | "before"> {
  const others = header?.cells.filter(({ role }) => role === "other") ?? [];
  const under = (meaning: Phrases<true>) =>
    spans.flatMap((span, column) => {
      const isHeaded = others.some((cell) => overlaps(cell, span) && says(cell.text, meaning));
      return headed[column] === "other" && isHeaded ? [column] : [];
    });
  if (others.length === 0) return {};
  const [before, ...more] = under(beforeHeadings);
  return { charges: under(chargeHeadings), ...(more.length === 0 && before !== undefined && { before }) };
}

function says(text: string, meaning: Phrases<true>): boolean {
  return findPhrases(text.split(" "), meaning).some(({ letters }) => letters === fold(text).length);
}
