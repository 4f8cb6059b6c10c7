import { maxAreasPerPage, maxWordsPerPage } from "../limits.ts";
import { StatementError } from "../statement.ts";
import { ContentReader } from "./content-reader.ts";
import { type CutWord, CutWords } from "./cut-words.ts";
import type { OpenDocument } from "./document.ts";
import type { Font } from "./graphics-state.ts";
import type { Matrix } from "./matrix.ts";
import { drawnByViewers } from "./notes.ts";
import { follow } from "./operators.ts";
import type { Area } from "./painted.ts";
import { asCharacters, interpretable } from "./printed-text.ts";
import { type Fragment, startsWithMark } from "./show-text.ts";
import { saysNonsense } from "./trust.ts";
import { Visibility } from "./visibility.ts";
import { type Box, boxOf, type Reach, type Word } from "./word.ts";
import type { FontFacts } from "./worker-link.ts";

/**
 * What a page's text is worth: `shown` can be read; `none`: it paints, but no text; `hidden`: all its text is
 * invisible, as the layer that scanners lay over their pictures; `nonsense`: its fonts do not say what their glyphs
 * mean; `blank`: it paints nothing.
 */
export type PageText = "shown" | "none" | "hidden" | "nonsense" | "blank";

export type PageWords = { page: number; width: number; height: number; words: Word[]; cuts?: Cut[] };

/** What is left of a word that is cut by the edge of the page or of a clip, on the page as displayed. */
export type Cut = { box: Box; side: CutWord["side"]; text: string };

/** A page by its own text: `words` is what can be seen and read, and empty unless `text` is `shown`. */
export type WrittenPage = PageWords & {
  text: PageText;
  /** The invisible words of a page that shows none. Nothing says that they are what the page shows. */
  layer: Word[];
};

/** The upright words of one page. Slanted text (watermarks) and what cannot be seen are left out. */
export async function readWords(document: OpenDocument, page: number): Promise<WrittenPage> {
  const handle = await document.proxy.getPage(page);
  const { width, height, transform } = handle.getViewport({ scale: 1 });
  const parts = await document.link.operatorsOf(() => handle.getOperatorList());
  const notes = document.notes.filter(({ pageIndex }) => pageIndex === page - 1);
  const view = transform as unknown as Matrix;
  const whole = { x0: 0, y0: 0, x1: width, y1: height };
  const reader = new ContentReader({
    view,
    page: whole,
    font: fontsOf(document, handle.commonObjs),
    isOn: (layer) => isOn(document, layer),
    maxAreas: maxAreasPerPage,
  });
  follow(parts, document.operators, reader, maxWordsPerPage);
  const { fragments, areas, isBlank } = reader;
  handle.cleanup();
  if (fragments.length > maxWordsPerPage) throw new StatementError("too_large");
  const sight = new Visibility([...areas, ...drawnByViewers(notes, view, whole)]);
  const seen: Fragment[] = [];
  const cut = new CutWords();
  for (const fragment of fragments) {
    const pieces = sight.seen(fragment);
    seen.push(...pieces);
    cut.add(fragment, pieces);
  }
  const found = { page, ...sizeOf(width, height, commonTurn(seen)), words: [], layer: [] };
  if (seen.length > 0) {
    if (saysNonsense(seen)) return { ...found, text: "nonsense" };
    const words = toWords(seen, width, height);
    if (words.length < fewestWords && isPicture(areas, width * height)) return { ...found, text: "none" };
    if (cut.found.length === 0) return { ...found, text: "shown", words };
    return { ...found, text: "shown", words, cuts: toCuts(cut.found, commonTurn(seen), width, height) };
  }
  const hidden = fragments.filter(({ isInvisible, text }) => isInvisible && text.length > 0);
  if (hidden.length === 0) return { ...found, text: isBlank ? "blank" : "none" };
  const turned = sizeOf(width, height, commonTurn(hidden));
  const layer = saysNonsense(hidden) ? [] : toWords(hidden, width, height);
  return { ...found, ...turned, text: "hidden", layer };
}

/** Fewer words over the picture of a page are a stamp: the scanner's name, a page number, the head of a fax. */
const fewestWords = 12;

/** Whether one picture covers most of a page. */
function isPicture(areas: readonly Area[], page: number): boolean {
  return areas.some(({ color, x0, y0, x1, y1 }) => color === null && (x1 - x0) * (y1 - y0) > 0.6 * page);
}

function sizeOf(width: number, height: number, turn: number): { width: number; height: number } {
  return turn % 2 === 1 ? { width: height, height: width } : { width, height };
}

function isOn({ layers }: OpenDocument, layer: unknown): boolean {
  try {
    return layers?.isVisible(layer as never) ?? true;
  } catch {
    // A file whose layers are defined wrongly shows them.
    return true;
  }
}

type Objects = { has(id: string): boolean; get(id: string): unknown };
/** A font's scale with 500 units to a letter's height. */
const mostUnit = 0.002;

type Type3 = { fontMatrix?: number[]; bbox?: number[] };

/** Fonts by pdf.js's name for them. Type 3 fonts have a scale of their own, all others a thousandth. */
function fontsOf({ link }: OpenDocument, objects: Objects): (id: string) => Font | null {
  const known = new Map<string, Font>();
  return (id) => {
    const before = known.get(id);
    if (before) return before;
    const facts = link.fonts.get(id);
    if (!facts) return null;
    const font: Font = { ...facts, id: facts.name || id, unitsX: 0.001, unitsY: 1, reach: reachOf(facts) };
    if (facts.isType3 && objects.has(id)) {
      const { fontMatrix = [0.001, 0, 0, 0.001], bbox } = objects.get(id) as Type3;
      font.unitsX = fontMatrix[0]!;
      const scale = Math.abs(fontMatrix[3]!);
      const tall = bbox ? Math.abs(bbox[3]! - bbox[1]!) * scale : 0;
      // With hundreds of units to a letter's height the font's size is that height, as in other fonts; with fewer it
      // is not said, and a box around all letters is a little taller.
      font.unitsY = scale <= mostUnit ? 1 : tall > 0 ? tall * 0.9 : 1_000 * scale;
    }
    known.set(id, font);
    return font;
  };
}

/** Fonts that do not say, or that are not to be believed, are as most. */
function reachOf({ ascent, descent }: FontFacts): Reach {
  return {
    ascent: Math.min(Math.max(ascent || 0.8, 0.5), 1.1),
    descent: Math.max(Math.min(descent || -0.2, 0), -0.4),
  };
}

function commonTurn(fragments: readonly Fragment[]): number {
  const letters = [0, 0, 0, 0];
  for (const { turn, text } of fragments) if (turn !== null) letters[turn]! += text.length;
  return letters.indexOf(Math.max(...letters));
}

function toWords(fragments: readonly Fragment[], width: number, height: number): Word[] {
  const turn = commonTurn(fragments);
  const words: Word[] = [];
  for (const fragment of withMarks(fragments)) {
    if (fragment.turn !== turn) continue;
    const word = toWord(fragment, turn, width, height);
    if (word) words.push(word);
  }
  return words;
}

function toCuts(cut: readonly CutWord[], turn: number, width: number, height: number): Cut[] {
  return cut.flatMap(({ left, side }) => {
    const word = left.turn === turn ? toWord(left, turn, width, height) : null;
    return word ? [{ box: boxOf(word), side, text: word.text }] : [];
  });
}

/** Marks that are drawn by themselves, as some writers do, join the letter that was drawn before them. */
function withMarks(fragments: readonly Fragment[]): Fragment[] {
  const joined: Fragment[] = [];
  for (const fragment of fragments) {
    const last = joined.at(-1);
    const isMark = last && startsWithMark(fragment.text);
    if (isMark && Math.hypot(fragment.x - last.endX, fragment.y - last.endY) < last.size) {
      const isLong = fragment.text.length > 2;
      const { endX, endY } = isLong ? fragment : last;
      joined[joined.length - 1] = { ...last, text: last.text + fragment.text, endX, endY };
    } else joined.push(fragment);
  }
  return joined;
}

function toWord(fragment: Fragment, turn: number, width: number, height: number): Word | null {
  const printed = asCharacters(fragment.text);
  const text = interpretable(printed);
  if (text === "") return null;
  const { size } = fragment;
  const [x0, baseline] = upright(fragment.x, fragment.y, turn, width, height);
  const [x1] = upright(fragment.endX, fragment.endY, turn, width, height);
  const word: Word = {
    text,
    x0,
    x1,
    baseline,
    size,
    font: fragment.font,
    box: turn === 0 ? fragment.reach : displayedBox(fragment, x0, x1, baseline, turn, width, height),
    isBegin: fragment.isBegin,
    isEnd: fragment.isEnd,
  };
  if (text !== printed) word.printed = printed;
  return word;
}

/** Turns a displayed point so that text of this turn reads from left to right. */
function upright(x: number, y: number, turn: number, width: number, height: number): [number, number] {
  if (turn === 1) return [y, width - x];
  if (turn === 2) return [width - x, height - y];
  if (turn === 3) return [height - y, x];
  return [x, y];
}

function displayedBox(
  { reach, size }: Fragment,
  x0: number,
  x1: number,
  baseline: number,
  turn: number,
  width: number,
  height: number,
): Box {
  const [ax, ay] = displayed(x0, baseline - reach.ascent * size, turn, width, height);
  const [bx, by] = displayed(x1, baseline - reach.descent * size, turn, width, height);
  return [Math.min(ax, bx), Math.min(ay, by), Math.abs(bx - ax), Math.abs(by - ay)];
}

function displayed(x: number, y: number, turn: number, width: number, height: number): [number, number] {
  if (turn === 1) return [width - y, x];
  if (turn === 2) return [width - x, height - y];
  if (turn === 3) return [y, height - x];
  return [x, y];
}
