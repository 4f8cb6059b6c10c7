import { type Canvas, createCanvas } from "@napi-rs/canvas";
import PDFDocument from "pdfkit";
import { canvasGlobals } from "../../src/ocr/canvas-globals.ts";
import { closeDocument, openDocument } from "../../src/pdf/document.ts";

/** What a scanner does to paper. */
export type Scanner = {
  dpi: number;
  /** How far the paper lies from straight, in degrees. */
  skew?: number;
  /** Standard deviation of each pixel's light, of 255. */
  noise?: number;
  /** 1 to 100; PNG without it. */
  jpegQuality?: number;
  /** Pages to take, from 1; all without it. */
  pages?: readonly number[];
  /** Seed of the noise. */
  seed?: number;
};

/** The pages of a PDF as pictures in another: the same page sizes, and no text. */
export async function scanOf(pdf: Uint8Array, scanner: Scanner): Promise<Uint8Array> {
  canvasGlobals();
  const source = await openDocument(pdf, undefined, { maxPixels: 1e8 });
  const target = new PDFDocument({ autoFirstPage: false, margin: 0, info: { CreationDate: new Date(0) } });
  const random = randomFrom(scanner.seed ?? 1);
  for (const number of scanner.pages ?? Array.from({ length: source.pages }, (_, index) => index + 1)) {
    const page = await source.proxy.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: scanner.dpi / 72 });
    const paper = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    await page.render({ canvas: paper as never, viewport, background: "#ffffff" }).promise;
    const picture = photographed(paper, scanner, random);
    target.addPage({ size: [width, height], margin: 0 });
    target.image(picture, 0, 0, { width, height });
  }
  await closeDocument(source);
  target.end();
  return new Uint8Array(Buffer.concat(await Array.fromAsync(target as AsyncIterable<Buffer>)));
}

function photographed(
  paper: Canvas,
  { skew = 0, noise = 0, jpegQuality }: Scanner,
  random: () => number,
): Buffer {
  const { width, height } = paper;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.translate(width / 2, height / 2);
  context.rotate((skew * Math.PI) / 180);
  context.drawImage(paper, -width / 2, -height / 2);
  if (noise > 0) {
    const image = context.getImageData(0, 0, width, height);
    for (let at = 0; at < image.data.length; at += 4) {
      // The sum of four even numbers is near enough to a normal one.
      const change = (random() + random() + random() + random() - 2) * Math.sqrt(3) * noise;
      for (let color = 0; color < 3; color++) image.data[at + color] = image.data[at + color]! + change;
    }
    context.putImageData(image, 0, 0);
  }
  return jpegQuality === undefined
    ? canvas.toBuffer("image/png")
    : canvas.toBuffer("image/jpeg", jpegQuality);
}

/** Mulberry32: small, even enough, and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
