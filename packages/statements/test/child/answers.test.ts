import assert from "node:assert/strict";
import { after, test } from "node:test";
import { StatementError } from "../../src/statement.ts";
import { command, obedientReader } from "./obedient-reader.ts";

const reader = obedientReader({ atOnce: 2, limits: { answerBytes: 100_000 } });
after(() => reader.close());

const fails = (deed: string, reason: string, cause?: RegExp) =>
  assert.rejects(command(reader, deed), (error) => {
    assert.ok(error instanceof StatementError, String(error));
    assert.equal(error.reason, reason);
    if (cause) assert.match(String(error.cause), cause);
    return true;
  });

test("an answer comes back, once", async () => {
  assert.equal(await command(reader, "say hello"), "hello");
  assert.equal(await command(reader, "twice"), "first");
});

test("an answer that is no statement is ours", async () => {
  await fails("garbage", "internal", /JSON/);
  await fails('shape {"statement":{}}', "internal", /status/);
  await fails('shape {"reason":"made up"}', "internal", /reason/);
  await fails('shape "ready"', "internal", /not an object/);
  await fails("half", "internal");
});

test("a failure keeps its reason, and where it happened", async () => {
  await fails("fail damaged", "damaged", /at somewhere/);
});

test("an answer of 4 GiB is refused before it is held", async () => {
  await fails("boast", "out_of_memory");
});

test("a child that ends without an answer is ours", async () => {
  await fails("exit 0", "internal", /code 0/);
  await fails("exit 3", "internal", /code 3/);
  await fails("abort", "internal", /SIGABRT/);
});

test("what a child prints is drained and not believed", async () => {
  assert.equal(await command(reader, "noise still here"), "still here");
});
