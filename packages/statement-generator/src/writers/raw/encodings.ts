import type { Words } from "../../languages/words.ts";

/** Text to the bytes of a font's strings, as hexadecimal; characters that cannot be encoded are an error. */
export type Encoder = { encode: (text: string) => string; bytesPerCharacter: 1 | 2 };

const winAnsi = tableOf("windows-1252");
const macRoman = tableOf("macintosh");

function tableOf(label: string): Map<string, number> {
  const decoder = new TextDecoder(label);
  const table = new Map<string, number>();
  for (let code = 32; code < 256; code++) table.set(decoder.decode(new Uint8Array([code])), code);
  return table;
}

export function singleByte(encoding: "WinAnsi" | "MacRoman"): Encoder {
  const table = encoding === "WinAnsi" ? winAnsi : macRoman;
  return {
    bytesPerCharacter: 1,
    encode: (text) =>
      [...text]
        .map((character) => {
          const code = table.get(character);
          if (code === undefined) throw new RangeError(`${encoding} has no ${JSON.stringify(character)}`);
          return code.toString(16).padStart(2, "0");
        })
        .join(""),
  };
}

/** Identity-H: codes in the order in which characters come up, as subsetting programs number glyphs. */
export class IdentityEncoder implements Encoder {
  readonly bytesPerCharacter = 2;
  readonly codes = new Map<string, number>();

  encode(text: string): string {
    return [...text].map((character) => this.codeOf(character).toString(16).padStart(4, "0")).join("");
  }

  codeOf(character: string): number {
    let code = this.codes.get(character);
    if (code === undefined) {
      code = this.codes.size + 3;
      this.codes.set(character, code);
    }
    return code;
  }
}

/** The predefined CMaps of East Asia that take UTF-16, with their character collections. */
export function predefined(script: Words["script"]): { cmap: string; ordering: string; encoder: Encoder } {
  const [cmap, ordering] = {
    japanese: ["UniJIS-UTF16-H", "Japan1"],
    chinese: ["UniGB-UTF16-H", "GB1"],
    taiwanese: ["UniCNS-UTF16-H", "CNS1"],
    korean: ["UniKS-UTF16-H", "Korea1"],
  }[script as "japanese" | "chinese" | "taiwanese" | "korean"] as [string, string];
  const encode = (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex");
  return { cmap, ordering, encoder: { encode, bytesPerCharacter: 2 } };
}
