import assert from "node:assert/strict";
import { after, test } from "node:test";
import { StatementError } from "../../src/statement.ts";
import { command, obedientReader } from "./obedient-reader.ts";

const reader = obedientReader({
  ahead: 1,
  atOnce: 2,
  limits: { cpuSeconds: 1.5, memoryBytes: 200_000_000, fileBytes: 1000 },
});
const hasty = obedientReader({ limits: { clockSeconds: 0.2 } });
const heapless = obedientReader({ limits: { memoryBytes: 300_000_000 } });
after(() => Promise.all([reader.close(), hasty.close(), heapless.close()]));

const reason = (expected: string) => (error: unknown) =>
  error instanceof StatementError && error.reason === expected;

test("a child that computes for ever is stopped by its processor time", async () => {
  await assert.rejects(command(reader, "spin"), reason("timed_out"));
});

test("a child that waits for ever is stopped by the clock", async () => {
  await assert.rejects(command(hasty, "hang"), reason("timed_out"));
});

test("a child that takes memory outside the heap is stopped", async () => {
  await assert.rejects(command(reader, "buffers"), reason("out_of_memory"));
});

test("a child that takes memory on the heap is stopped", async () => {
  await assert.rejects(command(heapless, "heap"), reason("out_of_memory"));
});

test("a file over the size never reaches a child", async () => {
  await assert.rejects(reader.read(new Uint8Array(1001)), reason("too_large"));
});

test("one file's end is no other's", async () => {
  const all = ["spin", "say one", "buffers", "say two", "abort", "say three"];
  const results = await Promise.allSettled(all.map((deed) => command(reader, deed)));
  assert.deepEqual(
    results.map((result) => (result.status === "fulfilled" ? result.value : result.reason.reason)),
    ["timed_out", "one", "out_of_memory", "two", "internal", "three"],
  );
});
