import assert from "node:assert/strict";
import { after, test } from "node:test";
import { manyRows } from "@finflow/sample-statements/many-rows";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { DEFAULT_LIMITS } from "../../src/child/limits.ts";
import { createStatementReader } from "../../src/child/statement-reader.ts";
import { StatementError } from "../../src/statement.ts";
import { cutOff, HOSTILE_PDFS } from "./hostile-pdfs.ts";

// Less processor time than by default, to be done sooner: an honest statement here takes a tenth of it.
const reader = createStatementReader({ ahead: 2, atOnce: 2, limits: { cpuSeconds: 4 } });
after(() => reader.close());
const good = (await renderStatement(manyRows(40))).pdf;

/** A statement or a reason that says something about the file: never a fault of ours, never nothing. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return (await reader.read(bytes)).status;
  } catch (error) {
    assert.ok(error instanceof StatementError, String(error));
    assert.notEqual(error.reason, "internal", String(error.cause));
    return error.reason;
  }
}

/** Those that must end by a limit, whatever the engine makes of the others. */
const OVER: Record<string, string[]> = {
  "a stream of 100 MB shown twenty times": ["timed_out", "out_of_memory"],
  "one string of 200 MB": ["timed_out", "out_of_memory"],
  "a million saved states": ["timed_out", "out_of_memory"],
  "100,000 pages": ["too_many_pages"],
};

for (const [name, make] of Object.entries(HOSTILE_PDFS)) {
  test(`${name}: ends, and harms no other file`, async () => {
    const file = make();
    assert.ok(file.length < DEFAULT_LIMITS.fileBytes);
    const [end, honest] = await Promise.all([outcome(file), outcome(good)]);
    assert.equal(honest, "reconciled");
    if (OVER[name]) assert.ok(OVER[name].includes(end), end);
  });
}

test("a file that was cut off ends, wherever it was cut", async () => {
  const ends = await Promise.all([0.01, 0.3, 0.6, 0.9, 0.999].map((part) => outcome(cutOff(good, part))));
  assert.ok(!ends.includes("timed_out"), String(ends));
});
