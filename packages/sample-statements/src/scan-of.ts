import { type Canvas, createCanvas, DOMMatrix, ImageData, Path2D } from "@napi-rs/canvas";
import PDFDocument from "pdfkit";
import { collect } from "./sheet.ts";

/** What a scanner does to paper. */
export type Scanner = {
  dpi: number;
  /** How far the paper lies from straight, in degrees, clockwise. */
  skew?: number;
  /** Quarters of a circle that the sheet is turned by, clockwise. */
  quarters?: number;
  /** Standard deviation of each pixel's light, of 255. */
  noise?: number;
  /** 1 to 100; PNG without it. */
  jpegQuality?: number;
  /** Of the noise: the same seed gives the same picture. */
  seed?: number;
};

export type Picture = {
  image: Buffer;
  /** The page's size in points. */
  width: number;
  height: number;
};

/** The pages of a PDF as pictures in another: pages of the same sizes, and no text. */
export async function scanOf(pdf: Uint8Array, scanner: Scanner): Promise<Uint8Array<ArrayBuffer>> {
  const { pictures, created } = await picturesOf(pdf, scanner);
  const info = { Producer: "Finflow sample statements", CreationDate: created };
  const document = new PDFDocument({ autoFirstPage: false, margin: 0, info });
  for (const { image, width, height } of pictures) {
    document.addPage({ size: [width, height], margin: 0 });
    document.image(image, 0, 0, { width, height });
  }
  return await collect(document);
}

/** What a scanner makes of each page, and the day of the PDF. */
export async function picturesOf(
  pdf: Uint8Array,
  scanner: Scanner,
): Promise<{ pictures: Picture[]; created: Date }> {
  // What pdf.js draws with, where there is no browser; it looks for them when it is loaded.
  Object.assign(globalThis, { DOMMatrix, ImageData, Path2D });
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const assets = decodeURIComponent(new URL("./", import.meta.resolve("pdfjs-dist/package.json")).pathname);
  const task = getDocument({
    data: new Uint8Array(pdf),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    standardFontDataUrl: `${assets}standard_fonts/`,
  });
  const source = await task.promise;
  const random = randomFrom(scanner.seed ?? 1);
  const pictures: Picture[] = [];
  for (let number = 1; number <= source.numPages; number++) {
    const page = await source.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: scanner.dpi / 72 });
    const paper = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    await page.render({ canvas: paper as never, viewport, background: "#ffffff" }).promise;
    const sides = (scanner.quarters ?? 0) % 2 === 1 ? { width: height, height: width } : { width, height };
    pictures.push({ image: scanned(paper, scanner, random), ...sides });
  }
  const { info } = await source.getMetadata();
  const day = /^D:(\d{4})(\d\d)(\d\d)/.exec(String((info as { CreationDate?: string }).CreationDate));
  await task.destroy();
  return { pictures, created: new Date(day ? `${day[1]}-${day[2]}-${day[3]}T12:00:00Z` : 0) };
}

function scanned(paper: Canvas, scanner: Scanner, random: () => number): Buffer {
  const { skew = 0, noise = 0, jpegQuality, quarters = 0 } = scanner;
  const [width, height] = quarters % 2 === 1 ? [paper.height, paper.width] : [paper.width, paper.height];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.translate(width / 2, height / 2);
  context.rotate((skew * Math.PI) / 180 + (quarters * Math.PI) / 2);
  context.drawImage(paper, -paper.width / 2, -paper.height / 2);
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
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
