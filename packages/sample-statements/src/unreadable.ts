import { crc32, deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import { collect } from "./sheet.ts";

const width = 620;
const height = 877;

/** A page that is only a picture, grey bars where lines of print would be: there is no text, and nothing to recognise. */
export async function pictureWithoutText(): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    info: {
      Producer: "Finflow sample statements",
      Creator: "Finflow sample statements",
      CreationDate: new Date(0),
    },
  });
  document.image(scanOfLines(), 0, 0, { width: 595 });
  return await collect(document);
}

/**
 * The first half of the file, as an upload cut off leaves it. The catalog stands in the second half, so no
 * reader can mend it.
 */
export function damaged(pdf: Uint8Array): Uint8Array<ArrayBuffer> {
  return pdf.slice(0, Math.floor(pdf.length / 2));
}

/** An 8-bit grey PNG (ISO/IEC 15948). */
function scanOfLines(): Buffer {
  const pixels = Buffer.alloc((width + 1) * height, 0xf4);
  for (let y = 0; y < height; y++) {
    const row = y * (width + 1);
    pixels[row] = 0; // filter: none
    if (y < 60 || y > 240 || y % 18 > 8) continue;
    for (const [from, to] of [
      [40, 100],
      [120, 260 + ((Math.floor(y / 18) * 37) % 90)],
      [500, 580],
    ] as const) {
      pixels.fill(0x50, row + 1 + from, row + 1 + to);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8); // 8 bits, grey, deflate, adaptive filters, not interlaced
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
