import type { GreyPicture } from "./grey-picture.ts";

/** In inches: the light of the paper is measured in squares of this side. */
const side = 0.08;

/** Of a square's pixels, so many are no lighter than its paper: print covers less than the rest. */
const printCovers = 0.2;

/** From square to square a shadow grows by no more, in parts of the paper's light; at the edge of a coloured area it jumps. */
const steepest = 0.15;

/** Nor does it over two squares, where an edge that runs askew has squares on it that are half the one and half the other. */
const steepestOverTwo = 0.33;

/** Where fewer squares are darker than this part of the paper, there is no shadow that hides anything. */
const leastShadow = 0.85;
const leastArea = 0.01;

/** Darker than this, of 255, nothing of a shadow's print is left. */
const darkest = 60;

/**
 * A page with its shadows lit: the fold of a book, the hand over a photograph. Paper in shadow would pass for ink. The
 * page itself where it has none; coloured areas with print in white stay as they are.
 */
export function evenLight(page: GreyPicture, pixelsPerInch: number): GreyPicture {
  const squares = measured(page, Math.max(4, Math.round(side * pixelsPerInch)));
  const paper = usualLight(squares.light);
  const lit = paperOnly(squares, paper);
  if (lit.filter((light) => light < leastShadow * paper).length <= leastArea * lit.length) return page;
  return relit(page, { ...squares, light: lit }, paper);
}

type Squares = { size: number; across: number; down: number; light: Uint8Array };

/** The light of the paper in each square. */
function measured({ width, height, pixels }: GreyPicture, size: number): Squares {
  const [across, down] = [Math.ceil(width / size), Math.ceil(height / size)];
  const light = new Uint8Array(across * down);
  const counts = new Uint16Array(256);
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      counts.fill(0);
      let all = 0;
      for (let y = row * size; y < Math.min(height, (row + 1) * size); y += 2)
        for (let x = column * size; x < Math.min(width, (column + 1) * size); x += 2, all++)
          counts[pixels[y * width + x]!]!++;
      let left = printCovers * all;
      let own = 255;
      while (own > 0 && left >= counts[own]!) left -= counts[own--]!;
      light[row * across + column] = own;
    }
  }
  return { size, across, down, light };
}

function usualLight(light: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const each of light) counts[each]!++;
  let most = 255;
  for (let each = 254; each >= 128; each--) if (counts[each]! > counts[most]!) most = each;
  return most;
}

/** The squares' light where it is that of paper, lit or in a shadow; elsewhere that of the paper beside it. */
function paperOnly({ across, down, light }: Squares, paper: number): Uint8Array {
  const own = new Uint8Array(light.length);
  const step = steepest * paper;
  const open: number[] = [];
  light.forEach((each, at) => {
    if (each < paper - step) return;
    own[at] = each;
    open.push(at);
  });
  const around = (at: number) => {
    const column = at % across;
    return [
      column > 0 ? at - 1 : -1,
      column < across - 1 ? at + 1 : -1,
      at - across,
      at + across < across * down ? at + across : -1,
    ].filter((next) => next >= 0);
  };
  const isShadow = (at: number) => {
    const [row, column] = [Math.floor(at / across), at % across];
    let most = 0;
    for (let y = Math.max(0, row - 2); y <= Math.min(down - 1, row + 2); y++)
      for (let x = Math.max(0, column - 2); x <= Math.min(across - 1, column + 2); x++)
        most = Math.max(most, light[y * across + x]!);
    return light[at]! >= darkest && most - light[at]! <= steepestOverTwo * paper;
  };
  const waiting: number[] = [];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const next of around(at)) {
      if (own[next] !== 0) continue;
      if (isShadow(next) && Math.abs(light[next]! - own[at]!) <= step) {
        own[next] = light[next]!;
        open.push(next);
      } else waiting.push(at);
    }
  // Areas that are no paper have the light of what they stand on.
  for (let index = 0; index < waiting.length; index++) {
    const at = waiting[index]!;
    for (const next of around(at)) {
      if (own[next] !== 0) continue;
      own[next] = own[at]!;
      waiting.push(next);
    }
  }
  return own.map((each) => each || paper);
}

/** Each pixel in the light that the middles of the squares around it have. */
function relit({ width, height, pixels }: GreyPicture, squares: Squares, paper: number): GreyPicture {
  const { size, across, down, light } = squares;
  const lit = new Uint8Array(pixels.length);
  const place = (at: number, count: number) => {
    const middle = Math.min(count - 1, Math.max(0, (at + 0.5) / size - 0.5));
    const low = Math.floor(middle);
    return { low, high: Math.min(count - 1, low + 1), part: middle - low };
  };
  const columns = Array.from({ length: width }, (_, x) => place(x, across));
  for (let y = 0; y < height; y++) {
    const { low, high, part } = place(y, down);
    const between = Float32Array.from(
      { length: across },
      (_, column) => light[low * across + column]! * (1 - part) + light[high * across + column]! * part,
    );
    for (let x = 0; x < width; x++) {
      const column = columns[x]!;
      const own = between[column.low]! * (1 - column.part) + between[column.high]! * column.part;
      lit[y * width + x] = Math.min(255, (pixels[y * width + x]! * paper) / own);
    }
  }
  return { width, height, pixels: lit };
}
