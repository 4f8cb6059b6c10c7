import assert from "node:assert/strict";
import { it } from "node:test";
import {
  Code,
  ConnectError,
  createContextKey,
  type HandlerContext,
  type Interceptor,
} from "@connectrpc/connect";
import type { Subject } from "../conformance.ts";
import { collect, failure } from "./collect.ts";

const callerKey = createContextKey("nobody");

export const interceptors: Subject = (run) => {
  it("runs them in order on both sides, and a handler sees what they set", async () => {
    const order: string[] = [];
    const note =
      (name: string): Interceptor =>
      (next) =>
      async (request) => {
        order.push(`${name} in`);
        if (name === "client 2") request.header.set("x-caller", "solo");
        if (name === "server 2") {
          request.contextValues.set(callerKey, request.header.get("x-caller") ?? "");
        }
        const response = await next(request);
        order.push(`${name} out`);
        if (name === "server 1") response.header.set("x-seen", "yes");
        return response;
      };
    const implementation = {
      unary: (_: unknown, { values }: HandlerContext) => {
        order.push("handler");
        return { text: values.get(callerKey) };
      },
    };
    const setup = {
      implementation,
      clientInterceptors: [note("client 1"), note("client 2")],
      serverInterceptors: [note("server 1"), note("server 2")],
    };
    await run(setup, async (client) => {
      let seen: string | null = null;
      const { text } = await client.unary({}, { onHeader: (header) => (seen = header.get("x-seen")) });
      assert.equal(text, "solo");
      assert.equal(seen, "yes");
    });
    const way = ["client 1", "client 2", "server 1", "server 2"];
    const expected = [...way.map((n) => `${n} in`), "handler", ...way.toReversed().map((n) => `${n} out`)];
    assert.deepEqual(order, expected);
  });

  it("refuses a call before its handler, unary and streaming", async () => {
    let reached = false;
    const refuse: Interceptor = () => async () => {
      throw new ConnectError("sign in", Code.Unauthenticated, { "x-why": "no token" });
    };
    const reach = () => {
      reached = true;
    };
    const implementation = {
      unary: () => {
        reach();
        return {};
      },
      async *serverStream() {
        reach();
        yield {};
      },
    };
    await run({ implementation, serverInterceptors: [refuse] }, async (client) => {
      for (const call of [() => client.unary({}), () => collect(client.serverStream({}))]) {
        const error = await failure(call());
        assert.equal(error.code, Code.Unauthenticated);
        assert.equal(error.metadata.get("x-why"), "no token");
      }
      assert.equal(reached, false);
    });
  });

  it("lets one wrap a stream and see the error after its first message, cause included", async () => {
    const seen: unknown[] = [];
    const watch: Interceptor = (next) => async (request) => {
      const response = await next(request);
      if (!response.stream) return response;
      async function* watched(messages: AsyncIterable<never>) {
        try {
          yield* messages;
        } catch (error) {
          seen.push(error);
          throw error;
        }
      }
      return { ...response, message: watched(response.message as AsyncIterable<never>) };
    };
    const bug = new RangeError("a bug");
    const implementation = {
      async *serverStream() {
        yield { number: 1 };
        throw bug;
      },
    };
    await run({ implementation, serverInterceptors: [watch] }, async (client) => {
      assert.equal((await failure(collect(client.serverStream({})))).code, Code.Internal);
      assert.deepEqual(seen, [bug]);
    });
  });
};
