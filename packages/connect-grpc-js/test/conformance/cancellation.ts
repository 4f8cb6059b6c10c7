import assert from "node:assert/strict";
import { it } from "node:test";
import { Code, ConnectError, type HandlerContext } from "@connectrpc/connect";
import type { Subject } from "../conformance.ts";
import { aborted, collect, failure, failureCode, forever, milestone } from "./collect.ts";

export const cancellation: Subject = (run) => {
  it("tells the handler when the client aborts a unary call", async () => {
    const entered = milestone();
    const told = milestone<unknown>();
    const implementation = {
      async unary(_: unknown, { signal }: HandlerContext) {
        entered.resolve();
        told.resolve(await aborted(signal));
        return {};
      },
    };
    await run({ implementation }, async (client) => {
      const abort = new AbortController();
      const call = failureCode(client.unary({}, { signal: abort.signal }));
      await entered.promise;
      abort.abort();
      assert.equal(await call, "Canceled");
      await told.promise;
    });
  });

  it("does not start a call whose signal has fired", async () => {
    let calls = 0;
    const implementation = { unary: () => ({ text: String(++calls) }) };
    await run({ implementation }, async (client) => {
      assert.equal(await failureCode(client.unary({}, { signal: AbortSignal.abort() })), "Canceled");
      assert.equal((await client.unary({})).text, "1");
    });
  });

  it("runs a stream's finally when the client aborts between messages", async () => {
    const finished = milestone();
    const implementation = {
      async *serverStream() {
        try {
          for (let number = 0; ; number++) {
            yield { number };
            await new Promise((resolve) => setImmediate(resolve));
          }
        } finally {
          finished.resolve();
        }
      },
    };
    await run({ implementation }, async (client) => {
      const abort = new AbortController();
      const consume = async () => {
        for await (const { number } of client.serverStream({}, { signal: abort.signal })) {
          if (number === 5) abort.abort();
        }
      };
      assert.equal(await failureCode(consume()), "Canceled");
      await finished.promise;
    });
  });

  it("cancels the RPC when the client breaks out of a stream", async () => {
    const finished = milestone<boolean>();
    const implementation = {
      async *serverStream(_: unknown, { signal }: HandlerContext) {
        try {
          yield { number: 1 };
          yield { number: 2 };
          await aborted(signal);
        } finally {
          finished.resolve(signal.aborted);
        }
      },
    };
    await run({ implementation }, async (client) => {
      for await (const { number } of client.serverStream({})) if (number === 2) break;
      assert.equal(await finished.promise, true);
    });
  });

  it("ends at the deadline, and tells the handler how long it has", async () => {
    const told = milestone<unknown>();
    let left: number | undefined;
    const implementation = {
      async unary(_: unknown, { signal, timeoutMs }: HandlerContext) {
        left = timeoutMs();
        told.resolve(await aborted(signal));
        return {};
      },
    };
    await run({ implementation }, async (client) => {
      assert.equal(await failureCode(client.unary({}, { timeoutMs: 60 })), "DeadlineExceeded");
      assert.ok(await told.promise);
      assert.ok(left !== undefined && left <= 60);
    });
  });

  it("ends at the deadline though the handler minds no signal", async () => {
    const implementation = {
      unary: forever,
      async *serverStream() {
        yield { number: 1 };
        await forever();
      },
    };
    await run({ implementation }, async (client) => {
      assert.equal(await failureCode(client.unary({}, { timeoutMs: 40 })), "DeadlineExceeded");
      const stream = collect(client.serverStream({}, { timeoutMs: 40 }));
      assert.equal(await failureCode(stream), "DeadlineExceeded");
    });
  });

  it("applies the transport's default timeout, and none when the call says zero", async () => {
    const implementation = {
      unary: (_: unknown, { timeoutMs }: HandlerContext) => ({ text: String(timeoutMs() !== undefined) }),
    };
    await run({ implementation, defaultTimeoutMs: 5_000 }, async (client) => {
      assert.equal((await client.unary({})).text, "true");
      assert.equal((await client.unary({}, { timeoutMs: 0 })).text, "false");
    });
  });

  it("answers with the handler's own error, if that is sooner", async () => {
    const implementation = {
      unary() {
        throw new ConnectError("taken", Code.AlreadyExists);
      },
    };
    await run({ implementation }, async (client) => {
      assert.equal((await failure(client.unary({}, { timeoutMs: 5_000 }))).code, Code.AlreadyExists);
    });
  });

  it("asks a stream for no more than the client reads", async () => {
    const data = new Uint8Array(64 * 1024);
    let produced = 0;
    const finished = milestone();
    const implementation = {
      async *serverStream() {
        try {
          for (; produced < 10_000; produced++) yield { data };
        } finally {
          finished.resolve();
        }
      },
    };
    await run({ implementation }, async (client) => {
      let read = 0;
      for await (const _ of client.serverStream({})) {
        // The producer has every chance to run ahead.
        for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
        if (++read === 10) break;
      }
      await finished.promise;
      assert.ok(produced < 1_000, `${produced} messages were produced for 10 read`);
    });
  });
};
