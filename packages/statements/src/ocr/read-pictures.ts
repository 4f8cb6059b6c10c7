import type { OpenDocument } from "../pdf/document.ts";
import type { PictureReader } from "../read-statement.ts";
import { StatementError } from "../statement.ts";
import { drawPage } from "./draw-page.ts";
import { greyOf, inkOf, release, turned } from "./grey-picture.ts";
import { maxPicturePages, maxPicturePixels } from "./limits.ts";
import { type PictureWords, pageWords } from "./page-words.ts";
import type { Recognizer } from "./recognizer.ts";
import { lookAgain } from "./second-look.ts";
import { skewOf } from "./skew.ts";
import { withoutRules } from "./table-rules.ts";

/** Skew that moves no word of a line off it; turning blurs, so less than this is left. */
const leastSkew = 0.002;

/** Reads pages by recognizers that are open already, as many at a time. Throws StatementError too_many_pages. */
export function pictureReader(recognizers: readonly Recognizer[]): PictureReader {
  return {
    maxPixels: maxPicturePixels,
    read: async (proxy, pages) => {
      if (pages.length > maxPicturePages) throw new StatementError("too_many_pages");
      const read: PictureWords[] = [];
      const waiting = pages.values();
      await Promise.all(
        recognizers.map(async (recognizer) => {
          for (const page of waiting) read.push(await readPicture(proxy, page, recognizer));
        }),
      );
      return read;
    },
  };
}

async function readPicture(
  proxy: OpenDocument["proxy"],
  page: number,
  recognizer: Recognizer,
): Promise<PictureWords> {
  const drawn = await drawPage(proxy, page);
  const ink = inkOf(greyOf(drawn.canvas));
  if (ink.length === 0)
    return {
      page,
      width: drawn.width,
      height: drawn.height,
      words: [],
      isBlank: true,
      doubts: [],
      guesses: [],
      legible: 0,
    };
  const skew = skewOf(ink);
  const turn = Math.abs(skew) > leastSkew ? -skew : 0;
  const straight = turn === 0 ? drawn.canvas : turned(drawn.canvas, turn);
  const picture = withoutRules(greyOf(straight), drawn.scale * 72);
  release(drawn.canvas);
  release(straight);
  const words = await lookAgain(await recognizer.recognize(picture), picture, recognizer);
  return pageWords(page, drawn, turn, words);
}
