import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";

const file = (specifier: string) => readFileSync(fileURLToPath(import.meta.resolve(specifier)));

const loaders = {
  /** Latin, Cyrillic, Greek, Arabic and Hebrew, right-to-left text shaped and turned as it is on paper. */
  sans: () => file("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
  condensed: () => file("dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf"),
  serif: () => file("dejavu-fonts-ttf/ttf/DejaVuSerif.ttf"),
  mono: () => file("dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf"),
  /** Every script of the Basic Multilingual Plane, those of East and South Asia too; two widths of letters. */
  wide: () => toTrueType(file("@fontsource/unifont/files/unifont-latin-400-normal.woff")),
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

/** Unpacks a WOFF 1.0 file (W3C, section 4): used packed, its glyphs would be inflated again for each letter. */
function toTrueType(woff: Buffer): Buffer {
  const tables = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * tables);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(tables, 4);
  const parts = [head];
  let offset = head.length;
  for (let table = 0; table < tables; table++) {
    const entry = 44 + 20 * table;
    const [from, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
    ];
    const raw = woff.subarray(from, from + packed);
    const padded = Buffer.alloc((length + 3) & ~3);
    (packed < length ? inflateSync(raw) : raw).copy(padded);
    const record = 12 + 16 * table;
    woff.copy(head, record, entry, entry + 4);
    woff.copy(head, record + 4, entry + 16, entry + 20);
    head.writeUInt32BE(offset, record + 8);
    head.writeUInt32BE(length, record + 12);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}
