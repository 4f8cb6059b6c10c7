import assert from "node:assert/strict";
import { it } from "node:test";
import { Code, ConnectError, type HandlerContext } from "@connectrpc/connect";
import type { Subject } from "../conformance.ts";
import { ReasonSchema } from "../gen/finflow/conformance/v1/conformance_pb.ts";
import { collect, failure } from "./collect.ts";

const codes = Object.values(Code).filter((code) => typeof code === "number");
const detail = { desc: ReasonSchema, value: { reason: "ACCOUNT_CLOSED" } };

export const errors: Subject = (run) => {
  it("carries every code with its message", async () => {
    const implementation = {
      unary({ text }: { text: string }) {
        throw new ConnectError(`code ${text}: 100 % sûr, "quoted"`, Number(text) as Code);
      },
    };
    await run({ implementation }, async (client) => {
      for (const code of codes) {
        const error = await failure(client.unary({ text: String(code) }));
        assert.equal(error.code, code);
        assert.equal(error.rawMessage, `code ${code}: 100 % sûr, "quoted"`);
      }
    });
  });

  it("carries details and metadata of a unary error", async () => {
    const implementation = {
      unary(_: unknown, context: HandlerContext) {
        context.responseHeader.set("x-header", "set before");
        throw new ConnectError("no", Code.FailedPrecondition, { "x-hint": "try later" }, [detail]);
      },
    };
    await run({ implementation }, async (client) => {
      const error = await failure(client.unary({}));
      assert.equal(error.findDetails(ReasonSchema)[0]?.reason, "ACCOUNT_CLOSED");
      assert.equal(error.metadata.get("x-hint"), "try later");
      assert.equal(error.metadata.get("x-header"), "set before");
    });
  });

  it("carries details of an error before and after a stream's first message", async () => {
    const implementation = {
      async *serverStream({ count }: { count: number }) {
        for (let number = 0; number < count; number++) yield { number };
        throw new ConnectError("no", Code.Aborted, { "x-hint": "try later" }, [detail]);
      },
    };
    await run({ implementation }, async (client) => {
      for (const count of [0, 3]) {
        const seen: number[] = [];
        const consume = async () => {
          for await (const { number } of client.serverStream({ count })) seen.push(number);
        };
        const error = await failure(consume());
        assert.equal(seen.length, count, "what came before the error arrives");
        assert.equal(error.code, Code.Aborted);
        assert.equal(error.findDetails(ReasonSchema)[0]?.reason, "ACCOUNT_CLOSED");
        assert.equal(error.metadata.get("x-hint"), "try later");
      }
    });
  });

  it("masks what is not a ConnectError", async () => {
    const implementation = {
      unary() {
        throw new Error("password=hunter2 at db.internal:5432");
      },
      async *serverStream() {
        yield { number: 1 };
        throw new TypeError("secret");
      },
      async clientStream(): Promise<never> {
        throw "a string";
      },
    };
    async function* nothing() {}
    await run({ implementation }, async (client) => {
      const calls = [
        () => client.unary({}),
        () => collect(client.serverStream({})),
        () => client.clientStream(nothing()),
      ];
      for (const call of calls) {
        const error = await failure(call());
        assert.equal(error.code, Code.Internal);
        assert.equal(error.rawMessage, "internal error");
        assert.equal(error.details.length, 0);
      }
    });
  });

  it("carries an error that text encodings stumble over", async () => {
    const implementation = {
      unary() {
        throw new ConnectError("half a pair \ud83d and a line\nbreak", Code.InvalidArgument);
      },
    };
    await run({ implementation }, async (client) => {
      assert.equal((await failure(client.unary({}))).code, Code.InvalidArgument);
    });
  });

  it("tells the caller why its own request stream broke", async () => {
    const implementation = {
      async clientStream(requests: AsyncIterable<unknown>) {
        for await (const _ of requests);
        return { sum: 0 };
      },
    };
    async function* breaking() {
      yield { number: 1 };
      throw new ConnectError("the file went away", Code.DataLoss);
    }
    await run({ implementation }, async (client) => {
      const error = await failure(client.clientStream(breaking()));
      assert.equal(error.code, Code.DataLoss);
    });
  });
};
