import type { Word } from "../pdf/word.ts";
import type { Line } from "./lines.ts";

/** The line that some of a line's words form by themselves. */
export function lineOfWords(line: Line, words: Word[]): Line {
  return {
    ...line,
    words,
    x0: words[0]!.x0,
    x1: Math.max(...words.map(({ x1 }) => x1)),
  };
}
