import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createMetrics } from "@finflow/telemetry/metrics";
import { startTracing, type Tracing } from "@finflow/telemetry/tracing";
import { announcement, done, type Harness, send, startHarness, until } from "./harness.ts";
import { smallStatement } from "./small-statement.ts";

describe("what is told of a reading", () => {
  let harness: Harness;
  let tracing: Tracing;
  const metrics = createMetrics();
  before(async () => {
    tracing = startTracing({ serviceName: "upload" });
    harness = await startHarness();
    await harness.startWorker({}, { metrics });
  });
  after(async () => {
    await harness?.stop();
    await tracing?.shutdown();
  });

  test("its trace goes from the request over the job to the events", async () => {
    const person = await harness.person();
    const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
    const bytes = await smallStatement();
    const { documentId } = await person.upload.initiateUpload(announcement(bytes));
    await harness.objects.put(documentId, bytes, announcement(bytes));
    await person.upload.completeUpload({ documentId }, { headers });
    await done(person, documentId);
    const { rows } = await harness.pool.query<{ traceparent: string }>(
      "select traceparent from outbox where user_id = $1",
      [person.userId],
    );
    assert.deepEqual(
      rows.map(({ traceparent }) => traceparent.split("-")[1]),
      [traceId],
    );
  });

  test("its result is counted", async () => {
    const person = await harness.person();
    await done(person, await send(harness, person, Buffer.from("no PDF")));
    // Told once it is committed, and the watcher may be faster.
    const told = await until(async () => {
      const text = await metrics.registry.metrics();
      return text.includes("finflow_upload_reading_seconds_count 2") ? text : undefined;
    });
    assert.match(told, /finflow_upload_readings_total\{result="completed"\} 1/);
    assert.match(told, /finflow_upload_readings_total\{result="not_a_pdf"\} 1/);
  });
});
