import { isRightToLeft } from "../../pdf/printed-text.ts";

type Cell = { x0: number; x1: number; text: string };

/**
 * Headings that stand close together in a script that is read from the right are one word of several, in their order of
 * reading: each has its part of that word's place, the first one the part at the right.
 */
export function partSharedWord<Heading extends Cell>(cells: readonly Heading[]): Heading[] {
  return cells.map((cell) => {
    const sharing = cells.filter(({ x0, x1 }) => x0 === cell.x0 && x1 === cell.x1);
    if (sharing.length === 1 || !isRightToLeft(cell.text)) return cell;
    const part = (cell.x1 - cell.x0) / sharing.length;
    const x1 = cell.x1 - sharing.indexOf(cell) * part;
    return { ...cell, x0: x1 - part, x1 };
  });
}
