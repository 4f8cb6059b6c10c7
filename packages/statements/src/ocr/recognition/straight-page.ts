import {
  type GreyPicture,
  greyOf,
  inkOf,
  quarterTurned,
  release,
  toCanvas,
  turned,
} from "../picture/grey-picture.ts";
import { type PagePrint, printOf } from "../picture/page-print.ts";
import { skewOf } from "../picture/skew.ts";
import type { Recognizer } from "./recognizer.ts";
import { isOnItsSide, legibility } from "./upright.ts";

/** Skew that moves no word of a line off it; turning blurs, so less than this is left. */
const leastSkew = 0.002;

/** Of 100: print that is at least so legible stands upright, and less than the other is no print at all. */
const legible = 75;
const illegible = 50;

/** What turning a page has to add: another script, hardly legible either way, stays as it is. */
const leastGain = 15;

/** A page's print, upright and straight; `quarters` and `turn` as in a PageFrame. */
export type StraightPage = { print: PagePrint; quarters: number; turn: number };

/**
 * Turns a page upright and straight. Sheets are put on scanners on their side and on their head: the side shows in
 * how letters stand to each other, the head in whether they can be read.
 *
 * @param likely how the page before was turned
 */
export async function straightPage(
  page: GreyPicture,
  pixelsPerInch: number,
  recognizer: Pick<Recognizer, "recognize">,
  likely: number,
): Promise<StraightPage> {
  const side = isOnItsSide(page, pixelsPerInch) ? 1 : 0;
  const first = likely % 2 === side ? likely : side;
  let best: StraightPage | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const quarters of [first, first + 2, first + 1, first + 3].map((each) => each % 4)) {
    const tried = straightened(quarterTurned(page, quarters), quarters, pixelsPerInch);
    if (tried.print.lines.length === 0) return tried;
    const found = await legibility(tried.print, recognizer);
    if (!best || found > most + leastGain) [best, most] = [tried, found];
    if (most >= legible || (most >= illegible && quarters !== first)) break;
  }
  return best!;
}

function straightened(page: GreyPicture, quarters: number, pixelsPerInch: number): StraightPage {
  const skew = skewOf(inkOf(page));
  if (Math.abs(skew) <= leastSkew) return { print: printOf(page, pixelsPerInch), quarters, turn: 0 };
  const askew = toCanvas(page);
  const straight = turned(askew, -skew);
  release(askew);
  const grey = greyOf(straight);
  release(straight);
  return { print: printOf(grey, pixelsPerInch), quarters, turn: -skew };
}
