import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createWorker, OEM, PSM } from "tesseract.js";
import { type GreyPicture, toGreymap } from "./grey-picture.ts";
import { dotsPerInch, mostThreads } from "./limits.ts";

/** A word on a picture, in pixels from its top left. */
export type PictureWord = {
  text: string;
  /** 0 to 100, as Tesseract has it. */
  confidence: number;
  x0: number;
  x1: number;
  top: number;
  bottom: number;
  /** Where its line stands, at the middle of the word. */
  baseline: number;
  /** What else it was read as, with less confidence, where it was looked at again. */
  others?: readonly string[];
  /** How far capitals and digits of its line reach above the baseline. */
  capHeight: number;
};

export type Recognizer = {
  recognize(picture: GreyPicture): Promise<PictureWord[]>;
  close(): Promise<void>;
};

/** The folder of language data inside its package: the models of 4.0.0, trained best, with whole numbers. */
function languageData(): string {
  return join(
    dirname(fileURLToPath(import.meta.resolve("@tesseract.js-data/eng/package.json"))),
    "4.0.0_best_int",
  );
}

/** Starts threads with Tesseract in them, no more than there are processors. Nothing is downloaded or written. */
export function openRecognizers(): Promise<Recognizer[]> {
  const threads = Math.min(mostThreads, availableParallelism());
  return Promise.all(Array.from({ length: threads }, openRecognizer));
}

async function openRecognizer(): Promise<Recognizer> {
  const worker = await createWorker("eng", OEM.LSTM_ONLY, {
    langPath: languageData(),
    cacheMethod: "none",
    // A job's own promise tells of its error; without a handler the library throws it once more, to nobody.
    errorHandler: () => {},
  });
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.SINGLE_BLOCK,
    user_defined_dpi: String(dotsPerInch),
  });
  return {
    recognize: async (picture) => {
      const { data } = await worker.recognize(toGreymap(picture), {}, { text: false, blocks: true });
      return (data.blocks ?? []).flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ lines }) => lines.flatMap(wordsOf)),
      );
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

type Box = { x0: number; x1: number; y0: number; y1: number };
type Line = { words: { text: string; confidence: number; bbox: Box }[]; baseline: Box };

export function wordsOf({ words, baseline }: Line): PictureWord[] {
  const placed = words.map(({ text, confidence, bbox: { x0, x1, y0, y1 } }) => {
    const along = ((x0 + x1) / 2 - baseline.x0) / (baseline.x1 - baseline.x0 || 1);
    const standing = baseline.y0 + along * (baseline.y1 - baseline.y0);
    return { text, confidence, x0, x1, top: y0, bottom: y1, baseline: standing };
  });
  const tall = placed.filter(({ text }) => /[0-9A-Z]/.test(text));
  const heights = (tall.length > 0 ? tall : placed)
    .map(({ baseline, top }) => baseline - top)
    .sort((a, b) => a - b);
  const capHeight = Math.max(1, heights[heights.length >> 1] ?? 1);
  return placed.map((word) => ({ ...word, capHeight }));
}
