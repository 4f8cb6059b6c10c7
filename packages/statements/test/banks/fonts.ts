import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { woffToTrueType } from "@finflow/statement-generator/writers/woff";

const file = (specifier: string) => readFileSync(fileURLToPath(import.meta.resolve(specifier)));

const loaders = {
  /** Latin, Cyrillic, Greek, Arabic and Hebrew, right-to-left text shaped and turned as it is on paper. */
  sans: () => file("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
  condensed: () => file("dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf"),
  serif: () => file("dejavu-fonts-ttf/ttf/DejaVuSerif.ttf"),
  mono: () => file("dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf"),
  /** Every script of the Basic Multilingual Plane, those of East and South Asia too; two widths of letters. */
  wide: () => woffToTrueType(file("@fontsource/unifont/files/unifont-latin-400-normal.woff")),
};

export type FontName = keyof typeof loaders;

const loaded = new Map<FontName, Buffer>();

/** A font's file as pdfkit embeds it; null for a name of PDF's own fonts. */
export function fontFile(name: string): Buffer | null {
  if (!Object.hasOwn(loaders, name)) return null;
  const known = name as FontName;
  const bytes = loaded.get(known) ?? loaders[known]();
  loaded.set(known, bytes);
  return bytes;
}
