import type { MarkedLine } from "../layout/marked-line.ts";
import { withBalancesBelow } from "../table/amounts/balances-below.ts";
import { withSplitCents } from "../table/amounts/split-cents.ts";
import { withDatesBelow } from "../table/dates/dates-below.ts";
import { arrange } from "../table/side-by-side/arrange.ts";
import { withDaysBelowMonths } from "./dates/days-below-months.ts";
import { withEraYears } from "./dates/era-years.ts";
import { withOwnMonths } from "./dates/own-months.ts";
import { withAmountsLikeDates } from "./figures/amounts-like-dates.ts";
import { withMarksLikeTexts } from "./figures/marks-like-texts.ts";
import { withMinusesBehind } from "./figures/minuses-behind.ts";
import { withTransfers } from "./figures/transfers.ts";

/**
 * A document's lines in the order in which they are to be read, with what is printed apart from what it belongs to put back
 * (cents, dates and balances of other lines), and with what looks like something else read as what it is.
 *
 * @param latest the day after which the paper has no dates (ISO)
 */
export function arrangedLines(printed: readonly MarkedLine[], latest: string): readonly MarkedLine[] {
  const whole = withBalancesBelow(withDatesBelow(arrange(withSplitCents(withOwnMonths(printed)))));
  const meant = withTransfers(withMarksLikeTexts(withMinusesBehind(withAmountsLikeDates(whole))));
  return withDaysBelowMonths(withEraYears(meant, latest));
}
