import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { type DecimalMark, readingFor, toMinor } from "../../values/printed-number.ts";
import type { LabelledFigure } from "../labels/labelled-figures.ts";
import { isSum as isSumOfSide } from "../labels/labels.ts";
import { overlaps } from "../line/span.ts";
import type { Entry } from "./drafts.ts";

/** More decimals than any currency has. */
const digits = 4;
export const marks: readonly DecimalMark[] = [".", ","];

/**
 * "Total payments" below the rows of a section that come to just this: their sum, though a row may begin with any word.
 *
 * @param part the section that is open
 */
export function sumOfPart(
  line: MarkedLine,
  amounts: readonly Figure[],
  entries: readonly Entry[],
  part: number,
): LabelledFigure | null {
  const [label] = line.labels;
  const [figure, ...more] = amounts;
  const plain = plainWords(line);
  // "手数料 合計": elsewhere the word for a sum stands behind what is summed up, or that is called a sum by itself.
  const isAtEdge = label && (label.from === plain[0] || label.to - 1 === plain.at(-1));
  if (part === 0 || !isAtEdge || (label.value !== "total" && !isSumOfSide(label.value))) return null;
  if (!figure || more.length > 0) return null;
  const before = entries.findLastIndex((entry) => entry.type !== "draft" || entry.draft.part !== part);
  const rows = entries.slice(before + 1).flatMap((entry) => (entry.type === "draft" ? [entry.draft] : []));
  const own = rows.map(({ figures }) => figures.find((each) => overlaps(each.figure, figure))?.figure);
  const isSum = marks.some((mark) => {
    const sum = own.reduce<bigint | null>((all, each) => {
      const value = each ? minorOf(each, mark) : null;
      return all === null || value === null ? null : all + value;
    }, 0n);
    return sum !== null && sum !== 0n && minorOf(figure, mark) === sum;
  });
  return isSum ? { kind: "total", figure, all: [figure], line, date: null } : null;
}

/** The value of a figure with its sign, in the smallest units of any currency. */
export function minorOf({ readings, sign }: Figure, mark: DecimalMark): bigint | null {
  const reading = readingFor(readings, mark);
  const value = reading && toMinor(reading, digits);
  return value === null || sign !== -1 ? value : -value;
}
