import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createFrameReader, encodeFrame, encodeRequest } from "./frame.ts";

test("frames come out as they went in, however the stream was cut", () => {
  const payloads = fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 8 });
  fc.assert(
    fc.property(payloads, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sent, cuts) => {
      const stream = Buffer.concat(sent.flatMap(encodeFrame));
      const got: Buffer[] = [];
      const read = createFrameReader(50, (payload) => got.push(payload));
      for (let at = 0, turn = 0; at < stream.length; turn++) {
        const size = cuts[turn % cuts.length]!;
        assert.ok(read(stream.subarray(at, at + size)));
        at += size;
      }
      assert.deepEqual(
        got.map((payload) => [...payload]),
        sent.map((payload) => [...payload]),
      );
    }),
  );
});

test("a frame that announces too much is refused by its length alone", () => {
  const read = createFrameReader(10, () => assert.fail("no frame"));
  assert.equal(read(Buffer.from([0, 0, 0])), true);
  assert.equal(read(Buffer.from([11])), false);
});

test("a request without options carries none", () => {
  const got: Buffer[] = [];
  const read = createFrameReader(100, (payload) => got.push(payload));
  for (const part of encodeRequest(Buffer.from("file"), {})) read(part);
  assert.deepEqual(got.map(String), ["{}", "file"]);
});
