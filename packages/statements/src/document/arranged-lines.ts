import type { MarkedLine } from "../layout/marked-line.ts";
import { arrange } from "../table/arrange.ts";
import { withBalancesBelow } from "../table/balances-below.ts";
import { withDatesBelow } from "../table/dates-below.ts";
import { withSplitCents } from "../table/split-cents.ts";
import { withAmountsLikeDates } from "./amounts-like-dates.ts";
import { withDaysBelowMonths } from "./days-below-months.ts";
import { withEraYears } from "./era-years.ts";
import { withMarksLikeTexts } from "./marks-like-texts.ts";
import { withOwnMonths } from "./own-months.ts";
import { withTransfers } from "./transfers.ts";

/**
 * A document's lines in the order in which they are to be read, with what is printed apart from what it belongs to put back
 * (cents, dates and balances of other lines), and with what looks like something else read as what it is.
 *
 * @param latest the day after which the paper has no dates (ISO)
 */
export function arrangedLines(printed: readonly MarkedLine[], latest: string): readonly MarkedLine[] {
  const whole = withBalancesBelow(withDatesBelow(arrange(withSplitCents(withOwnMonths(printed)))));
  const meant = withTransfers(withMarksLikeTexts(withAmountsLikeDates(whole)));
  return withDaysBelowMonths(withEraYears(meant, latest));
}
