import { crc32, deflateSync, inflateSync } from "node:zlib";

const signature = 8;
/** Bytes of a chunk around its data: length, type and check. */
const around = 12;

/**
 * A picture of a page, packed again: its flat colours pack better as they are than through the filters meant
 * for photographs. For PNGs of 8-bit RGB without interlacing, as Chromium makes of opaque pages.
 */
export function repackPng(png: Buffer): Buffer {
  const chunks = [...chunksOf(png)];
  const header = chunks.find(({ type }) => type === "IHDR")?.data;
  if (header?.[8] !== 8 || header[9] !== 2 || header[12] !== 0)
    throw new Error("only 8-bit RGB pictures without interlacing are packed again");
  const packed = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  const rows = unfiltered(inflateSync(packed), header.readUInt32BE(0) * 3);
  return Buffer.concat([
    png.subarray(0, signature),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function* chunksOf(png: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = signature; at < png.length; ) {
    const size = png.readUInt32BE(at);
    yield { type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + size) };
    at += size + around;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, "latin1");
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(data, crc32(head.subarray(4))));
  return Buffer.concat([head, data, check]);
}

/** Each row with filter 0: the bytes themselves (PNG, "Filter Algorithms"). */
function unfiltered(raw: Buffer, width: number): Buffer {
  const pixel = 3;
  const rows = Buffer.from(raw);
  const value = (at: number) => rows[at] ?? 0;
  for (let start = 0, y = 0; start < rows.length; start += width + 1, y++) {
    const filter = rows[start];
    rows[start] = 0;
    for (let x = 1; x <= width; x++) {
      const at = start + x;
      const left = x > pixel ? value(at - pixel) : 0;
      const up = y > 0 ? value(at - width - 1) : 0;
      const corner = x > pixel && y > 0 ? value(at - width - 1 - pixel) : 0;
      rows[at] = value(at) + predicted(filter, left, up, corner);
    }
  }
  return rows;
}

function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [left, up, corner].map((near) => Math.abs(guess - near)) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
