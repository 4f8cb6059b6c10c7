import { boxOf, movedTo, type Word } from "../pdf/word.ts";

/** So many dots lead the eye; three stand for what is left out, and some mask the digits of a number. */
const leader = /\.{4,}|_{4,}|…{2,}/;
/** What they lead to: an amount in cents. */
const led = /^[^\p{L}\d.,]{0,3}\d[\d.,'’]*[.,]\d{2}\P{N}{0,3}$/u;

/** The share of a letter height that most fonts give to digits, dots and a minus. */
const [digitWidth, dotWidth, minusWidth] = [0.556, 0.278, 0.333];
/** Of fonts in which all letters are as wide as one another. */
const monospaced = 0.6;

/** "GROCER ......-80.00.....920.00": amounts that dots lead to are words of their own, and the dots are none. */
export function partLeaders(words: readonly Word[]): readonly Word[] {
  if (!words.some(({ text }) => leader.test(text))) return words;
  return words.flatMap((word) => (leader.test(word.text) ? parted(word) : [word]));
}

function parted(word: Word): Word[] {
  const parts = word.text.split(new RegExp(`(${leader.source})`));
  const [first, ...others] = parts.filter((_, at) => at % 2 === 0);
  if (others.length === 0 || !others.every((part) => part === "" || led.test(part))) return [word];
  if (others.every((part) => part === "") && first === "") return [];
  const width = widths(word);
  const total = width(word.text);
  const scale = (word.x1 - word.x0) / total;
  const [x, y, , height] = boxOf(word);
  const { printed: _, ...plain } = word;
  const found: Word[] = [];
  let passed = 0;
  for (const [at, text] of parts.entries()) {
    const [x0, x1] = [passed, passed + width(text)].map((each) => each * scale) as [number, number];
    passed += width(text);
    if (at % 2 === 1 || text === "") continue;
    const own = movedTo(plain, word.x0 + x0, word.x0 + x1);
    found.push({ ...own, text, box: [x + x0, y, x1 - x0, height] });
  }
  return found;
}

function widths({ text, x0, x1, size }: Word): (text: string) => number {
  if (Math.abs((x1 - x0) / (text.length * size) - monospaced) < 0.03) return (part) => part.length;
  const one = (letter: string) =>
    /[.,:'’]/.test(letter) ? dotWidth : /[-–]/.test(letter) ? minusWidth : digitWidth;
  return (part) => [...part].reduce((sum, letter) => sum + one(letter), 0);
}
