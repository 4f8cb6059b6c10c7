import { fileURLToPath } from "node:url";
import PDFDocument from "pdfkit";
import type { Face, Measure } from "../layout/page.ts";

export type FontFile = { regular: string; bold: string };

/** Liberation Sans, which pdf.js ships: Latin, Cyrillic and Greek, as wide as Helvetica. */
export const liberation: FontFile = {
  regular: fontPath("LiberationSans-Regular.ttf"),
  bold: fontPath("LiberationSans-Bold.ttf"),
};

function fontPath(name: string): string {
  return fileURLToPath(new URL(`standard_fonts/${name}`, import.meta.resolve("pdfjs-dist/package.json")));
}

const widths: Record<Face, Map<string, number>> = { regular: new Map(), bold: new Map() };
let measuring: PDFKit.PDFDocument | undefined;

/** The advance of one character at one point: Liberation Sans where it has it, else what its script is set in. */
export function characterWidth(character: string, face: Face): number {
  const known = widths[face].get(character);
  if (known !== undefined) return known;
  measuring ??= new PDFDocument({ autoFirstPage: false });
  const width =
    ownWidth(character) ?? measuring.font(liberation[face]).fontSize(1000).widthOfString(character) / 1000;
  widths[face].set(character, width);
  return width;
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;
const marks = /\p{Mn}/u;
const others =
  /[\p{Script=Thai}\p{Script=Devanagari}\p{Script=Georgian}\p{Script=Arabic}\p{Script=Hebrew}฿₹₺₽₴₪₾₫₩]/u;

function ownWidth(character: string): number | undefined {
  if (wide.test(character)) return 1;
  if (marks.test(character)) return 0;
  if (others.test(character)) return 0.56;
  return undefined;
}

/** Text as wide as its characters, stretched by what the writer does to spacing. */
export function measureWith({ character = 0, word = 0, stretch = 1 } = {}): Measure {
  return (text, face, size) => {
    let width = 0;
    for (const part of text) {
      width += characterWidth(part, face) * size + character;
      if (part === " ") width += word;
    }
    return width * stretch;
  };
}
