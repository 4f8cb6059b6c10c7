import type { GreyPicture } from "./grey-picture.ts";
import { paperOf } from "./ink-shapes.ts";

/** Print covers more of a page than this part, and holes of a punch less. */
const leastPrint = 0.003;

/** In parts of the paper's light: where the darkest print is lighter than this it is faint, and is made so dark. */
const faint = 0.5;
const dark = 0.25;

/** What is lighter than this is no print: noise, or the print of the sheet's other side. */
const faintest = 0.75;

/** A page with its print as dark as print is: a worn ribbon leaves strokes so thin that they would pass for paper. */
export function withDarkPrint(page: GreyPicture): GreyPicture {
  const paper = paperOf(page);
  const print = darkestOf(page);
  if (print <= faint * paper || print >= faintest * paper) return page;
  const more = ((1 - dark) * paper) / (paper - print);
  const darker = Uint8Array.from({ length: 256 }, (_, light) =>
    light >= paper ? light : Math.max(0, Math.round(paper - (paper - light) * more)),
  );
  return { ...page, pixels: page.pixels.map((light) => darker[light]!) };
}

/** How light the darkest pixels are, as many as a page with little print has. */
function darkestOf({ pixels }: GreyPicture): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < pixels.length; at += 3) counts[pixels[at]!]!++;
  let left = (leastPrint * pixels.length) / 3;
  let light = 0;
  while (light < 255 && left > counts[light]!) left -= counts[light++]!;
  return light;
}
