import { inflateSync } from "node:zlib";

/** Unpacks a WOFF 1.0 file (W3C, section 4): used packed, its glyphs would be inflated again for each letter. */
export function woffToTrueType(woff: Buffer): Buffer {
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
    const unpacked = packed < length ? inflateSync(raw) : raw;
    const padded = Buffer.alloc((length + 3) & ~3);
    unpacked.copy(padded);
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
