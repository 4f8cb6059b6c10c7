import type { Dimensions } from "../dimensions.ts";
import type { Mark, Measure, Page, TextMark } from "../layout/page.ts";
import type { Random } from "../random.ts";
import { isRightToLeft, lettersOnPaper, wordsOnPaper } from "./right-to-left.ts";

/** The marks of a page in the order in which they are drawn. What hides and what is hidden keep theirs. */
export function drawingOrder(page: Page, drawing: Dimensions["drawing"], random: Random): Mark[] {
  const texts = page.over.filter((mark): mark is TextMark => mark.type === "text");
  const rest = page.over.filter((mark) => mark.type !== "text");
  return [...page.under, ...rest, ...orderTexts(texts, drawing, random)];
}

function orderTexts(texts: readonly TextMark[], drawing: Dimensions["drawing"], random: Random): TextMark[] {
  switch (drawing) {
    case "column by column":
      return [...texts].sort((a, b) => a.column - b.column);
    case "shuffled":
      return random.shuffle(texts);
    case "from the bottom":
      return [...texts].reverse();
    default:
      return [...texts];
  }
}

/** A text as the pieces that are drawn one by one. */
export function piecesOf(
  mark: TextMark,
  pieces: Dimensions["pieces"],
  { measure, random, shapes }: { measure: Measure; random: Random; shapes: boolean },
): TextMark[] {
  if (mark.angle !== 0 || mark.hidden) return [mark];
  if (isRightToLeft(mark.text)) return turnedPieces(mark, pieces, measure, shapes);
  const at = (start: number, text: string): TextMark => ({
    ...mark,
    x: mark.x + measure(mark.text.slice(0, start), mark.face, mark.size),
    text,
  });
  switch (pieces) {
    case "words":
      return [...mark.text.matchAll(/\S+/g)].map((match) => at(match.index, match[0]));
    case "letters":
      return [...mark.text.matchAll(/\P{M}\p{M}*/gu)]
        .filter((match) => match[0] !== " ")
        .map((match) => at(match.index, match[0]));
    case "split words": {
      // A cut between any two letters, as programs make that justify or mark up text.
      const cuts = [...mark.text.matchAll(/(?<=[\p{L}\d.,])(?=[\p{L}\d.,])/gu)].map(({ index }) => index);
      if (cuts.length === 0 || random.chance(0.5)) return [mark];
      const cut = random.pick(cuts);
      return [at(0, mark.text.slice(0, cut)), at(cut, mark.text.slice(cut))];
    }
    default:
      return [mark];
  }
}

/** Arabic and Hebrew; a writer that shapes text turns each piece by itself. */
function turnedPieces(
  mark: TextMark,
  pieces: Dimensions["pieces"],
  measure: Measure,
  shapes: boolean,
): TextMark[] {
  const place = (x: number, text: string): TextMark => ({ ...mark, x, text });
  if (pieces === "letters") {
    let x = mark.x;
    return [...lettersOnPaper(mark.text)].flatMap((letter) => {
      const piece = place(x, letter);
      x += measure(letter, mark.face, mark.size);
      return letter === " " ? [] : [piece];
    });
  }
  // pdfkit shapes and turns word by word, and leaves the words themselves in the order of reading.
  if (pieces === "words" || shapes) {
    let x = mark.x;
    return wordsOnPaper(mark.text).map((word) => {
      const piece = place(x, shapes ? word : lettersOnPaper(word));
      x += measure(`${word} `, mark.face, mark.size);
      return piece;
    });
  }
  return [place(mark.x, lettersOnPaper(mark.text))];
}
