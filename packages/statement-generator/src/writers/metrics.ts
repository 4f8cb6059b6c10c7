import PDFDocument from "pdfkit";
import type { Face, Measure } from "../layout/page.ts";
import { type Family, fontFile } from "./fonts.ts";

const widths = new Map<string, Map<string, number>>();
let measuring: PDFKit.PDFDocument | undefined;
const registered = new Set<string>();

/** The advance of one character at one point: the family's where it has it, else what its script is set in. */
export function characterWidth(character: string, face: Face, family: Family = "liberation"): number {
  const name = `${family} ${face}`;
  const known = widths.get(name) ?? new Map<string, number>();
  widths.set(name, known);
  const found = known.get(character);
  if (found !== undefined) return found;
  const width =
    (family === "liberation" ? ownWidth(character) : undefined) ?? measured(character, name, family, face);
  known.set(character, width);
  return width;
}

function measured(character: string, name: string, family: Family, face: Face): number {
  if (!measuring) measuring = new PDFDocument({ autoFirstPage: false });
  if (!registered.has(name)) measuring.registerFont(name, fontFile(family, face));
  registered.add(name);
  return measuring.font(name).fontSize(1000).widthOfString(character) / 1000;
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

/**
 * Text as wide as its characters, stretched by what the writer does to spacing.
 *
 * @param isSquare whether all but ASCII is as wide as high, as in fonts of East Asia
 */
export function measureWith(
  { character = 0, word = 0, stretch = 1 } = {},
  family: Family = "liberation",
  isSquare = false,
): Measure {
  return (text, face, size) => {
    let width = 0;
    for (const part of text) {
      const own = isSquare && part > "~" ? 1 : characterWidth(part, face, family);
      width += own * size + character;
      if (part === " ") width += word;
    }
    return width * stretch;
  };
}
