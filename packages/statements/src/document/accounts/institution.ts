import type { MarkedLine } from "../../layout/marked-line.ts";
import { compilePhrases, findPhrases } from "../../text/phrases.ts";
import { institutionWords, titleWords } from "../../vocabulary/institutions.ts";

const names = compilePhrases(institutionWords.map((word) => [word, true] as const));
const titles = compilePhrases(titleWords.map((word) => [word, true] as const));
const linesLookedAt = 12;

/** The bank's name: the first heading that holds a word for a bank, without the title beside it. */
export function institutionOf(lines: readonly MarkedLine[]): string | null {
  for (const line of lines.slice(0, linesLookedAt)) {
    if (line.dates.length > 0 || line.figures.some(({ weak }) => !weak) || line.words.length > 10) continue;
    const texts = line.words.map(({ text }) => text);
    if (findPhrases(texts, names).length === 0) continue;
    const cut = texts.findIndex((text) => /^[-–—|:]$/.test(text));
    const [title] = findPhrases(texts, titles);
    const ends = [cut, title?.from ?? -1].filter((end) => end > 0);
    return texts.slice(0, ends.length > 0 ? Math.min(...ends) : undefined).join(" ");
  }
  return null;
}
