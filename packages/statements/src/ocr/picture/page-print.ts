import { withoutAreas } from "./filled-areas.ts";
import type { GreyPicture } from "./grey-picture.ts";
import type { Shape } from "./ink-shapes.ts";
import { shapesOf } from "./ink-shapes.ts";
import { type PrintLine, printLines } from "./print-lines.ts";
import { sidewaysPrint } from "./sideways-print.ts";
import { withoutRules } from "./table-rules.ts";

/** What is printed on a page's picture: dark on light, freed of rules and areas, and parted into lines. */
export type PagePrint = {
  picture: GreyPicture;
  shapes: Shape[];
  /** For each pixel the number of its shape, from 1; 0 is paper. */
  labels: Int32Array;
  lines: PrintLine[];
};

export function printOf(page: GreyPicture, pixelsPerInch: number): PagePrint {
  let picture = withoutRules(page, pixelsPerInch);
  let found = shapesOf(picture);
  const light = withoutAreas(picture, found, pixelsPerInch);
  if (light) {
    picture = light;
    found = shapesOf(picture);
  }
  const sideways = sidewaysPrint(found.shapes, pixelsPerInch);
  return { picture, ...found, lines: printLines(found.shapes, pixelsPerInch, sideways) };
}
