import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import { integersOf } from "../labels/labelled-figures.ts";
import { isAmount } from "./amount-or-text.ts";
import type { AmountPlaces } from "./amount-places.ts";

/** A balance of a round sum may be printed without the decimals, or marks of thousands, that others have. */
export function balanceFigures(line: MarkedLine, amounts: Figure[], places: AmountPlaces): Figure[] {
  if (amounts.length > 0) return amounts;
  const whole = line.figures.filter((each) => isAmount(line, each, places));
  return whole.length > 0 || places.hasDecimals ? whole : integersOf(line);
}
