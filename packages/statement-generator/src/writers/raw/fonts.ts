import type { Dimensions } from "../../dimensions.ts";
import type { Words } from "../../languages/words.ts";
import type { Face } from "../../layout/page.ts";
import { characterWidth } from "../metrics.ts";
import { type Encoder, IdentityEncoder, predefined, singleByte } from "./encodings.ts";
import type { PdfFile } from "./file.ts";

export type RawFont = { encoder: Encoder; write: (file: PdfFile, id: number) => void };

const names: Record<Face, string> = { regular: "Helvetica", bold: "Helvetica-Bold" };

/** A font of the statement's encoding; it is written after the pages, when its characters are known. */
export function rawFont(face: Face, encoding: Dimensions["encoding"], script: Words["script"]): RawFont {
  if (encoding === "Identity-H") return identityFont(face);
  if (encoding === "predefined CMap") return predefinedFont(face, script);
  const encoder = singleByte(encoding);
  return {
    encoder,
    write: (file, id) =>
      file.set(
        id,
        `<< /Type /Font /Subtype /Type1 /BaseFont /${names[face]} /Encoding /${encoding}Encoding >>`,
      ),
  };
}

function identityFont(face: Face): RawFont {
  const encoder = new IdentityEncoder();
  return {
    encoder,
    write: (file, id) => {
      const codes = [...encoder.codes];
      const widths = codes
        .map(([character, code]) => `${code} [${Math.round(characterWidth(character, face) * 1000)}]`)
        .join(" ");
      const name = `ABCDEF+${names[face]}`;
      const descriptor = file.add(
        `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [-200 -250 1200 950] /ItalicAngle 0 /Ascent 905 /Descent -212 /CapHeight 716 /StemV 80 >>`,
      );
      const descendant = file.add(
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 500 /W [${widths}] >>`,
      );
      const map = file.addStream(toUnicode(codes));
      file.set(
        id,
        `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R >>`,
      );
    },
  };
}

function toUnicode(codes: readonly [string, number][]): string {
  const hex = (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex");
  const blocks: string[] = [];
  for (let start = 0; start < codes.length; start += 100) {
    const part = codes.slice(start, start + 100);
    const lines = part.map(
      ([character, code]) => `<${code.toString(16).padStart(4, "0")}> <${hex(character)}>`,
    );
    blocks.push(`${part.length} beginbfchar\n${lines.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join("\n")}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

/** Not embedded, as many banks of East Asia have it: the reader's own font and the character collection's map. */
function predefinedFont(face: Face, script: Words["script"]): RawFont {
  const { cmap, ordering, encoder } = predefined(script);
  const name = {
    Japan1: "HeiseiKakuGo-W5",
    GB1: "STSong-Light",
    CNS1: "MSung-Light",
    Korea1: "HYGoThic-Medium",
  }[ordering]!;
  return {
    encoder,
    write: (file, id) => {
      const descriptor = file.add(
        `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -250 1000 950] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 720 /StemV ${face === "bold" ? 140 : 90} >>`,
      );
      // CIDs 1 to 94 of each collection are the characters from space to tilde.
      const latin = Array.from({ length: 94 }, (_, index) =>
        Math.round(characterWidth(String.fromCharCode(32 + index), face) * 1000),
      ).join(" ");
      const descendant = file.add(
        `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [1 [${latin}]] >>`,
      );
      file.set(
        id,
        `<< /Type /Font /Subtype /Type0 /BaseFont /${name}-${cmap} /Encoding /${cmap} /DescendantFonts [${descendant} 0 R] >>`,
      );
    },
  };
}
