import { fold } from "../text/fold.ts";
import type { PhraseMatch } from "../text/phrases.ts";
import { closingWords, openingWords, otherBalances } from "../vocabulary/ends.ts";
import type { LabelKind } from "../vocabulary/lexicon.ts";

/** "Beginning core balance", "Saldo contable final": a word that is not known parts the balance from what says of which end it is. */
export function withNamedEnds(
  labels: readonly PhraseMatch<LabelKind>[],
  texts: readonly string[],
): PhraseMatch<LabelKind>[] {
  return labels.map((label) => {
    const { value, from, to } = label;
    if (value !== "balance_on" || to - from > 1) return label;
    const before = endOf(texts[from - 2], texts[from - 1]);
    if (before) return { ...label, value: before, from: from - 2, letters: lettersOf(texts, from - 2, to) };
    const behind = endOf(texts[to + 1], texts[to]);
    return behind ? { ...label, value: behind, to: to + 2, letters: lettersOf(texts, from, to + 2) } : label;
  });
}

function endOf(end: string | undefined, between: string | undefined): "opening" | "closing" | null {
  if (!end || !between || !/^\p{L}+$/u.test(between) || otherBalances.has(fold(between))) return null;
  return openingWords.has(fold(end)) ? "opening" : closingWords.has(fold(end)) ? "closing" : null;
}

function lettersOf(texts: readonly string[], from: number, to: number): number {
  return fold(texts.slice(from, to).join(" ")).length;
}
