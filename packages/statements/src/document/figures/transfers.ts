import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { fold } from "../../text/fold.ts";

/** So many rows with other words behind it show that a word begins texts; fewer do where a date stands before it. */
const fewest = 3;
const fewestDated = 2;

/**
 * "Prenos I. Horvat": the word for a balance carried forward is that for a transfer, too. Where it begins several rows,
 * each with other words behind it, it is none of a balance wherever words follow.
 */
export function withTransfers(lines: readonly MarkedLine[]): MarkedLine[] {
  const begun = lines.flatMap((line) => begunBy(line) ?? []);
  if (begun.length < fewestDated) return [...lines];
  const transfers = new Set<string>();
  for (const [word, same] of Map.groupBy(begun, (each) => each.word)) {
    const distinct = (some: readonly Begun[]) => new Set(some.map(({ rest }) => rest)).size;
    const dated = same.filter(({ line }) => line.dates[0] && line.dates[0].to <= line.labels[0]!.from);
    // A sum has its figure beside it, and a balance stands alone.
    const texts = same.filter(({ line }) => line.figures.length === 0);
    const hasBoth = dated.some(({ line }) => line.figures.filter(({ weak }) => !weak).length > 1);
    const isRow = distinct(dated) >= fewestDated || (hasBoth && distinct(same) >= fewestDated);
    if (isRow || distinct([...dated, ...texts]) >= fewest) transfers.add(word);
  }
  const rows = new Set(begun.filter(({ word }) => transfers.has(word)).map(({ line }) => line));
  return lines.map((line) => (rows.has(line) ? { ...line, labels: [] } : line));
}

/** A line that the one word for a carried balance begins, and the words behind it. */
type Begun = { line: MarkedLine; word: string; rest: string };

function begunBy(line: MarkedLine): Begun | null {
  const [label, ...more] = line.labels;
  if (label?.value !== "carried" || more.length > 0 || label.to - label.from !== 1) return null;
  const [first, ...behind] = plainWords(line);
  if (first !== label.from || behind.length === 0) return null;
  const textOf = (at: number) => fold(line.words[at]!.text);
  return { line, word: textOf(first), rest: behind.map(textOf).join(" ") };
}
