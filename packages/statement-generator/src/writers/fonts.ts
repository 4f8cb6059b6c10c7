import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Words } from "../languages/words.ts";
import type { Face } from "../layout/page.ts";
import type { Random } from "../random.ts";
import { woffToTrueType } from "./woff.ts";

/**
 * - `liberation` (shipped by pdf.js): Latin, Cyrillic and Greek, as wide as Helvetica.
 * - `dejavu`: those and Arabic and Hebrew, which pdfkit shapes and turns as on paper.
 * - `unifont`: every script of the Basic Multilingual Plane, in two widths and one weight.
 */
export type Family = "liberation" | "dejavu" | "condensed" | "unifont";

const files: Record<Family, Record<Face, string>> = {
  liberation: {
    regular: "pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf",
    bold: "pdfjs-dist/standard_fonts/LiberationSans-Bold.ttf",
  },
  dejavu: {
    regular: "dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
    bold: "dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
  },
  condensed: {
    regular: "dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf",
    bold: "dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf",
  },
  unifont: {
    regular: "@fontsource/unifont/files/unifont-latin-400-normal.woff",
    bold: "@fontsource/unifont/files/unifont-latin-400-normal.woff",
  },
};

const loaded = new Map<string, Buffer>();

export function fontFile(family: Family, face: Face): Buffer {
  const name = files[family][face];
  const known = loaded.get(name);
  if (known) return known;
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(name)));
  const font = name.endsWith(".woff") ? woffToTrueType(bytes) : bytes;
  loaded.set(name, font);
  return font;
}

/** A family that has the letters of a language. */
export function familyFor({ script, code }: Words, random: Random): Family {
  const family = familyOf(script, random);
  // Of Latin letters the one that pdf.js ships lacks those with the marks of Vietnamese.
  return family === "liberation" && code === "vi" ? "dejavu" : family;
}

function familyOf(script: Words["script"], random: Random): Family {
  switch (script) {
    case "latin1":
    case "latin":
    case "cyrillic":
    case "greek":
      return random.pick(["liberation", "liberation", "dejavu", "condensed"]);
    case "rtl":
      return random.pick(["dejavu", "condensed"]);
    default:
      return "unifont";
  }
}
