import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createWorker, OEM, PSM } from "tesseract.js";
import { type GreyPicture, toGreymap } from "../picture/grey-picture.ts";
import { dotsPerInch } from "../picture/limits.ts";
import { mostThreads } from "./threads.ts";

/** A word as recognised, in pixels of the picture of its line. */
export type FoundWord = {
  text: string;
  /** 0 to 100, as Tesseract has it. */
  confidence: number;
  x0: number;
  x1: number;
};

/** What a word is read as, and how sure Tesseract is of it, 0 to 100. */
export type Reading = { text: string; confidence: number };

/** A word on a page's picture, in pixels from its top left. */
export type PictureWord = {
  text: string;
  /** 0 to 100, as Tesseract has it. */
  confidence: number;
  x0: number;
  x1: number;
  top: number;
  bottom: number;
  /** Where its line stands. */
  baseline: number;
  /** How far capitals and digits of its line reach above the baseline. */
  capHeight: number;
  /** Numbers of the shapes of ink that it was read from. */
  shapes: readonly number[];
  /** What else it was read as, with less confidence, where it was looked at again. */
  others?: readonly Reading[];
  /** The text with a point before its cents that shows in the ink and was not read. */
  marked?: string | undefined;
};

export type Recognizer = {
  /** The words of one line. */
  recognize(picture: GreyPicture): Promise<FoundWord[]>;
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

/** One of several: each picture goes to that which has the fewest waiting. */
export function inTurn(recognizers: readonly Recognizer[]): Pick<Recognizer, "recognize"> {
  const queues = recognizers.map((recognizer) => ({ recognizer, waiting: 0 }));
  return {
    recognize: async (picture) => {
      const queue = queues.reduce((least, each) => (each.waiting < least.waiting ? each : least));
      queue.waiting++;
      try {
        return await queue.recognizer.recognize(picture);
      } finally {
        queue.waiting--;
      }
    },
  };
}

async function openRecognizer(): Promise<Recognizer> {
  const worker = await createWorker("eng", OEM.LSTM_ONLY, {
    langPath: languageData(),
    cacheMethod: "none",
    // A job's own promise tells of its error; without a handler the library throws it once more, to nobody.
    errorHandler: () => {},
  });
  await worker.setParameters({
    tessedit_pageseg_mode: PSM.SINGLE_LINE,
    user_defined_dpi: String(dotsPerInch),
    // Light print on dark is turned dark before; a second try at every line that is hard to read costs as much again.
    tessedit_do_invert: "0",
  });
  return {
    recognize: async (picture) => {
      const { data } = await worker.recognize(toGreymap(picture), {}, { text: false, blocks: true });
      return (data.blocks ?? [])
        .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.flatMap(({ words }) => words)))
        .map(({ text, confidence, bbox: { x0, x1 } }) => ({ text, confidence, x0, x1 }));
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
