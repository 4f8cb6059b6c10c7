import type { Shape } from "./ink-shapes.ts";

/** Words beside each other on one line, with no wide gap between them: what is recognised in one piece. */
export type PrintLine = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Where most of its letters stand. */
  baseline: number;
  /** Numbers of its shapes. */
  shapes: number[];
};

/** In inches. What is taller or wider is no letter, what is lower is a mark beside letters or a speck. */
const tallest = 0.6;
const widest = 2;
const lowest = 0.03;

/** What is filled so far and larger than so many inches both ways is a punched hole, or a seal. */
const solid = 0.7;
const smallestSolid = 0.12;

/** Pixels of a mark that counts as one: less may be a point of small type, or a speck where there are many. */
const smallestMark = 4;
const mostSpecks = 60_000;

/** Gaps inside a line, in heights of its letters. */
const widestGap = 1.3;

/** Shapes of a line share this part of the lower one's height. */
const leastOverlap = 0.5;

/** A shape so many times higher than a line's letters is two letters of two lines that touch. */
const touching = 1.95;

/** Letters of one line are not so many times higher than others: print under a stamp is no part of the stamp's words. */
const mostHigher = 2.1;

/** In inches: an asterisk is lower, among letters twice as high. */
const lowestType = 0.05;

/** Marks are lower than this part of their line. */
const lowMark = 0.6;

/** A mark that is wider than so many heights of its line is no dash: it is what is left of a rule. */
const widestMark = 2;

/** More letters than on any printed page, and more marks, are the grain of a photograph; more lines as well. */
const mostLetters = 15_000;
const mostMarks = 30_000;
const mostLines = 1_500;

type Chain = { members: number[]; shapes: Shape[]; left: number; right: number; top: number; bottom: number };

/**
 * Parts a page's print into lines by its shapes. Cells of a table that stand half a line higher than their neighbours
 * are lines of their own, which no division of the page into rows would tell.
 *
 * @param out numbers of shapes that are left out
 */
export function printLines(
  shapes: readonly Shape[],
  pixelsPerInch: number,
  out: ReadonlySet<number> = new Set(),
): PrintLine[] {
  const order = shapes
    .map((shape, index) => ({ shape, number: index + 1 }))
    .filter(({ shape, number }) => isMark(shape, pixelsPerInch) && !out.has(number))
    .sort((a, b) => a.shape.left - b.shape.left);
  const marks = order.filter(({ shape }) => shape.area >= smallestMark).length;
  if (marks > mostMarks) return [];
  const isLetter = ({ shape }: { shape: Shape }) => heightOf(shape) >= lowest * pixelsPerInch;
  const letters = order.filter(isLetter);
  if (letters.length > mostLetters) return [];
  const chains: Chain[] = [];
  let open: Chain[] = [];
  for (const { shape, number } of letters) {
    open = open.filter((chain) => shape.left - chain.right <= widestGap * tallest * pixelsPerInch);
    const chain = nearest(open, shape, lowestType * pixelsPerInch);
    if (chain) add(chain, shape, number);
    else {
      const begun = { members: [number], shapes: [shape], ...edgesOf(shape) };
      chains.push(begun);
      open.push(begun);
    }
  }
  if (chains.length > 3 * mostLines) return [];
  const lines = joined(chains);
  const hasPoints = order.length - marks <= mostSpecks;
  for (const each of order)
    if (!isLetter(each) && (hasPoints || each.shape.area >= smallestMark))
      attach(lines, each.shape, each.number);
  // In type of one width the digits before and after a point are that far apart that only the point joins them.
  const whole = joined(lines);
  return whole.length > mostLines ? [] : whole.map(toLine);
}

function isMark(shape: Shape, pixelsPerInch: number): boolean {
  const [width, height] = [shape.right - shape.left + 1, heightOf(shape)];
  const isSolid =
    Math.min(width, height) >= smallestSolid * pixelsPerInch && shape.area >= solid * width * height;
  return height <= tallest * pixelsPerInch && width <= widest * pixelsPerInch && !isSolid;
}

const heightOf = ({ top, bottom }: { top: number; bottom: number }): number => bottom - top + 1;

/** The middle one of heights. */
function typeHeight(shapes: readonly Shape[]): number {
  const heights = shapes.map(heightOf).sort((a, b) => a - b);
  return heights[heights.length >> 1]!;
}

const edgesOf = ({ left, right, top, bottom }: Shape) => ({ left, right, top, bottom });

/** The line that a shape goes on with: of those it overlaps, the one most alike in height, and then the nearest. */
function nearest(open: readonly Chain[], shape: Shape, leastType: number): Chain | undefined {
  let best: Chain | undefined;
  let most = 0;
  for (const chain of open) {
    const band = bandOf(chain);
    const [height, other] = [heightOf(shape), heightOf(band)];
    const overlap = Math.min(shape.bottom, band.bottom) - Math.max(shape.top, band.top) + 1;
    if (overlap < leastOverlap * Math.min(height, other)) continue;
    if (chain.members.length > 2 && height > touching * other) continue;
    if (height >= leastType && typeHeight(chain.shapes.slice(-6)) > mostHigher * height) continue;
    if (shape.left - chain.right > widestGap * Math.max(height, other)) continue;
    const likeness = overlap / Math.max(height, other);
    if (likeness > most || (likeness === most && best && chain.right > best.right)) {
      best = chain;
      most = likeness;
    }
  }
  return best;
}

/** The heights between which a line's last letters are: what is left of a page's skew moves them. */
function bandOf({ shapes }: Chain): { top: number; bottom: number } {
  let [top, bottom] = [Number.POSITIVE_INFINITY, 0];
  for (const shape of shapes.slice(-6)) {
    top = Math.min(top, shape.top);
    bottom = Math.max(bottom, shape.bottom);
  }
  return { top, bottom };
}

function add(chain: Chain, shape: Shape, number: number): void {
  chain.members.push(number);
  chain.shapes.push(shape);
  chain.left = Math.min(chain.left, shape.left);
  chain.right = Math.max(chain.right, shape.right);
  chain.top = Math.min(chain.top, shape.top);
  chain.bottom = Math.max(chain.bottom, shape.bottom);
}

/** Marks and letters that began a line of their own, over, inside of or right beside a line, are its own. */
function joined(chains: readonly Chain[]): Chain[] {
  const kept: Chain[] = [];
  for (const chain of chains.toSorted(
    (a, b) => b.members.length - a.members.length || heightOf(b) - heightOf(a),
  )) {
    const into = kept.find((other) => belongs(chain, other));
    if (!into && shareOut(chain, kept)) continue;
    if (!into) kept.push(chain);
    else
      chain.shapes.forEach((shape, index) => {
        add(into, shape, chain.members[index]!);
      });
  }
  return kept;
}

function belongs(part: Chain, whole: Chain): boolean {
  const height = heightOf(whole);
  const beside = Math.max(whole.left - part.right, part.left - whole.right);
  // A comma hangs below its line, and a quotation mark stands at its top.
  if (part.members.length <= 2 && heightOf(part) <= lowMark * height && beside <= 0.7 * height)
    return Math.max(whole.top - part.bottom, part.top - whole.bottom) <= 0;
  const overlap = Math.min(part.bottom, whole.bottom) - Math.max(part.top, whole.top) + 1;
  if (heightOf(part) > 1.3 * height || overlap < 0.6 * heightOf(part) || beside > 0.7 * height) return false;
  return part.members.length <= 2 || typeHeight(whole.shapes) <= mostHigher * typeHeight(part.shapes);
}

/** A shape that reaches over two lines is both lines' own, in which the rest of it does not show. */
function shareOut(part: Chain, lines: readonly Chain[]): boolean {
  if (part.members.length > 1) return false;
  const crossed = lines.filter((line) => {
    const overlap = Math.min(part.bottom, line.bottom) - Math.max(part.top, line.top) + 1;
    const beside = Math.max(line.left - part.right, part.left - line.right);
    return heightOf(part) > 1.3 * heightOf(line) && beside <= 0 && overlap >= 0.6 * heightOf(line);
  });
  for (const line of crossed) line.members.push(...part.members);
  return crossed.length > 0;
}

/** Dots, commas, strokes and accents go to the line that they are nearest to; a speck alone goes to none. */
function attach(lines: readonly Chain[], shape: Shape, number: number): void {
  let best: Chain | undefined;
  let least = Number.POSITIVE_INFINITY;
  const isSpeck = shape.area < smallestMark;
  for (const line of lines) {
    const height = heightOf(line);
    if (shape.right - shape.left + 1 > widestMark * height) continue;
    const beside = Math.max(line.left - shape.right, shape.left - line.right, 0);
    const off = Math.max(line.top - shape.bottom, shape.top - line.bottom, 0);
    if (beside > widestGap * height || off > (isSpeck ? 0.1 : 0.35) * height) continue;
    const distance = beside + 3 * off;
    if (distance < least) [best, least] = [line, distance];
  }
  if (best) add(best, shape, number);
}

function toLine({ members, shapes, left, right, top, bottom }: Chain): PrintLine {
  const bottoms = shapes
    .filter((shape) => heightOf(shape) >= 0.5 * (bottom - top))
    .map((shape) => shape.bottom)
    .sort((a, b) => a - b);
  const baseline = bottoms[bottoms.length >> 1] ?? bottom;
  return { left, right, top, bottom, baseline, shapes: members };
}
