import type { Figure } from "../../layout/figures.ts";
import type { Side } from "../../vocabulary/lexicon.ts";

/** How the sign of an amount in a column for both sides is found. */
export type SignScheme = "printed" | "inverted" | "type" | "section" | "all_debit" | "chain";

export type SchemeChoice = { scheme: SignScheme; cost: number };

export type SchemeEvidence = {
  /** Amounts of the one column. */
  amounts: readonly Figure[];
  /** Rows whose type column or section names a side. */
  typed: number;
  sectioned: number;
  /** Sections that these rows stand in. */
  parts: number;
  rows: number;
  /** Whether the paper is a card's. */
  card: "card" | "perhaps" | "no";
};

/** The sides of sections in unknown words are searched for: of more, nearly any sum can be had. */
const mostParts = 6;

/** The schemes that the paper gives any ground for, the best founded first. */
export function schemeChoices({
  amounts,
  typed,
  sectioned,
  parts,
  rows,
  card,
}: SchemeEvidence): SchemeChoice[] {
  const marked = amounts.some(({ side }) => side !== null);
  const signed = amounts.some(({ sign }) => sign !== 0);
  const choices: SchemeChoice[] = [];
  // A card's purchases are more than its payments: where most amounts have a minus, that is what it means.
  const minus = amounts.filter(({ sign }) => sign === -1).length;
  const isOwn = card === "card" && !marked && minus * 2 <= amounts.length;
  if (marked || signed) choices.push({ scheme: "printed", cost: isOwn ? 0.5 : 0 });
  if (signed && !marked && card !== "no") choices.push({ scheme: "inverted", cost: isOwn ? 0 : 0.5 });
  if (rows > 0 && typed === rows) choices.push({ scheme: "type", cost: 0 });
  if (sectioned > 0 && sectioned === rows && !marked)
    choices.push({ scheme: "section", cost: signed ? 0.5 : 0 });
  else if (parts > 1 && parts <= mostParts && !marked)
    choices.push({ scheme: "section", cost: signed ? 0.9 : 0.4 });
  if (!marked && !signed && card !== "no") choices.push({ scheme: "all_debit", cost: 0.5 });
  choices.push({ scheme: "chain", cost: choices.length > 0 ? 1 : 0 });
  return choices.sort((a, b) => a.cost - b.cost);
}

export type SignRule = (figure: Figure, typed: Side | null, section: Side | null) => 1 | -1 | 0;

const signOfSide = (side: Side | null): 1 | -1 | 0 => (side === "credit" ? 1 : side === "debit" ? -1 : 0);

/** The sign of each amount under a scheme. */
export function signRule(scheme: SignScheme, amounts: readonly Figure[]): SignRule {
  if (scheme === "chain") return () => 0;
  if (scheme === "all_debit") return () => -1;
  if (scheme === "type") return (_figure, typed) => signOfSide(typed);
  if (scheme === "section") {
    return (figure, _typed, section) => {
      const side = signOfSide(section);
      // In a section of money out a minus repeats the side; in one of money in it takes money back.
      return figure.sign === -1 && section === "credit" ? -1 : side;
    };
  }
  const printed = printedRule(amounts);
  return scheme === "printed" ? printed : (figure) => -printed(figure, null, null) as 1 | -1 | 0;
}

/** Where only one side is marked, what is not marked is on the other; where both are, it is open. */
function printedRule(amounts: readonly Figure[]): SignRule {
  const own = ({ side, sign }: Figure): 1 | -1 | 0 => (side ? signOfSide(side) : sign);
  const some = new Set(
    amounts
      .filter(({ readings }) => readings.some(({ whole, fraction }) => /[1-9]/.test(whole + fraction)))
      .map(own),
  );
  const unmarked: 1 | -1 | 0 = some.has(1) && some.has(-1) ? 0 : some.has(1) ? -1 : 1;
  return (figure) => own(figure) || unmarked;
}
