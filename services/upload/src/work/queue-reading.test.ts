import assert from "node:assert/strict";
import { test } from "node:test";
import { createLogger } from "@finflow/telemetry/logger";
import { queueReading } from "./queue-reading.ts";

const job = { userId: "u", documentId: "d", attempt: 1, readsPictures: false };

/** What is logged while the queue behaves as `add` does. */
async function logged(add: () => Promise<void>): Promise<string> {
  let lines = "";
  const destination = {
    write: (line: string) => {
      lines += line;
    },
  };
  await queueReading({ queue: { add }, logger: createLogger({ service: "upload", destination }) }, job);
  return lines;
}

test("a queue that refuses the job fails nobody's request: the sweeper adds it", async () => {
  const lines = await logged(() => Promise.reject(new Error("no connection")));
  assert.match(lines, /left to the sweeper/);
});

test("a queue that does not answer holds nobody up", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const waited = logged(() => new Promise(() => {}));
  context.mock.timers.tick(1_000);
  assert.equal(await waited, "");
});
