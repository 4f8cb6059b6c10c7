import { createCanvas } from "@napi-rs/canvas";
import { type GreyPicture, greyOf, release, toCanvas } from "../picture/grey-picture.ts";
import type { PagePrint } from "../picture/page-print.ts";

/** A part of a line, in pixels of the page, and the numbers of its shapes. */
export type Piece = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  baseline: number;
  shapes: readonly number[];
};

/** Pieces beside each other on one baseline; `offsets` lead from places in the page to places in the picture. */
export type Strip = { picture: GreyPicture; pieces: readonly Piece[]; offsets: number[]; zoom: number };

/** White around the pieces, in pixels of the page, and between two, in heights of the strip. */
const border = 8;
const gap = 1.4;

/** One line of one piece or several. Only the pieces' own shapes are in it. */
export function stripOf(print: PagePrint, pieces: readonly Piece[], zoom: number): Strip {
  const above = Math.max(...pieces.map(({ top, baseline }) => baseline - top));
  const below = Math.max(...pieces.map(({ bottom, baseline }) => bottom - baseline));
  const between = Math.round(gap * (above + 1));
  let width = border;
  const offsets = pieces.map(({ left, right }) => {
    const offset = width - left;
    width += right - left + 1 + between;
    return offset;
  });
  width += border - between;
  const height = above + below + 1 + 2 * border;
  const pixels = new Uint8Array(width * height).fill(255);
  const strip = { width, height, pixels };
  pieces.forEach((piece, index) => {
    copy(print, piece, strip, offsets[index]!, border + above - piece.baseline);
  });
  return { picture: zoom === 1 ? strip : enlarged(strip, zoom), pieces, offsets, zoom };
}

function copy({ picture, labels }: PagePrint, piece: Piece, to: GreyPicture, dx: number, dy: number): void {
  const { width, height, pixels } = picture;
  const own = new Set(piece.shapes);
  const white = paperAround(picture, labels, piece);
  for (let y = Math.max(0, piece.top - 2); y <= Math.min(height - 1, piece.bottom + 2); y++) {
    for (let x = Math.max(0, piece.left - 2); x <= Math.min(width - 1, piece.right + 2); x++) {
      if (!isOthers(labels, width, height, x, y, own))
        to.pixels[(y + dy) * to.width + x + dx] = Math.min(255, (pixels[y * width + x]! * 255) / white);
    }
  }
}

/** Paper is a little uneven, and what is about as light as it is white: noise, and what JPEG leaves around letters. */
const aboutPaper = 0.96;

/** How light a piece's paper is. Left as it is, tinted or shaded paper would stand on the strip's white as a box. */
function paperAround(
  { width, height, pixels }: GreyPicture,
  labels: Int32Array,
  { left, right, top, bottom }: Piece,
): number {
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, top - 2); y <= Math.min(height - 1, bottom + 2); y++) {
    for (let x = Math.max(0, left - 2); x <= Math.min(width - 1, right + 2); x++) {
      if (labels[y * width + x] !== 0) continue;
      sum += pixels[y * width + x]!;
      count++;
    }
  }
  return count === 0 ? 255 : (aboutPaper * sum) / count;
}

/** Ink of other shapes, and the blur around it. */
function isOthers(
  labels: Int32Array,
  width: number,
  height: number,
  x: number,
  y: number,
  own: ReadonlySet<number>,
): boolean {
  let isForeign = false;
  for (let nearY = Math.max(0, y - 1); nearY <= Math.min(height - 1, y + 1); nearY++) {
    for (let nearX = Math.max(0, x - 1); nearX <= Math.min(width - 1, x + 1); nearX++) {
      const label = labels[nearY * width + nearX]!;
      if (label === 0) continue;
      if (own.has(label)) return false;
      isForeign = true;
    }
  }
  return isForeign;
}

function enlarged(picture: GreyPicture, zoom: number): GreyPicture {
  const small = toCanvas(picture);
  const large = createCanvas(Math.round(picture.width * zoom), Math.round(picture.height * zoom));
  const context = large.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(small, 0, 0, large.width, large.height);
  const grey = greyOf(large);
  release(small);
  release(large);
  return grey;
}
