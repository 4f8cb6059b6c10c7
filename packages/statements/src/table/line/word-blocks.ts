import type { MarkedLine } from "../../layout/marked-line.ts";

/** Words of a line that stand together, from the first to the one after the last. */
export type Block = { x0: number; x1: number; from: number; to: number };

/** Runs of words with less than `gap` times their size between them. */
export function blocksOf(line: MarkedLine, gap: number): Block[] {
  const blocks: Block[] = [];
  for (const [index, { x0, x1, size }] of line.words.entries()) {
    const last = blocks.at(-1);
    if (last && x0 - last.x1 < gap * size) {
      last.x1 = x1;
      last.to = index + 1;
    } else blocks.push({ x0, x1, from: index, to: index + 1 });
  }
  return blocks;
}
