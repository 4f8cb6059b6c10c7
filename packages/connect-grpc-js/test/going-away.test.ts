import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { create } from "@bufbuild/protobuf";
import { Code } from "@connectrpc/connect";
import { type Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from "@grpc/grpc-js";
import { createClient } from "../src/client.ts";
import { createGrpcJsTransport } from "../src/transport.ts";
import { failure } from "./conformance/collect.ts";
import {
  ConformanceService,
  type UnaryRequest,
  UnaryResponseSchema,
} from "./gen/finflow/conformance/v1/conformance_pb.ts";
import { plainServer } from "./peers.ts";
import { listen } from "./start-grpc.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close();
});

function connect(target: string) {
  const transport = createGrpcJsTransport(target);
  closers.push(() => transport.close());
  return createClient(ConformanceService, transport);
}

async function start(server: Server) {
  closers.push(() => server.forceShutdown());
  return listen(server);
}

type Unary = ServerUnaryCall<UnaryRequest, object>;
const echo = (call: Unary, reply: sendUnaryData<object>) =>
  reply(null, create(UnaryResponseSchema, { text: call.request.text }));

describe("a server that goes away", () => {
  it("finishes what it has while new calls go to the next, and none is lost", async () => {
    const release = Promise.withResolvers<void>();
    const entered = Promise.withResolvers<void>();
    const first = plainServer({
      async unary(call: Unary, reply: sendUnaryData<object>) {
        if (call.request.text === "slow") {
          entered.resolve();
          await release.promise;
        }
        reply(null, create(UnaryResponseSchema, { text: "first" }));
      },
    });
    const target = await start(first);
    const client = connect(target);
    assert.equal((await client.unary({})).text, "first");
    const slow = client.unary({ text: "slow" });
    await entered.promise;

    // GOAWAY: this connection takes no more calls, and its port is free.
    const gone = new Promise((resolve) => first.tryShutdown(resolve));
    const second = plainServer({
      unary: (_: Unary, reply: sendUnaryData<object>) =>
        reply(null, create(UnaryResponseSchema, { text: "second" })),
    });
    closers.push(() => second.forceShutdown());
    await rebind(second, target);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => client.unary({}, { timeoutMs: 5_000 })),
    );
    assert.deepEqual(new Set(answers.map(({ text }) => text)), new Set(["second"]));

    release.resolve();
    assert.equal((await slow).text, "first");
    await gone;
  });

  it("leaves the client usable when it dies without a word", async () => {
    const first = plainServer({ unary: echo });
    const target = await start(first);
    const client = connect(target);
    assert.equal((await client.unary({ text: "before" })).text, "before");
    first.forceShutdown();
    const second = plainServer({ unary: echo });
    closers.push(() => second.forceShutdown());
    await rebind(second, target);
    assert.equal((await answered(() => client.unary({ text: "after" }))).text, "after");
  });
});

/** Tries until the client has noticed and reconnected; the test runner's own timeout is the limit. */
async function answered<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const { code } = await failure(Promise.reject(error));
      assert.equal(code, Code.Unavailable);
    }
  }
}

async function rebind(server: Server, target: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.bindAsync(target, ServerCredentials.createInsecure(), (error) =>
      error ? reject(error) : resolve(),
    );
  });
}
