import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Code, ConnectError } from "@connectrpc/connect";
import { abortError, endOnAbort, onceOver, raceAbort } from "./abort.ts";

const never = () => new Promise<never>(() => {});

describe("raceAbort", () => {
  it("is the promise's outcome, or the signal's reason when that is sooner", async () => {
    const { signal } = new AbortController();
    assert.equal(await raceAbort(signal, Promise.resolve(1)), 1);
    await assert.rejects(raceAbort(signal, Promise.reject(new RangeError("x"))), RangeError);
    const late = AbortSignal.abort(new ConnectError("late", Code.DeadlineExceeded));
    await assert.rejects(raceAbort(late, never()), { code: Code.DeadlineExceeded });
    await assert.rejects(raceAbort(AbortSignal.abort(), never()), { code: Code.Canceled });
    assert.equal(abortError(AbortSignal.abort("why")).cause, "why");
  });
});

describe("endOnAbort", () => {
  it("ends a source that is stuck, and lets a suspended one clean up", async () => {
    const abort = new AbortController();
    let cleaned = false;
    async function* source() {
      try {
        yield 1;
        yield 2;
      } finally {
        cleaned = true;
      }
    }
    const seen: number[] = [];
    await assert.rejects(async () => {
      for await (const n of endOnAbort(abort.signal, source())) {
        seen.push(n);
        abort.abort();
      }
    });
    assert.deepEqual([seen, cleaned], [[1], true]);
  });

  it("does not ask a source for anything once the signal has fired", async () => {
    let asked = false;
    // biome-ignore lint/correctness/useYield: it is never begun
    async function* source() {
      asked = true;
    }
    await assert.rejects(endOnAbort(AbortSignal.abort(), source())[Symbol.asyncIterator]().next());
    assert.equal(asked, false);
  });
});

describe("onceOver", () => {
  async function* numbers(error?: Error) {
    yield 1;
    if (error) throw error;
  }
  it("tells once, at the end, at an error, or when the messages are left, even unread", async () => {
    const told: unknown[] = [];
    const watch = (error?: Error) => onceOver(numbers(error), (reason) => told.push(reason ?? "over"));
    for await (const _ of watch());
    const bug = new Error("bug");
    await assert.rejects(async () => {
      for await (const _ of watch(bug));
    }, bug);
    for await (const _ of watch()) break;
    await watch()[Symbol.asyncIterator]().return?.();
    assert.deepEqual(told, ["over", bug, "over", "over"]);
  });
});
