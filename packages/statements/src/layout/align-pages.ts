import { movedTo } from "../pdf/word-box.ts";
import type { PageWords, Word } from "../pdf/words.ts";

/** Points by which mirrored margins move a page, at least and at most. */
const leastShift = 3;
const mostShift = 90;
/** Words that begin or end at one place make an edge; places closer than this (points) are one. */
const fewest = 4;
const tolerance = 1;

/** Where columns begin (`left`) and end (`right`), and how many words say so. */
type Edge = { side: "left" | "right"; at: number; words: number };

/**
 * Pages printed for both sides of a sheet stand further in on one side. Here each page is moved so that its columns
 * stand where those of the fullest page do; boxes stay where the words are. A page that does not fit clearly better
 * so stays as it is.
 */
export function alignPages<Page extends PageWords>(pages: readonly Page[]): Page[] {
  const edges = pages.map(({ words }) => edgesOf(words));
  let base = 0;
  for (const [index, page] of pages.entries())
    if (page.words.length > pages[base]!.words.length) base = index;
  const printedOnce = onceEach(pages[base]?.words ?? []);
  return pages.map((page, index) => {
    if (index === base || page.width !== pages[base]!.width) return page;
    // Of a page with few rows one column's edge may stand on another's, but the words of its headings do not.
    const shift = shiftOfRepeated(page.words, printedOnce) || shiftOf(edges[index]!, edges[base]!);
    return shift === 0 ? page : { ...page, words: page.words.map((word) => moved(word, shift)) };
  });
}

function moved(word: Word, shift: number): Word {
  return movedTo(word, word.x0 + shift, word.x1 + shift);
}

function edgesOf(words: readonly Word[]): Edge[] {
  return [...sideEdges(words, "left", "x0"), ...sideEdges(words, "right", "x1")];
}

function sideEdges(words: readonly Word[], side: Edge["side"], key: "x0" | "x1"): Edge[] {
  const edges: Edge[] = [];
  const places = words.map((word) => word[key]).sort((a, b) => a - b);
  for (let from = 0; from < places.length; ) {
    let to = from + 1;
    while (to < places.length && places[to]! - places[from]! < tolerance) to++;
    if (to - from >= fewest) edges.push({ side, at: places[(from + to) >> 1]!, words: to - from });
    from = to;
  }
  return edges;
}

/** How far to move a page with these edges so that most of them stand on the base's. */
function shiftOf(edges: readonly Edge[], base: readonly Edge[]): number {
  const all = edges.reduce((sum, { words }) => sum + words, 0);
  const unmoved = agreement(edges, base, 0);
  // No shift can bring more than all of them onto an edge.
  if (all <= 2 * unmoved) return 0;
  let best = 0;
  let most = unmoved;
  for (const edge of strongest(edges)) {
    for (const other of base) {
      const shift = other.at - edge.at;
      if (other.side !== edge.side || Math.abs(shift) < leastShift || Math.abs(shift) > mostShift) continue;
      const words = agreement(edges, base, shift);
      if (words > most) [best, most] = [shift, words];
    }
  }
  return most > 0.6 * all && most > 2 * unmoved ? best : 0;
}

/**
 * A last page may have too few rows to make edges: there the words that both pages print once, such as headings, tell
 * how far it stands from the other.
 */
function shiftOfRepeated(words: readonly Word[], base: ReadonlyMap<string, Word>): number {
  const shifts: number[] = [];
  for (const [text, { x0 }] of onceEach(words)) {
    const other = base.get(text);
    if (other) shifts.push(other.x0 - x0);
  }
  const agreeing = (shift: number) => shifts.filter((each) => Math.abs(each - shift) < tolerance).length;
  const [best = 0] = shifts.toSorted((a, b) => agreeing(b) - agreeing(a));
  const others = shifts.filter((each) => Math.abs(each - best) >= tolerance);
  const isShift = Math.abs(best) >= leastShift && Math.abs(best) <= mostShift && agreeing(best) > fewest;
  // What stands at the middle of each page, or in letters of another size, moves by some other length.
  return isShift && others.every((each) => agreeing(each) * 2 < agreeing(best)) ? best : 0;
}

/** The words that a page prints once, by their text. */
function onceEach(words: readonly Word[]): Map<string, Word> {
  const once = new Map<string, Word>();
  const again = new Set<string>();
  for (const word of words) {
    if (once.has(word.text)) again.add(word.text);
    else once.set(word.text, word);
  }
  for (const text of again) once.delete(text);
  return once;
}

function strongest(edges: readonly Edge[]): Edge[] {
  return edges.toSorted((a, b) => b.words - a.words).slice(0, 6);
}

/** Words of edges that stand on an edge of the base when moved. */
function agreement(edges: readonly Edge[], base: readonly Edge[], shift: number): number {
  let words = 0;
  for (const edge of edges) {
    const fits = base.some(
      (other) => other.side === edge.side && Math.abs(other.at - edge.at - shift) < 1.5 * tolerance,
    );
    if (fits) words += edge.words;
  }
  return words;
}
