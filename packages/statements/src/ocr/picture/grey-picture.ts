import { type Canvas, createCanvas } from "@napi-rs/canvas";

/** A picture of one byte for each pixel, 0 black to 255 white, row by row. */
export type GreyPicture = { width: number; height: number; pixels: Uint8Array };

/** What is at most this light is ink, between a grey scan's paper and its print. */
const lightestInk = 128;

/** Gives a canvas's memory back now: the collector sees a small object, and is in no hurry for the pixels behind it. */
export function release(canvas: Canvas): void {
  canvas.width = 1;
  canvas.height = 1;
}

/** Luma of ITU-R BT.601, in 256ths. */
export function greyOf(canvas: Canvas): GreyPicture {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const pixels = new Uint8Array(width * height);
  for (let from = 0, to = 0; to < pixels.length; from += 4, to++) {
    pixels[to] = (77 * data[from]! + 150 * data[from + 1]! + 29 * data[from + 2]!) >> 8;
  }
  return { width, height, pixels };
}

/** The picture turned about its middle, clockwise by `radians`, in the same frame; white comes in at the corners. */
export function turned(canvas: Canvas, radians: number): Canvas {
  const { width, height } = canvas;
  const result = createCanvas(width, height);
  const context = result.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.translate(width / 2, height / 2);
  context.rotate(radians);
  context.drawImage(canvas, -width / 2, -height / 2);
  return result;
}

/** The picture turned clockwise by quarters of a circle. */
export function quarterTurned(picture: GreyPicture, quarters: number): GreyPicture {
  if (quarters % 4 === 0) return picture;
  const { width, height, pixels } = picture;
  const result = new Uint8Array(pixels.length);
  for (let y = 0, from = 0; y < height; y++)
    for (let x = 0; x < width; x++) result[x * height + height - 1 - y] = pixels[from++]!;
  return quarterTurned({ width: height, height: width, pixels: result }, quarters - 1);
}

export function toCanvas({ width, height, pixels }: GreyPicture): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let from = 0, to = 0; from < pixels.length; from++, to += 4) {
    image.data.fill(pixels[from]!, to, to + 3);
    image.data[to + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** A portable greymap (the netpbm format P5): nothing to compress, and Leptonica reads it. */
export function toGreymap({ width, height, pixels }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), pixels]);
}

/** Every fourth pixel of every fourth row that is ink, as x and y in turn. */
export function inkOf({ width, height, pixels }: GreyPicture, step = 2): Int32Array {
  const found: number[] = [];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) if (pixels[y * width + x]! <= lightestInk) found.push(x, y);
  }
  return Int32Array.from(found);
}
