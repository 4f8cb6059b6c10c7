import { createCanvas } from "@napi-rs/canvas";
import { type GreyPicture, greyOf, release, toCanvas } from "./grey-picture.ts";
import type { PagePrint } from "./page-print.ts";

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

/**
 * One line of several pieces, for Tesseract reads a single figure much worse than a figure among others: it takes the
 * size of the type from the line. Only the pieces' own shapes are in it.
 */
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
  for (let y = Math.max(0, piece.top - 2); y <= Math.min(height - 1, piece.bottom + 2); y++) {
    for (let x = Math.max(0, piece.left - 2); x <= Math.min(width - 1, piece.right + 2); x++) {
      if (!isOthers(labels, width, height, x, y, own))
        to.pixels[(y + dy) * to.width + x + dx] = pixels[y * width + x]!;
    }
  }
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
