import type { Writable } from "node:stream";
import { endOnAbort, raceAbort } from "./abort.ts";

/**
 * Writes every message, never further ahead than the stream's own buffer: what the peer does not read, the
 * source is not asked for. Rejects when the source throws, a message cannot be encoded or the signal fires.
 *
 * @param beforeFirst runs once before the first message is written
 */
export async function writeAll<T>(
  stream: Writable,
  source: AsyncIterable<T>,
  encode: (message: T) => Buffer,
  signal: AbortSignal,
  beforeFirst?: () => void,
): Promise<void> {
  let first = true;
  for await (const message of endOnAbort(signal, source)) {
    const bytes = encode(message);
    if (first) beforeFirst?.();
    first = false;
    if (!stream.write(bytes)) await raceAbort(signal, drained(stream));
  }
}

// 'close' as well: a destroyed stream never drains.
function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off("drain", done);
      stream.off("close", done);
      resolve();
    };
    stream.once("drain", done);
    stream.once("close", done);
  });
}
