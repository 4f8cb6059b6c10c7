import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import type { Mesh } from "@finflow/mesh/start-mesh";
import { poll } from "../../solo/test/end-to-end/http.ts";
import { newPerson } from "../../solo/test/end-to-end/person.ts";
import type { SummaryJson, UploadJson } from "../../solo/test/end-to-end/wire.ts";
import type { Collector, Span } from "./collector.ts";
import { patiently } from "./patient.ts";
import { statementOf } from "./statement-of.ts";

/** Whether one trace shows a statement on its way, through calls, a job and events. */
export function traced(mesh: () => Mesh, collector: () => Collector): void {
  test("one trace leads from the click to the figures", async () => {
    const target = { url: mesh().url, grpc: mesh().grpc, dataFolder: undefined, close: async () => {} };
    const person = await newPerson(target);
    const [traceId, click] = [randomBytes(16).toString("hex"), randomBytes(8).toString("hex")];
    const { pdf, truth } = await statementOf(3_000);
    const body = new FormData();
    body.append("file", new Blob([pdf], { type: "application/pdf" }), "statement.pdf");
    const headers = { traceparent: `00-${traceId}-${click}-01` };
    const answer = await person.call<UploadJson>("POST", "/upload", { body, headers });
    assert.equal(answer.status, 202, answer.told);
    await poll(
      "the figures",
      () => patiently(() => person.call<SummaryJson>("GET", "/analytics/summary")),
      (summary) => summary.body.totals[0]?.count === truth.rows,
    );
    const expected = ["analytics", "chatbot", "edge", "upload", "upload-worker"].map(
      (name) => `finflow-${name}`,
    );
    // A parent may be told of after its children.
    const loose = (spans: Span[]) => {
      const known = new Set([click, ...spans.map(({ spanId }) => spanId)]);
      return spans.filter(({ parentId }) => !known.has(parentId));
    };
    await poll(
      "spans of every service on the way, each under another of the trace",
      async () => {
        const spans = collector().spansOf(traceId);
        return { services: new Set(spans.map(({ service }) => service)), loose: loose(spans) };
      },
      (found) => expected.every((name) => found.services.has(name)) && found.loose.length === 0,
      { withinMs: 30_000, everyMs: 500 },
    );
  });
}
