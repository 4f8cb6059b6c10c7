import assert from "node:assert/strict";
import { it } from "node:test";
import { decodeBinaryHeader, encodeBinaryHeader, type HandlerContext } from "@connectrpc/connect";
import type { Subject } from "../conformance.ts";
import { collect } from "./collect.ts";

const bytes = Uint8Array.of(0, 255, 13, 10, 44);

function answerWith(context: HandlerContext) {
  context.responseHeader.set("x-plain", "a value, with a comma");
  context.responseHeader.append("x-many", "one");
  context.responseHeader.append("x-many", "two");
  context.responseHeader.set("x-raw-bin", encodeBinaryHeader(bytes));
  context.responseTrailer.set("x-end", "of message");
  context.responseTrailer.append("x-end-bin", encodeBinaryHeader(bytes));
  context.responseTrailer.append("x-end-bin", encodeBinaryHeader(Uint8Array.of(7)));
}

function assertAnswer(header: Headers | undefined, trailer: Headers | undefined) {
  assert.equal(header?.get("x-plain"), "a value, with a comma");
  assert.equal(header?.get("x-many"), "one, two");
  assert.deepEqual(decodeBinaryHeader(header?.get("x-raw-bin") ?? ""), bytes);
  assert.equal(trailer?.get("x-end"), "of message");
  const parts = trailer?.get("x-end-bin")?.split(",") ?? [];
  assert.deepEqual(
    parts.map((p) => decodeBinaryHeader(p.trim())),
    [bytes, Uint8Array.of(7)],
  );
}

export const metadata: Subject = (run) => {
  it("carries request headers: plain, several values, binary", async () => {
    let seen: Headers | undefined;
    const implementation = {
      unary: (_: unknown, context: HandlerContext) => {
        seen = context.requestHeader;
        return {};
      },
    };
    const headers = new Headers({ authorization: "Bearer a.b-c_d", "x-raw-bin": encodeBinaryHeader(bytes) });
    headers.append("x-many", "one");
    headers.append("x-many", "two");
    await run({ implementation }, async (client) => {
      await client.unary({}, { headers });
      assert.equal(seen?.get("authorization"), "Bearer a.b-c_d");
      assert.equal(seen?.get("x-many"), "one, two");
      assert.deepEqual(decodeBinaryHeader(seen?.get("x-raw-bin") ?? ""), bytes);
    });
  });

  it("carries response headers and trailers of unary calls", async () => {
    let header: Headers | undefined;
    let trailer: Headers | undefined;
    const implementation = {
      unary: (_: unknown, context: HandlerContext) => {
        answerWith(context);
        return {};
      },
    };
    await run({ implementation }, async (client) => {
      await client.unary({}, { onHeader: (h) => (header = h), onTrailer: (t) => (trailer = t) });
      assertAnswer(header, trailer);
    });
  });

  it("carries response headers and trailers of streams, headers with the first message", async () => {
    let header: Headers | undefined;
    let trailer: Headers | undefined;
    const implementation = {
      async *serverStream(_: unknown, context: HandlerContext) {
        answerWith(context);
        yield { number: 1 };
      },
    };
    await run({ implementation }, async (client) => {
      const stream = client.serverStream(
        {},
        { onHeader: (h) => (header = h), onTrailer: (t) => (trailer = t) },
      );
      for await (const { number } of stream) {
        assert.equal(number, 1);
        assert.equal(header?.get("x-plain"), "a value, with a comma");
      }
      assertAnswer(header, trailer);
    });
  });

  it("carries headers of a stream without messages", async () => {
    let header: Headers | undefined;
    const implementation = {
      // biome-ignore lint/correctness/useYield: a stream that ends at once
      async *serverStream(_: unknown, context: HandlerContext) {
        context.responseHeader.set("x-plain", "there");
      },
    };
    await run({ implementation }, async (client) => {
      assert.deepEqual(await collect(client.serverStream({}, { onHeader: (h) => (header = h) })), []);
      assert.equal(header?.get("x-plain"), "there");
    });
  });
};
