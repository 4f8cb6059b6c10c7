import { boxOf, unionBox, type Word } from "../pdf/word.ts";

/** Figures over one another by this share of the narrower one's width cannot be told apart; crowded columns overlap less. */
const leastShare = 0.6;
/** Letters of other heights than this leave one another legible: a mark below a figure, a heading across. */
const leastLikeness = 0.7;
/** Nothing but a blank between thousands is so narrow, in letter heights; that of monospaced fonts is wider. */
const surelyThousandsBlank = 0.5;
const illegible = "\ufffd";
/** What stands over a word is among so many words that begin left of it. */
const nearest = 8;

/**
 * Different figures that are printed over one another, neither covered: nobody can read either, so neither counts. Figures
 * printed twice over themselves are taken out before.
 *
 * @param words of one line, from left to right
 */
export function blotOverprints(words: Word[]): Word[] {
  if (words.every((word, at) => at === 0 || word.x0 >= words[at - 1]!.x1)) return words;
  const blotted: Word[] = [];
  for (const [index, word] of words.entries()) {
    const end = endOf(word, words[index + 1]);
    const at = blotted.slice(-nearest).findLastIndex((other) => areOverprinted(other, word, end));
    if (at < 0) blotted.push(word);
    else {
      const place = Math.max(blotted.length - nearest, 0) + at;
      blotted[place] = blot(blotted[place]!, word);
    }
  }
  return blotted;
}

/** "1 178 052,48": the first of the thousands of a long figure reaches over the column before its own, and is not all of it. */
function endOf(word: Word, next: Word | undefined): number {
  const isGroup = next && /^\d{1,3}$/.test(word.text) && /^\d{3}(?:\D|$)/.test(next.text);
  const gap = next ? next.x0 - word.x1 : 0;
  return isGroup && gap > 0 && gap < surelyThousandsBlank * word.size ? next.x1 : word.x1;
}

function areOverprinted(a: Word, b: Word, end: number): boolean {
  const overlap = Math.min(a.x1, end) - Math.max(a.x0, b.x0);
  if (overlap < leastShare * Math.min(a.x1 - a.x0, end - b.x0) || overlap <= 0) return false;
  const likeness = Math.min(a.size, b.size) / Math.max(a.size, b.size);
  return likeness >= leastLikeness && isFigure(a) && isFigure(b);
}

function isFigure({ text }: Word): boolean {
  return text.startsWith(illegible) || /\d/.test(text);
}

function blot(a: Word, b: Word): Word {
  return {
    ...a,
    text: illegible,
    printed: `${a.printed ?? a.text} ${b.printed ?? b.text}`,
    x0: Math.min(a.x0, b.x0),
    x1: Math.max(a.x1, b.x1),
    box: unionBox(boxOf(a), boxOf(b)),
    isBegin: true,
    isEnd: true,
  };
}
