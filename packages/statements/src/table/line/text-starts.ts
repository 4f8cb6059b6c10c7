import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";

/** Edges of one column differ by less than this, in points. */
const tolerance = 1.5;
const fewest = 3;

/** Where the text of rows begins, in points from the left, and, where it is read from right to left, where it ends. */
export type TextStarts = { left: number[]; right: number[] };

/** The edges that the text of rows shares with the lines of text alone that stand among them. */
export function textStarts(lines: readonly MarkedLine[], rows: readonly MarkedLine[]): TextStarts {
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? -1];
  // Where amounts are integers without marks a row looks like text with a number in it.
  const own = new Set(rows);
  const texts = lines.filter(
    (line) => !own.has(line) && line.index > first && line.index <= last + fewest && isText(line),
  );
  const edges = rows.map(textOf).filter((text) => text !== null);
  return {
    left: shared([...edges, ...texts].map(({ x0 }) => x0)),
    right: shared([...edges.map(({ x1 }) => x1), ...texts.map(({ x1 }) => x1)]),
  };
}

function isText({ dates, labels, figures }: MarkedLine): boolean {
  return dates.length === 0 && labels.length === 0 && figures.every(({ weak }) => weak);
}

/** Whether a line begins with this figure where others begin with text: "128.35 GBP" below a row. */
export function beginsText(line: MarkedLine, figure: Figure, { left, right }: TextStarts): boolean {
  const isAt = (edges: readonly number[], x: number) => edges.some((edge) => Math.abs(edge - x) < tolerance);
  return (
    (figure.from === 0 && isAt(left, line.words[0]!.x0)) ||
    (figure.x1 >= line.x1 - tolerance && isAt(right, line.x1))
  );
}

/** Whether a figure begins where texts do, whatever stands before it: "12 May  USD 5.18 @ 1.0631". */
export function standsWhereTextBegins(
  { words }: MarkedLine,
  { from }: Figure,
  { left }: TextStarts,
): boolean {
  return left.some((edge) => Math.abs(edge - words[from]!.x0) < tolerance);
}

function textOf(line: MarkedLine): { x0: number; x1: number } | null {
  const plain = plainWords(line).map((index) => line.words[index]!);
  if (plain.length === 0) return null;
  // Words that are read from the right do not stand in a line in the order of their places.
  return { x0: plain[0]!.x0, x1: Math.max(...plain.map(({ x1 }) => x1)) };
}

/** Places that at least three of these and a quarter of them all share. */
function shared(edges: readonly number[]): number[] {
  const sorted = edges.toSorted((a, b) => a - b);
  const groups: number[][] = [];
  for (const edge of sorted) {
    const last = groups.at(-1);
    if (last && edge - last[0]! < tolerance) last.push(edge);
    else groups.push([edge]);
  }
  return groups
    .filter(({ length }) => length >= fewest && length * 4 >= edges.length)
    .map((group) => group[Math.floor(group.length / 2)]!);
}
