import { inflateSync } from "node:zlib";

type Format = ConstructorParameters<typeof DecompressionStream>[0];

/**
 * Has this process inflate where it is asked to. pdf.js inflates each page through the platform's DecompressionStream,
 * which takes a thread, two streams and dozens of promises: a tenth of the time of a child that reads a long statement.
 * Only for a process that runs nothing else: what stands in its place is as much of it as pdf.js uses.
 */
export function inflateAtOnce(): void {
  const platforms = globalThis.DecompressionStream;
  const replacement = function replacement(format: Format) {
    return format === "deflate" ? inflation() : new platforms(format);
  };
  globalThis.DecompressionStream = replacement as unknown as typeof DecompressionStream;
}

/** What is written to it comes out whole. Broken data make the reading fail, as they do the platform's. */
function inflation() {
  let written: Uint8Array | null = null;
  const write = async (bytes: Uint8Array) => {
    written = bytes;
  };
  const close = async () => {};
  const read = async () => {
    if (!written) return { value: undefined, done: true };
    const { buffer, byteOffset, byteLength } = inflateSync(written);
    written = null;
    // pdf.js takes parts of it by `slice`, which a Buffer would not copy.
    return { value: new Uint8Array(buffer, byteOffset, byteLength), done: false };
  };
  return { writable: { getWriter: () => ({ write, close }) }, readable: { getReader: () => ({ read }) } };
}
