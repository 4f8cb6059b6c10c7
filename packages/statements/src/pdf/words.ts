import type { getDocumentProxy } from "unpdf";
import { maxItemCharacters, maxWordsPerPage } from "../limits.ts";
import { StatementError } from "../statement.ts";
import { characterOffsets, isMonospaced } from "./widths.ts";

/**
 * A word of a page. `x0`, `x1`, `top`, `bottom` and `baseline` are PDF points from the top left of the page
 * turned so that most of its text is upright; `box` is [x, y, width, height] on the page as displayed.
 */
export type Word = {
  text: string;
  x0: number;
  x1: number;
  top: number;
  bottom: number;
  baseline: number;
  size: number;
  font: string;
  box: readonly [number, number, number, number];
};

export type PageWords = { page: number; width: number; height: number; words: Word[] };

type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>;
type Run = {
  text: string;
  font: string;
  x: number;
  y: number;
  /** Quarter turns clockwise of the reading direction, or null for slanted text. */
  turn: number | null;
  width: number;
  size: number;
  ascent: number;
  descent: number;
};

/** The visible, upright words of one page. Slanted text (watermarks) and text off the page are left out. */
export async function readWords(proxy: Proxy, page: number): Promise<PageWords> {
  const handle = await proxy.getPage(page);
  const { width, height, transform } = handle.getViewport({ scale: 1 });
  const content = await handle.getTextContent({ includeMarkedContent: false });
  const runs: Run[] = [];
  for (const item of content.items) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const style = content.styles[item.fontName];
    const run = toRun(item, transform, style);
    if (run) runs.push(run);
    if (runs.length > maxWordsPerPage) throw new StatementError("too_large");
  }
  handle.cleanup();
  const turn = commonTurn(runs);
  const spacing = monospacedFonts(runs);
  const words: Word[] = [];
  for (const run of runs) {
    if (run.turn !== turn || !onPage(run, width, height)) continue;
    words.push(...split(run, turn, width, height, spacing.has(run.font)));
    if (words.length > maxWordsPerPage) throw new StatementError("too_large");
  }
  const sideways = turn % 2 === 1;
  return { page, width: sideways ? height : width, height: sideways ? width : height, words };
}

type Item = { str: string; transform: number[]; width: number; fontName: string };
type Style = { ascent?: number; descent?: number } | undefined;

function toRun(item: Item, view: number[], style: Style): Run | null {
  const [a = 0, b = 0, , , e = 0, f = 0] = item.transform;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const dx = va * a + vc * b;
  const dy = vb * a + vd * b;
  const angle = Math.atan2(dy, dx) / (Math.PI / 2);
  const nearest = Math.round(angle);
  const [, , c = 0, d = 0] = item.transform;
  const size = Math.hypot(c, d) || Math.hypot(a, b);
  const numbers = [e, f, item.width, size, angle];
  if (!numbers.every(Number.isFinite) || size < 1 || size > 200) return null;
  const ascent = style?.ascent || 0.8;
  const descent = style?.descent || -0.2;
  return {
    text: item.str.slice(0, maxItemCharacters).trimEnd(),
    font: item.fontName,
    x: va * e + vc * f + ve,
    y: vb * e + vd * f + vf,
    turn: Math.abs(angle - nearest) < 0.02 ? (nearest + 4) % 4 : null,
    width: item.width * (item.str.trimEnd().length / item.str.length || 1),
    size,
    ascent: Math.min(Math.max(ascent, 0.5), 1.1),
    descent: Math.max(Math.min(descent, 0), -0.4),
  };
}

function onPage(run: Run, width: number, height: number): boolean {
  return run.x > -1 && run.y > -1 && run.x < width + 1 && run.y < height + 1;
}

function commonTurn(runs: Run[]): number {
  const letters = [0, 0, 0, 0];
  for (const run of runs) if (run.turn !== null) letters[run.turn]! += run.text.length;
  return letters.indexOf(Math.max(...letters));
}

function monospacedFonts(runs: Run[]): Set<string> {
  const byFont = Map.groupBy(runs, (run) => run.font);
  return new Set([...byFont].filter(([, of]) => isMonospaced(of)).map(([font]) => font));
}

/** Turns a displayed point so that text of this turn reads from left to right. */
function upright(x: number, y: number, turn: number, width: number, height: number): [number, number] {
  if (turn === 1) return [y, width - x];
  if (turn === 2) return [width - x, height - y];
  if (turn === 3) return [height - y, x];
  return [x, y];
}

function displayed(x: number, y: number, turn: number, width: number, height: number): [number, number] {
  if (turn === 1) return [width - y, x];
  if (turn === 2) return [width - x, height - y];
  if (turn === 3) return [y, height - x];
  return [x, y];
}

function* split(run: Run, turn: number, width: number, height: number, monospaced: boolean): Generator<Word> {
  const offsets = characterOffsets(run.text, monospaced);
  const [left, baseline] = upright(run.x, run.y, turn, width, height);
  for (const match of run.text.matchAll(/\S+/g)) {
    const x0 = left + run.width * offsets[match.index]!;
    const x1 = left + run.width * offsets[match.index + match[0].length]!;
    const top = baseline - run.ascent * run.size;
    const bottom = baseline - run.descent * run.size;
    const [ax, ay] = displayed(x0, top, turn, width, height);
    const [bx, by] = displayed(x1, bottom, turn, width, height);
    yield {
      text: match[0],
      x0,
      x1,
      top,
      bottom,
      baseline,
      size: run.size,
      font: run.font,
      box: [Math.min(ax, bx), Math.min(ay, by), Math.abs(bx - ax), Math.abs(by - ay)],
    };
  }
}
