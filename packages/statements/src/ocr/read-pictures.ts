import type { OpenDocument } from "../pdf/document.ts";
import type { PictureWords } from "../read-statement.ts";
import { StatementError } from "../statement.ts";
import { drawPage } from "./draw-page.ts";
import { greyOf, inkOf, turned } from "./grey-picture.ts";
import { maxPicturePages } from "./limits.ts";
import { pageWords } from "./page-words.ts";
import { openRecognizer, type Recognizer } from "./recognizer.ts";
import { skewOf } from "./skew.ts";

/** Skew that moves no word of a line off it; turning blurs, so less than this is left. */
const leastSkew = 0.002;

/**
 * Reads the words off the pictures of pages.
 * @throws StatementError too_many_pages
 */
export async function readPictures(
  proxy: OpenDocument["proxy"],
  pages: readonly number[],
): Promise<PictureWords[]> {
  if (pages.length > maxPicturePages) throw new StatementError("too_many_pages");
  const recognizer = await openRecognizer();
  try {
    const read: PictureWords[] = [];
    for (const page of pages) read.push(await readPicture(proxy, page, recognizer));
    return read;
  } finally {
    await recognizer.close();
  }
}

async function readPicture(
  proxy: OpenDocument["proxy"],
  page: number,
  recognizer: Recognizer,
): Promise<PictureWords> {
  const drawn = await drawPage(proxy, page);
  const ink = inkOf(greyOf(drawn.canvas));
  if (ink.length === 0) return { page, width: drawn.width, height: drawn.height, words: [], isBlank: true };
  const skew = skewOf(ink);
  const turn = Math.abs(skew) > leastSkew ? -skew : 0;
  const straight = turn === 0 ? drawn.canvas : turned(drawn.canvas, turn);
  const words = await recognizer.recognize(greyOf(straight));
  return { ...pageWords(page, drawn, turn, words), isBlank: false };
}
