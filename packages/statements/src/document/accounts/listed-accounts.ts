import type { MarkedLine } from "../../layout/marked-line.ts";
import type { StatementAccount } from "../../statement.ts";
import type { Entry } from "../../table/draft/drafts.ts";
import { fold } from "../../text/fold.ts";
import { kindOf } from "./entry-kind.ts";

/** An account's part of a document, with the line of the overview that lists its balance. */
export type ListedPart = { entries: Entry[]; listing: MarkedLine };

/**
 * Accounts that an overview above all rows lists by the headings over their own rows ("HKD Savings  72,438.96"), each with an
 * opening balance. Null where there are not several of them.
 */
export function partsByListing(entries: readonly Entry[]): ListedPart[] | null {
  const first = entries.findIndex((entry) => kindOf(entry) === "opening");
  const listings = entries
    .slice(0, Math.max(0, first))
    .flatMap((entry) => (entry.type === "line" && hasAmount(entry.line) ? [entry.line] : []));
  const cuts: { at: number; listing: MarkedLine }[] = [];
  for (const [at, entry] of listings.length > 1 ? entries.entries() : []) {
    if (kindOf(entry) !== "opening") continue;
    const heading = headingAbove(entries, at, listings);
    if (heading && cuts.every(({ listing }) => listing !== heading.listing)) cuts.push(heading);
  }
  if (cuts.length < 2) return null;
  return cuts.map(({ at, listing }, index) => ({
    entries: entries.slice(index === 0 ? 0 : at, cuts[index + 1]?.at),
    listing,
  }));
}

/** Whether the overview says of an account that its last balance is the one that its rows lead to. */
export function isListed({ closing_balance: closing }: StatementAccount, { figures }: MarkedLine): boolean {
  const digits = (text: string) => text.replace(/\D/g, "");
  return closing !== null && figures.some(({ text }) => digits(text) === digits(closing));
}

/** The line of text between an opening balance and the rows before it that the overview has too. */
function headingAbove(
  entries: readonly Entry[],
  opening: number,
  listings: readonly MarkedLine[],
): { at: number; listing: MarkedLine } | null {
  for (let at = opening - 1; at >= 0; at--) {
    const entry = entries[at]!;
    if (entry.type !== "line" || hasAmount(entry.line)) return null;
    const name = fold(entry.line.text);
    const listing = listings.find(({ text }) => fold(text).startsWith(`${name} `));
    if (name !== "" && listing) return { at, listing };
  }
  return null;
}

function hasAmount({ figures }: MarkedLine): boolean {
  return figures.some(({ weak }) => !weak);
}
