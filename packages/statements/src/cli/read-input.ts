import { open } from "node:fs/promises";
import type { Readable } from "node:stream";

/** A whole file, or its first `maxBytes + 1` bytes: enough to tell that it is too large, and no more. */
export async function readFileUpTo(path: string, maxBytes: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    // Pipes and devices say 0 and are read until they end.
    let buffer = Buffer.allocUnsafe(Math.min(size || 64 * 1024, maxBytes) + 1);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled);
      filled += bytesRead;
      if (bytesRead === 0 || filled > maxBytes) return buffer.subarray(0, filled);
      if (filled === buffer.length) {
        const larger = Buffer.allocUnsafe(Math.min(2 * buffer.length, maxBytes + 1));
        larger.set(buffer);
        buffer = larger;
      }
    }
  } finally {
    await file.close();
  }
}

/** The first line of a stream, as UTF-8 and without its end; undefined past `maxBytes`. */
export async function readLine(stream: Readable, maxBytes: number): Promise<string | undefined> {
  let bytes = Buffer.alloc(0);
  for await (const chunk of stream) {
    bytes = Buffer.concat([bytes, chunk as Buffer]);
    if (bytes.length > maxBytes || bytes.includes(0x0a)) break;
  }
  const end = bytes.indexOf(0x0a);
  const line = end < 0 ? bytes : bytes.subarray(0, end);
  if (line.length > maxBytes) return undefined;
  return line.toString().replace(/\r$/, "");
}
