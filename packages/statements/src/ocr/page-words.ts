import type { PageWords, Word } from "../pdf/words.ts";
import type { DrawnPage } from "./draw-page.ts";
import type { PictureWord } from "./recognizer.ts";

/** Digits and capitals reach so far above their baseline, in parts of the size of the type. */
const capHeight = 0.72;

/** Words recognised on the page's picture, turned clockwise by `turn` radians before, as words of the page. */
export function pageWords(
  page: number,
  { width, height, scale }: DrawnPage,
  turn: number,
  words: readonly PictureWord[],
): PageWords {
  const place = (x: number, y: number) => turnedBack(x / scale, y / scale, width, height, turn);
  return {
    page,
    width,
    height,
    words: words.filter(isPrint).map((word): Word => {
      const { text, x0, x1, top, bottom, baseline } = word;
      const corners = [place(x0, top), place(x1, top), place(x0, bottom), place(x1, bottom)];
      const xs = corners.map(([x]) => x);
      const ys = corners.map(([, y]) => y);
      const left = Math.min(...xs);
      const highest = Math.min(...ys);
      return {
        text,
        x0: x0 / scale,
        x1: x1 / scale,
        top: top / scale,
        bottom: bottom / scale,
        baseline: baseline / scale,
        size: word.capHeight / scale / capHeight,
        font: "",
        box: [left, highest, Math.max(...xs) - left, Math.max(...ys) - highest],
      };
    }),
  };
}

/** Rules of tables and specks are recognised as strokes: no letter or digit, and no mark that stands beside one. */
function isPrint({ text }: PictureWord): boolean {
  return (
    !/^[|_~=\u2014\u2013.,:;'"`\u2018\u2019\u201c\u201d[\]{}\\/<>\u00b0\u00b7\u2022]+$/u.test(text) ||
    /^[-\u2013\u2014.]$/.test(text)
  );
}

function turnedBack(x: number, y: number, width: number, height: number, turn: number): [number, number] {
  const [dx, dy] = [x - width / 2, y - height / 2];
  const [cos, sin] = [Math.cos(-turn), Math.sin(-turn)];
  return [width / 2 + dx * cos - dy * sin, height / 2 + dx * sin + dy * cos];
}
