import type { PageWords, Word } from "../pdf/words.ts";

/** Words on one baseline, from left to right. */
export type Line = {
  page: number;
  words: Word[];
  x0: number;
  x1: number;
  top: number;
  bottom: number;
  baseline: number;
  size: number;
};

/** Lines of a page from top to bottom. Text drawn twice over itself (fake bold) counts once. */
export function toLines({ page, words }: PageWords): Line[] {
  const sorted = words.toSorted((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const lines: Word[][] = [];
  let current: Word[] = [];
  let baseline = Number.NEGATIVE_INFINITY;
  for (const word of sorted) {
    if (word.baseline - baseline > 0.35 * word.size) {
      current = [];
      lines.push(current);
      baseline = word.baseline;
    }
    current.push(word);
  }
  return lines.map((each) => toLine(page, joinFragments(withoutEchoes(each.sort((a, b) => a.x0 - b.x0)))));
}

function toLine(page: number, words: Word[]): Line {
  const sizes = words.map(({ size }) => size).sort((a, b) => a - b);
  return {
    page,
    words,
    x0: words[0]!.x0,
    x1: Math.max(...words.map(({ x1 }) => x1)),
    top: Math.min(...words.map(({ top }) => top)),
    bottom: Math.max(...words.map(({ bottom }) => bottom)),
    baseline: words[0]!.baseline,
    size: sizes[sizes.length >> 1]!,
  };
}

function withoutEchoes(words: Word[]): Word[] {
  return words.filter((word, index) => {
    for (let before = index - 1; before >= 0; before--) {
      const other = words[before]!;
      if (word.x0 - other.x0 > 0.2 * word.size) return true;
      if (other.text === word.text) return false;
    }
    return true;
  });
}

/** Letters drawn one by one, in any order, become words again; other fonts and real spaces do not join. */
function joinFragments(words: Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const gap = last ? word.x0 - last.x1 : 0;
    if (last && last.font === word.font && gap < 0.08 * word.size && gap > -0.3 * word.size) {
      joined[joined.length - 1] = {
        ...last,
        text: last.text + word.text,
        x1: Math.max(last.x1, word.x1),
        top: Math.min(last.top, word.top),
        bottom: Math.max(last.bottom, word.bottom),
        box: unionBox(last.box, word.box),
      };
    } else joined.push(word);
  }
  return joined;
}

type Box = readonly [number, number, number, number];

export function unionBox(a: Box, b: Box): [number, number, number, number] {
  const x = Math.min(a[0], b[0]);
  const y = Math.min(a[1], b[1]);
  return [x, y, Math.max(a[0] + a[2], b[0] + b[2]) - x, Math.max(a[1] + a[3], b[1] + b[3]) - y];
}
