import { readAffix } from "../../layout/affix.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import type { Word } from "../../pdf/word.ts";
import { fold } from "../../text/fold.ts";
import { findPhrases, type PhraseMatch } from "../../text/phrases.ts";
import { headerPhrases } from "../../vocabulary/lexicon.ts";
import type { ColumnRole } from "../../vocabulary/vocabulary.ts";
import { overlaps } from "../line/span.ts";
import type { HeaderCell } from "./header.ts";

/**
 * Headings of one line with what the next one adds to some of them: "Amount" over "in" heads money in. Null where that line
 * holds anything else.
 */
export function completedBy(cells: readonly HeaderCell[], { words }: MarkedLine): HeaderCell[] | null {
  let added = 0;
  const whole = cells.map((cell) => {
    const below = words.filter((word) => overlaps(word, cell));
    if (below.every(namesUnit)) {
      added += below.length;
      return cell;
    }
    const text = [cell.text, ...below.map((word) => word.text)].join(" ");
    const [match] = findPhrases(text.split(" "), headerPhrases);
    if (below.length === 0 || match?.letters !== fold(text).length) return cell;
    added += below.length;
    return { ...cell, role: match.value, text };
  });
  return added === words.length ? whole : null;
}

/** "SGD", "(RM)", "US$" below "Amount" */
function namesUnit({ text }: Word): boolean {
  const unit = text.replace(/[().]/g, "");
  return unit !== "" && readAffix(unit)?.currency != null;
}

/** "Betrag in" and "Suma în" over the currency's name: "in", which heads money in alone, goes on with the amount before it. */
export function withoutPrepositions(
  texts: readonly string[],
  matches: readonly PhraseMatch<ColumnRole>[],
): PhraseMatch<ColumnRole>[] {
  return matches.filter(({ from, to }, index) => {
    const before = matches[index - 1];
    const follows = before?.to === from && before.value === "amount" && to === texts.length;
    return !(follows && fold(texts[from]!) === "in" && to - from === 1);
  });
}

/** "Buchungs-" over "datum" is one word. */
const brokenWord = /(?<=\p{Ll}{2})[-‐\u00ad] (?=\p{Ll}{2})/gu;

export function inReadingOrder(lines: readonly MarkedLine[], x0: number, x1: number): string {
  return lines
    .flatMap((line) => line.words.filter((word) => word.x0 < x1 && word.x1 > x0).map(({ text }) => text))
    .join(" ")
    .replace(brokenWord, "");
}
