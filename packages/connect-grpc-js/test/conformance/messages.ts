import assert from "node:assert/strict";
import { it } from "node:test";
import { Code } from "@connectrpc/connect";
import type { Subject } from "../conformance.ts";
import { collect, failure, failureCode } from "./collect.ts";

export const messages: Subject = (run, abilities) => {
  it("carries a unary message both ways, bytes and other alphabets included", async () => {
    const data = Uint8Array.from({ length: 256 }, (_, i) => i);
    await run({ implementation: { unary: ({ text, data }) => ({ text, data }) } }, async (client) => {
      const answer = await client.unary({ text: "Zürich · 東京 · 🏦", data });
      assert.equal(answer.text, "Zürich · 東京 · 🏦");
      assert.deepEqual(Uint8Array.from(answer.data), data);
    });
  });

  it("carries empty messages", async () => {
    await run({ implementation: { unary: () => ({}) } }, async (client) => {
      assert.equal((await client.unary({})).text, "");
    });
  });

  it("streams from the server in order, also nothing at all", async () => {
    const implementation = {
      async *serverStream({ count }: { count: number }) {
        for (let number = 0; number < count; number++) yield { number };
      },
    };
    await run({ implementation }, async (client) => {
      const some = await collect(client.serverStream({ count: 300 }));
      assert.deepEqual(
        some.map((m) => m.number),
        Array.from({ length: 300 }, (_, i) => i),
      );
      assert.deepEqual(await collect(client.serverStream({ count: 0 })), []);
    });
  });

  it("streams from the client, also nothing at all", async () => {
    const implementation = {
      async clientStream(requests: AsyncIterable<{ number: number }>) {
        let sum = 0;
        for await (const { number } of requests) sum += number;
        return { sum };
      },
    };
    async function* numbers(count: number) {
      for (let number = 1; number <= count; number++) yield { number };
    }
    await run({ implementation }, async (client) => {
      assert.equal((await client.clientStream(numbers(100))).sum, 5050);
      assert.equal((await client.clientStream(numbers(0))).sum, 0);
    });
  });

  it("lets a handler answer a client's stream before its end", async () => {
    const implementation = {
      async clientStream(requests: AsyncIterable<{ number: number }>) {
        for await (const { number } of requests) return { sum: number };
        return { sum: -1 };
      },
    };
    async function* numbers() {
      yield { number: 7 };
      yield { number: 8 };
    }
    await run({ implementation }, async (client) => {
      assert.equal((await client.clientStream(numbers())).sum, 7);
    });
  });

  it(
    abilities.bidi === true
      ? "answers each message of a bidi stream before the next"
      : "refuses bidi streams",
    async () => {
      const implementation = {
        async *bidiStream(requests: AsyncIterable<{ number: number }>) {
          for await (const { number } of requests) yield { number: number * 2 };
        },
      };
      await run({ implementation }, async (client) => {
        if (abilities.bidi !== true) {
          const { code } = await failure(collect(client.bidiStream(one())));
          assert.equal(Code[code], Code[abilities.bidi.refusedWith]);
          return;
        }
        const seen: number[] = [];
        let next = Promise.withResolvers<number | undefined>();
        async function* pingPong() {
          for (let number = 1; number <= 3; number++) {
            yield { number };
            await next.promise;
            next = Promise.withResolvers();
          }
        }
        for await (const { number } of client.bidiStream(pingPong())) {
          seen.push(number);
          next.resolve(number);
        }
        assert.deepEqual(seen, [2, 4, 6]);
      });
      async function* one() {
        yield { number: 1 };
      }
    },
  );

  it("says which RPC is not implemented", async () => {
    await run({ implementation: {} }, async (client) => {
      const error = await failure(client.missing({}));
      assert.equal(error.code, Code.Unimplemented);
      assert.match(error.rawMessage, /Missing/);
      assert.equal(await failureCode(collect(client.serverStream({}))), "Unimplemented");
    });
  });

  it("serves many calls at once", async () => {
    const implementation = { unary: async ({ text }: { text: string }) => ({ text }) };
    await run({ implementation }, async (client) => {
      const texts = Array.from({ length: 200 }, (_, i) => `call ${i}`);
      const answers = await Promise.all(texts.map((text) => client.unary({ text })));
      assert.deepEqual(
        answers.map((a) => a.text),
        texts,
      );
    });
  });
};
