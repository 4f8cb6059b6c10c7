import type { MarkedLine } from "../../layout/marked-line.ts";
import type { Draft } from "../../table/draft/drafts.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";

/** Of fewer lines it may be chance. */
const fewestRows = 3;

/** An amount and a balance: a day of value may have one figure behind it. */
const fewestAmounts = 2;

/**
 * Whether behind each row stands another one, of a table beside it: a date, a text and amounts as many as a row with its balance
 * has. They were read as columns of the row, and left out.
 */
export function holdsTwoRows({ drafts: all }: AccountInput, { drafts }: Attempt): boolean {
  const rows = drafts.map((index) => all[index]!).filter(({ dated, label }) => dated && label === null);
  const twice = rows.filter(isFollowed).length;
  return twice >= fewestRows && twice * 2 > rows.length;
}

function isFollowed({ date, lines: [line] }: Draft): boolean {
  return line!.dates.some(({ from, to }) => {
    if (from < date.to || amountsIn(line!, date.to, from).length < fewestAmounts) return false;
    const amounts = amountsIn(line!, to, line!.words.length);
    const text = line!.words.slice(to, amounts[0]?.from ?? to);
    return amounts.length >= fewestAmounts && text.some((word) => /\p{L}{2}/u.test(word.text));
  });
}

function amountsIn({ figures }: MarkedLine, first: number, last: number) {
  return figures.filter(({ weak, from, to }) => !weak && from >= first && to <= last);
}
