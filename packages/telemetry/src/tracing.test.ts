import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, it } from "node:test";
import { context, trace } from "@opentelemetry/api";
import { currentCorrelation } from "./correlation.ts";
import { startTracing } from "./tracing.ts";

function span(name: string) {
  const made = trace.getTracer("test").startSpan(name);
  const ids = context.with(trace.setSpan(context.active(), made), currentCorrelation);
  const recording = made.isRecording();
  made.end();
  return { ...ids, recording };
}

describe("tracing", () => {
  it("makes trace ids without recording, when there is nowhere to send spans", async () => {
    const tracing = startTracing({ serviceName: "solo" });
    const { trace_id, recording } = span("x");
    assert.match(trace_id ?? "", /^[0-9a-f]{32}$/);
    assert.equal(recording, false);
    await tracing.shutdown();
  });

  it("sends spans to the collector it is given, the last ones at shutdown", async () => {
    const received: { url: string | undefined; type: string | undefined; body: Buffer }[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        received.push({
          url: request.url,
          type: request.headers["content-type"],
          body: Buffer.concat(chunks),
        });
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const otlpEndpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const tracing = startTracing({ serviceName: "upload", otlpEndpoint });
    const { trace_id } = span("claim document");
    await tracing.shutdown();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const [sent] = received;
    assert.deepEqual([sent?.url, sent?.type], ["/v1/traces", "application/x-protobuf"]);
    assert.ok(sent?.body.includes("claim document") && sent?.body.includes("upload"));
    assert.ok(sent?.body.includes(Buffer.from(trace_id ?? "", "hex")));
  });

  it("does not fail or hold up the program when the collector is not there", async () => {
    const tracing = startTracing({
      serviceName: "upload",
      otlpEndpoint: "http://127.0.0.1:1",
      exportMs: 50,
    });
    span("lost");
    await tracing.shutdown();
  });
});
