import type { MarkedLine } from "../../layout/marked-line.ts";
import { fold } from "../../text/fold.ts";
import { findPhrases } from "../../text/phrases.ts";
import { networkNames } from "../../vocabulary/card-networks.ts";
import { rewardPhrases } from "../../vocabulary/rewards.ts";
import type { Entry } from "../draft/drafts.ts";
import { namesAccount } from "../line/names-account.ts";

/**
 * "Opening balance 1,204" and "Closing balance 1,437" right below "Reward points" are of points, and no balances of the
 * account. They stand under their title, with nothing but other figures between.
 */
export function withoutRewardBalances(entries: readonly Entry[]): Entry[] {
  let title: MarkedLine | null = null;
  return entries.map((entry) => {
    if (entry.type === "draft") title = null;
    else if (entry.type === "line") title = titleBy(entry.line, title);
    else if (title && standsUnder(entry.label.line, title))
      return { type: "line", line: entry.label.line, stray: false, text: false };
    return entry;
  });
}

/** The title that a line without figures is, or ends; below its other figures it goes on. */
function titleBy(line: MarkedLine, title: MarkedLine | null): MarkedLine | null {
  const texts = line.words.map(({ text }) => text);
  // "Rewards Visa" is a card, and below the number of an account its own balances stand.
  if (networkNames.test(line.text) || namesAccount(line)) return null;
  if (line.figures.length > 0 || texts.some((text) => /\d/.test(text))) return title;
  const letters = fold(texts.join(" ")).length;
  return findPhrases(texts, rewardPhrases).some((phrase) => phrase.letters * 2 > letters) ? line : null;
}

function standsUnder(line: MarkedLine, title: MarkedLine): boolean {
  return line.page === title.page && Math.abs(line.x0 - title.x0) < title.size;
}
