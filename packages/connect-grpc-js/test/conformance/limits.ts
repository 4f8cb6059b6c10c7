import assert from "node:assert/strict";
import { it } from "node:test";
import { Code } from "@connectrpc/connect";
import type { Subject } from "../conformance.ts";
import { collect, failure } from "./collect.ts";

const large = new Uint8Array(3_000);

export const limits: Subject = (run) => {
  const implementation = {
    unary: ({ text, data }: { text: string; data: Uint8Array }) => ({
      data: text === "large" ? large : data,
    }),
    async *serverStream() {
      yield { data: new Uint8Array(10) };
      yield { data: large };
    },
    async clientStream(requests: AsyncIterable<{ data: Uint8Array }>) {
      let sum = 0;
      for await (const { data } of requests) sum += data.length;
      return { sum };
    },
  };
  async function* upload() {
    yield { data: new Uint8Array(10) };
    yield { data: large };
  }

  it("refuses a request larger than the server reads", async () => {
    await run({ implementation, serverLimits: { readMaxBytes: 2_000 } }, async (client) => {
      for (const call of [() => client.unary({ data: large }), () => client.clientStream(upload())]) {
        assert.equal((await failure(call())).code, Code.ResourceExhausted);
      }
      assert.equal((await client.unary({ data: new Uint8Array(1_000) })).data.length, 1_000);
    });
  });

  it("refuses a request larger than the client writes", async () => {
    await run({ implementation, clientLimits: { writeMaxBytes: 2_000 } }, async (client) => {
      for (const call of [() => client.unary({ data: large }), () => client.clientStream(upload())]) {
        assert.equal((await failure(call())).code, Code.ResourceExhausted);
      }
    });
  });

  it("refuses a response larger than the server writes", async () => {
    await run({ implementation, serverLimits: { writeMaxBytes: 2_000 } }, async (client) => {
      for (const call of [() => client.unary({ text: "large" }), () => collect(client.serverStream({}))]) {
        assert.equal((await failure(call())).code, Code.ResourceExhausted);
      }
    });
  });

  it("refuses a response larger than the client reads", async () => {
    await run({ implementation, clientLimits: { readMaxBytes: 2_000 } }, async (client) => {
      for (const call of [() => client.unary({ text: "large" }), () => collect(client.serverStream({}))]) {
        assert.equal((await failure(call())).code, Code.ResourceExhausted);
      }
    });
  });

  it("has a limit of 4 MiB by default", async () => {
    await run({ implementation }, async (client) => {
      const limit = 4 * 1024 * 1024;
      assert.equal((await client.unary({ data: new Uint8Array(limit - 100) })).data.length, limit - 100);
      const error = await failure(client.unary({ data: new Uint8Array(limit + 1) }));
      assert.equal(error.code, Code.ResourceExhausted);
    });
  });
};
