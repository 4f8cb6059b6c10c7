import type { OpenDocument } from "../pdf/document.ts";
import type { PictureReader } from "../read-statement.ts";
import { StatementError } from "../statement.ts";
import { drawPage } from "./picture/draw-page.ts";
import { evenLight } from "./picture/even-light.ts";
import { withDarkPrint } from "./picture/faint-print.ts";
import { greyOf, inkOf, release } from "./picture/grey-picture.ts";
import { maxPicturePages, maxPicturePixels } from "./picture/limits.ts";
import { readLines } from "./recognition/read-lines.ts";
import { inTurn, type Recognizer } from "./recognition/recognizer.ts";
import { lookAgain } from "./recognition/second-look.ts";
import { straightPage } from "./recognition/straight-page.ts";
import { type PictureWords, pageWords } from "./words/page-words.ts";

/**
 * Reads pages by recognizers that are open already: as many pages at a time, so that one is drawn while another is
 * recognised. Throws StatementError too_many_pages.
 */
export function pictureReader(recognizers: readonly Recognizer[]): PictureReader {
  const recognizer = inTurn(recognizers);
  return {
    maxPixels: maxPicturePixels,
    read: async (proxy, pages) => {
      if (pages.length > maxPicturePages) throw new StatementError("too_many_pages");
      const read: PictureWords[] = [];
      const waiting = pages.values();
      let quarters = 0;
      const readSome = async () => {
        for (const page of waiting) {
          const { words, turnedBy } = await readPicture(proxy, page, recognizer, quarters);
          quarters = turnedBy;
          read.push(words);
        }
      };
      await Promise.all(recognizers.map(readSome));
      return read;
    },
  };
}

async function readPicture(
  proxy: OpenDocument["proxy"],
  page: number,
  recognizer: Pick<Recognizer, "recognize">,
  likely: number,
): Promise<{ words: PictureWords; turnedBy: number }> {
  const { canvas, ...drawn } = await drawPage(proxy, page);
  const grey = withDarkPrint(evenLight(greyOf(canvas), drawn.scale * 72));
  release(canvas);
  if (inkOf(grey).length === 0) return { words: blank(page, drawn), turnedBy: likely };
  const { print, quarters, turn } = await straightPage(grey, drawn.scale * 72, recognizer, likely);
  const words = await lookAgain(await readLines(print, print.lines, recognizer), print, recognizer);
  return { words: pageWords(page, { ...drawn, quarters, turn }, words), turnedBy: quarters };
}

function blank(page: number, { width, height }: { width: number; height: number }): PictureWords {
  return { page, width, height, words: [], isBlank: true, doubts: [], guesses: [], legible: 0 };
}
