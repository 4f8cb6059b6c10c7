import assert from "node:assert/strict";
import { after, test } from "node:test";
import { deflateSync, gzipSync } from "node:zlib";
import { inflateAtOnce } from "./inflate-at-once.ts";

type Format = ConstructorParameters<typeof DecompressionStream>[0];

const platforms = globalThis.DecompressionStream;
inflateAtOnce();
after(() => {
  globalThis.DecompressionStream = platforms;
});

/** As pdf.js does it. */
async function inflated(bytes: Uint8Array<ArrayBuffer>, format: Format): Promise<string> {
  const { readable, writable } = new DecompressionStream(format);
  const writer = writable.getWriter();
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const parts: Uint8Array[] = [];
  const reader = readable.getReader();
  for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read())
    parts.push(value!);
  return Buffer.concat(parts).toString();
}

const text = "01/02/2024 Tea 7.00 9.00\n".repeat(1000);

test("what was deflated comes out whole, and so does what only the platform's own can read", async () => {
  assert.equal(await inflated(new Uint8Array(deflateSync(text)), "deflate"), text);
  assert.equal(await inflated(new Uint8Array(deflateSync("")), "deflate"), "");
  assert.equal(await inflated(new Uint8Array(gzipSync(text)), "gzip"), text);
});

test("data that are cut off or broken fail, so that pdf.js tries its own way", async () => {
  const whole = new Uint8Array(deflateSync(text));
  const broken = whole.slice();
  broken[20]! ^= 255;
  await assert.rejects(inflated(whole.slice(0, -20), "deflate"));
  await assert.rejects(inflated(broken, "deflate"));
});
