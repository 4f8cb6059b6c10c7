import { boxOf, unionBox, type Word } from "../pdf/word.ts";

/** Figures over one another by this share of the narrower one's width cannot be told apart; crowded columns overlap less. */
const leastShare = 0.6;
/** Letters of other heights than this leave one another legible: a mark below a figure, a heading across. */
const leastLikeness = 0.7;
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
  for (const word of words) {
    const at = blotted.slice(-nearest).findLastIndex((other) => areOverprinted(other, word));
    if (at < 0) blotted.push(word);
    else {
      const place = Math.max(blotted.length - nearest, 0) + at;
      blotted[place] = blot(blotted[place]!, word);
    }
  }
  return blotted;
}

function areOverprinted(a: Word, b: Word): boolean {
  const overlap = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  if (overlap < leastShare * Math.min(a.x1 - a.x0, b.x1 - b.x0) || overlap <= 0) return false;
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
