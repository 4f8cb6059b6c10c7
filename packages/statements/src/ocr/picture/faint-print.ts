import type { GreyPicture } from "./grey-picture.ts";
import { paperOf } from "./ink-shapes.ts";

/** What is darker than this part of the paper is print, or noise; of print so much is as dark as its ink. */
const inkOrNoise = 0.8;
const inside = 0.1;

/** In parts of the paper's light: where the darkest print is lighter than this it is faint, and is made so dark. */
const faint = 0.5;
const dark = 0.25;

/** What is lighter than this is no print: noise, or the print of the sheet's other side. */
const faintest = 0.75;

/** A page with its print as dark as print is: a worn ribbon leaves strokes so thin that they would pass for paper. */
export function withDarkPrint(page: GreyPicture): GreyPicture {
  const paper = paperOf(page);
  const print = lightOfInk(page, paper);
  if (print <= faint * paper || print >= faintest * paper) return page;
  const more = ((1 - dark) * paper) / (paper - print);
  const darker = Uint8Array.from({ length: 256 }, (_, light) =>
    light >= paper ? light : Math.max(0, Math.round(paper - (paper - light) * more)),
  );
  return { ...page, pixels: page.pixels.map((light) => darker[light]!) };
}

/** How light the darkest tenth of a page's print is: strokes are lighter at their edges. */
function lightOfInk({ pixels }: GreyPicture, paper: number): number {
  const counts = new Uint32Array(256);
  for (const light of pixels) counts[light]!++;
  let left = 0;
  for (let light = 0; light < inkOrNoise * paper; light++) left += inside * counts[light]!;
  let light = 0;
  while (light < 255 && left > counts[light]!) left -= counts[light++]!;
  return light;
}
