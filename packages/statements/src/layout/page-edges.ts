import type { Word } from "../pdf/word.ts";
import type { Line } from "./lines.ts";

/** Points by which mirrored margins move a page, at least and at most. */
export const leastShift = 3;
export const mostShift = 90;
/** Words that begin or end at one place make an edge; places closer than this (points) are one. */
export const fewestAlike = 4;
/** A figure may end where one column does by chance. */
const fewestColumns = 2;
export const tolerance = 1;

/** Where columns begin (`left`) and end (`right`), and how many words say so. */
export type Edge = { side: "left" | "right"; at: number; words: number };

/** The edges of one side that words make. */
export function sideEdges(words: readonly Word[], side: Edge["side"]): Edge[] {
  const edges: Edge[] = [];
  const places = new Float64Array(words.length);
  for (let at = 0; at < words.length; at++) places[at] = side === "left" ? words[at]!.x0 : words[at]!.x1;
  places.sort();
  for (let from = 0; from < places.length; ) {
    let to = from + 1;
    while (to < places.length && places[to]! - places[from]! < tolerance) to++;
    if (to - from >= fewestAlike) edges.push({ side, at: places[(from + to) >> 1]!, words: to - from });
    from = to;
  }
  return edges;
}

/** How far to move a page with these words so that most of its edges stand on the base's. */
export function shiftOf(words: readonly Word[], base: readonly Edge[]): number {
  const left = sideEdges(words, "left");
  if (beginAlike(left, base)) return 0;
  const edges = [...left, ...sideEdges(words, "right")];
  const all = edges.reduce((sum, edge) => sum + edge.words, 0);
  const unmoved = agreement(edges, base, 0);
  // No shift can bring more than all of them onto an edge.
  if (all <= 2 * unmoved) return 0;
  let best = 0;
  let most = unmoved;
  for (const edge of strongest(edges)) {
    for (const other of base) {
      const shift = other.at - edge.at;
      if (other.side !== edge.side || Math.abs(shift) < leastShift || Math.abs(shift) > mostShift) continue;
      const agreeing = agreement(edges, base, shift);
      if (agreeing > most) [best, most] = [shift, agreeing];
    }
  }
  return most > 0.6 * all && most > 2 * unmoved ? best : 0;
}

/**
 * Whether most lines begin at one place on both pages, or those furthest to the left do. In ragged tables there are so many
 * edges that others fit when moved by whatever length, and so may those of another table.
 */
function beginAlike(own: readonly Edge[], base: readonly Edge[]): boolean {
  const isAlike = ([first, other]: readonly (Edge | undefined)[]) =>
    first !== undefined && other !== undefined && Math.abs(first.at - other.at) < tolerance;
  const left = [own, base].map((some) => some.filter(({ side }) => side === "left"));
  return isAlike(left.map((some) => strongest(some)[0])) || isAlike(left.map((some) => some[0]));
}

/**
 * A last page may hold a row or two, and no headings: they stand further in where lines that begin as others do have figures
 * that end where columns do when moved there.
 */
export function shiftOfRows(lines: readonly Line[], base: readonly Edge[]): number {
  const begins = strongest(base.filter(({ side }) => side === "left"));
  const ends = strongest(base.filter(({ side }) => side === "right"));
  if (lines.some(({ x0 }) => begins.some(({ at }) => Math.abs(x0 - at) < tolerance))) return 0;
  const columnsOf = (line: Line, shift: number) => {
    // Where a day ends is no news beside where it begins.
    const figures = line.words.filter(({ x0, text }) => 2 * x0 > line.x0 + line.x1 && /\d/.test(text));
    return ends.filter(({ at }) => figures.some(({ x1 }) => Math.abs(x1 + shift - at) < tolerance)).length;
  };
  const shifts = lines.flatMap((line) =>
    begins
      .map(({ at }) => at - line.x0)
      .filter((shift) => Math.abs(shift) >= leastShift && Math.abs(shift) <= mostShift)
      .filter((shift) => columnsOf(line, shift) >= fewestColumns && columnsOf(line, 0) === 0),
  );
  const [shift = 0] = shifts;
  return shifts.every((each) => Math.abs(each - shift) < tolerance) ? shift : 0;
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
