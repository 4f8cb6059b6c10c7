import type { MarkedLine } from "../../layout/marked-line.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import type { Proof } from "../proof/proof.ts";

/** Points by which dates of one column begin apart. */
const tolerance = 2;

/**
 * Whether lines below rows begin with a day of their own and have text and no amount, on a paper that the sum of one side alone
 * proves: they are rows of the other side, whose column is gone. Where each row has such a line, it prints a second day.
 */
export function swallowsRows({ drafts: all }: AccountInput, { drafts }: Attempt, { checks }: Proof): boolean {
  const [kind, ...others] = new Set(checks.map((check) => check.kind));
  if (others.length > 0 || (kind !== "total_debits" && kind !== "total_credits")) return false;
  const rows = drafts.map((index) => all[index]!).filter(({ dated, label }) => dated && label === null);
  const dated = rows.map((row) => row.lines.slice(1).filter((line) => beginsAlike(line, row)));
  const isOfEach = dated.every((own) => own.length === 1);
  return !isOfEach && dated.some((own) => own.some(isText));
}

/** Whether a line begins with a date where its row does. */
function beginsAlike({ dates: [first] }: MarkedLine, { date }: Draft): boolean {
  return first?.from === 0 && Math.abs(first.x0 - date.x0) < tolerance;
}

function isText({ words, dates, figures }: MarkedLine): boolean {
  const isBare = figures.every(({ weak }) => weak);
  return isBare && words.slice(dates[0]!.to).some(({ text }) => /\p{L}{2}/u.test(text));
}
