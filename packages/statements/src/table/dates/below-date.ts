import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { isRightBelow } from "../draft/row-shape.ts";

/** Whether a line hangs below the text of one that begins with a date further out: what it holds is the same row's. */
export function hangsBelowDate(line: MarkedLine, above: MarkedLine | undefined): boolean {
  const [date] = above?.dates ?? [];
  return (
    above !== undefined &&
    date?.from === 0 &&
    date.x1 < line.x0 + 1 &&
    plainWords(above).length > 0 &&
    isRightBelow(line, above)
  );
}
