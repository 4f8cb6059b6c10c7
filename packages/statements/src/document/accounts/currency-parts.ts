import { isCurrency } from "@finflow/money/currency";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { Draft, Entry } from "../../table/draft/drafts.ts";
import { kindOf } from "./entry-kind.ts";

/** Fewer rows of a currency may be foreign amounts. */
const fewest = 2;

/**
 * The rows of each currency, where one table lists those of several and each row names its own: accounts of a wallet. A line of
 * an overview that names one of them is of that part alone, all others are of each. Null where there are not several.
 */
export function partsByCurrency(entries: readonly Entry[]): Entry[][] | null {
  const rows = new Map<Entry, string>();
  for (const entry of entries) {
    if (entry.type !== "draft" || kindOf(entry) !== null) continue;
    const own = currencyOfRow(entry.draft);
    if (own === null) return null;
    rows.set(entry, own);
  }
  const codes = [...new Set(rows.values())];
  const counts = codes.map((code) => [...rows.values()].filter((each) => each === code).length);
  if (codes.length < 2 || counts.some((count) => count < fewest)) return null;
  return codes.map((code) =>
    entries.filter((entry) => (rows.get(entry) ?? namedBy(entry, codes) ?? code) === code),
  );
}

/** The one currency that a row's amounts name, or the one code among its words. */
function currencyOfRow({ figures, lines }: Draft): string | null {
  const named = new Set(figures.flatMap(({ figure }) => figure.currency ?? []));
  const codes = named.size > 0 ? named : new Set(codesOf(lines[0]!));
  const [only, ...more] = codes;
  return only !== undefined && more.length === 0 ? only : null;
}

/** The one of the rows' currencies that a line names. */
function namedBy(entry: Entry, codes: readonly string[]): string | null {
  const line =
    entry.type === "line" ? entry.line : entry.type === "label" ? entry.label.line : entry.draft.lines[0]!;
  const named = new Set(
    [...codesOf(line), ...line.figures.flatMap(({ currency }) => currency ?? [])].filter((code) =>
      codes.includes(code),
    ),
  );
  const [only, ...more] = named;
  return only !== undefined && more.length === 0 ? only : null;
}

function codesOf({ words }: MarkedLine): string[] {
  return words.flatMap(({ text }) => (/^[A-Z]{3}$/.test(text) && isCurrency(text) ? [text] : []));
}
