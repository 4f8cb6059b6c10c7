import type { ReadOptions } from "../statement.ts";

/**
 * The language of the two pipes. A frame is its length in bytes (unsigned, 32 bits, big endian) and then
 * that many bytes. To the child: the options as JSON, then the file. From the child: `"ready"`, then one
 * answer, both as JSON.
 */
export type Answer =
  | { statement: unknown }
  /** `where` holds places in our code and never words, since an error's message can quote the file. */
  | { reason: string; where?: string; format?: string };

export const READY = "ready";

export function encodeFrame(payload: Uint8Array): Uint8Array[] {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, payload.byteLength);
  return [length, payload];
}

/** Only the fields that are known: nothing else a caller's object carries reaches the child. */
export function encodeRequest(bytes: Uint8Array, options: ReadOptions): Uint8Array[] {
  const { formats, password, year, currency, today } = options;
  const header = new TextEncoder().encode(JSON.stringify({ formats, password, year, currency, today }));
  return [...encodeFrame(header), ...encodeFrame(bytes)];
}

/**
 * Cuts a stream of chunks into frames. The returned function takes the next chunk and answers `false` as
 * soon as a frame announces more than `maxBytes`; it never holds more than that.
 */
export function createFrameReader(maxBytes: number, onFrame: (payload: Buffer) => void) {
  const length = Buffer.alloc(4);
  let lengthFilled = 0;
  let payload: Buffer | undefined;
  let payloadFilled = 0;

  return (chunk: Uint8Array): boolean => {
    let rest = chunk;
    while (rest.byteLength > 0) {
      if (payload === undefined) {
        const part = rest.subarray(0, 4 - lengthFilled);
        length.set(part, lengthFilled);
        lengthFilled += part.byteLength;
        rest = rest.subarray(part.byteLength);
        if (lengthFilled < 4) return true;
        const size = length.readUInt32BE();
        if (size > maxBytes) return false;
        payload = Buffer.allocUnsafe(size);
        payloadFilled = 0;
      }
      const part = rest.subarray(0, payload.byteLength - payloadFilled);
      payload.set(part, payloadFilled);
      payloadFilled += part.byteLength;
      rest = rest.subarray(part.byteLength);
      if (payloadFilled === payload.byteLength) {
        const whole = payload;
        payload = undefined;
        lengthFilled = 0;
        onFrame(whole);
      }
    }
    return true;
  };
}
