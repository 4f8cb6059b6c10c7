import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { Code, ConnectError, createClient, type ServiceImpl } from "@connectrpc/connect";
import { createClient as createLeavingClient } from "@finflow/connect-grpc-js/client";
import { createInMemoryTransport } from "@finflow/connect-grpc-js/in-memory";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace";
import { clientTelemetry } from "./client-telemetry.ts";
import { createLogger } from "./logger.ts";
import { createMetrics } from "./metrics.ts";
import { serverTelemetry } from "./server-telemetry.ts";
import { startTracing } from "./tracing.ts";

type LogLine = Record<string, unknown>;

function serve(
  auth: Partial<ServiceImpl<typeof AuthService>>,
  analytics: Partial<ServiceImpl<typeof AnalyticsService>> = {},
) {
  const lines: LogLine[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  const logger = createLogger({ service: "auth", destination });
  const metrics = createMetrics();
  const transport = createInMemoryTransport(
    (router) => router.service(AuthService, auth).service(AnalyticsService, analytics),
    {
      interceptors: [clientTelemetry({ metrics })],
      serverInterceptors: [serverTelemetry({ logger, metrics, fields: () => ({ userId: "u1" }) })],
    },
  );
  const clients = {
    auth: createClient(AuthService, transport),
    analytics: createLeavingClient(AnalyticsService, transport),
  };
  return { lines, logger, metrics, ...clients };
}

const method = "finflow.auth.v1.AuthService/GetMe";

describe("the telemetry of an RPC", () => {
  const spans = new InMemorySpanExporter();
  let tracing: ReturnType<typeof startTracing>;
  before(() => {
    tracing = startTracing({
      serviceName: "test",
      spanProcessors: [new SimpleSpanProcessor({ exporter: spans })],
    });
  });
  afterEach(() => spans.reset());
  after(() => tracing.shutdown());

  const finished = (kind: SpanKind) => spans.getFinishedSpans().filter((span) => span.kind === kind);

  it("is a span on either side, of one trace, a line and a measurement", async () => {
    const { auth, lines, metrics } = serve({ getMe: () => ({}) });
    await auth.getMe({});
    const [server] = finished(SpanKind.SERVER);
    const [client] = finished(SpanKind.CLIENT);
    assert.equal(server?.name, method);
    assert.equal(server.parentSpanContext?.spanId, client?.spanContext().spanId);
    assert.equal(server.spanContext().traceId, client?.spanContext().traceId);
    assert.deepEqual(server.attributes, {
      "rpc.system.name": "connectrpc",
      "rpc.method": method,
      "rpc.status_code": "OK",
    });
    const [line, ...more] = lines;
    assert.equal(more.length, 0);
    assert.deepEqual(
      [line?.level, line?.msg, line?.method, line?.code, line?.userId],
      ["info", "rpc", method, "OK", "u1"],
    );
    assert.equal(line?.trace_id, server.spanContext().traceId);
    assert.equal(line.span_id, server.spanContext().spanId);
    const text = await metrics.registry.metrics();
    const labels = `rpc_system_name="connectrpc",rpc_method="${method}",rpc_status_code="OK"`;
    assert.ok(text.includes(`rpc_server_call_duration_seconds_count{${labels}} 1`));
    assert.ok(text.includes(`rpc_server_active_calls{rpc_method="${method}"} 0`));
    assert.match(text, /rpc_client_call_duration_seconds_count\{.*GetMe.*\} 1/);
  });

  it("takes up a caller's trace, its sampling, and its request id", async () => {
    const { lines, ...rest } = serve({ getMe: () => ({}) });
    const transport = createInMemoryTransport(
      (router) => router.service(AuthService, { getMe: () => ({}) }),
      {
        serverInterceptors: [serverTelemetry({ logger: rest.logger, metrics: createMetrics() })],
      },
    );
    const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let answered: string | null = "";
    await createClient(AuthService, transport).getMe(
      {},
      {
        headers: { traceparent, "x-request-id": "abc-12345" },
        onHeader: (header) => {
          answered = header.get("x-request-id");
        },
      },
    );
    const [server] = finished(SpanKind.SERVER);
    assert.equal(server?.spanContext().traceId, "4bf92f3577b34da6a3ce929d0e0e4736");
    assert.equal(server.parentSpanContext?.spanId, "00f067aa0ba902b7");
    assert.equal(lines[0]?.request_id, "abc-12345");
    assert.equal(answered, "abc-12345");
  });

  it("does not take up what is malformed", async () => {
    const logger = createLogger({ service: "x", level: "silent" });
    const interceptors = [serverTelemetry({ logger, metrics: createMetrics() })];
    const transport = createInMemoryTransport(
      (router) => router.service(AuthService, { getMe: () => ({}) }),
      {
        serverInterceptors: interceptors,
      },
    );
    for (const bad of ["short", "x".repeat(200), 'quote"quote"', "new line\t1"]) {
      let answered: string | null = "";
      const onHeader = (header: Headers) => {
        answered = header.get("x-request-id");
      };
      await createClient(AuthService, transport).getMe(
        {},
        { headers: { "x-request-id": bad, traceparent: bad }, onHeader },
      );
      assert.match(answered ?? "", /^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    }
  });

  it("follows a request through the services it passes", async () => {
    const second = serve({ getMe: () => ({}) });
    const first = serve({
      async listSessions() {
        await new Promise((resolve) => setImmediate(resolve));
        first.logger.info("between");
        await second.auth.getMe({});
        return {};
      },
    });
    await first.auth.listSessions({}, { headers: { "x-request-id": "request-7" } });
    const ids = [...first.lines, ...second.lines].map(
      ({ request_id, trace_id }) => `${request_id} ${trace_id}`,
    );
    assert.equal(ids.length, 3);
    assert.equal(new Set(ids).size, 1, "the line of the handler, and those of both RPCs");
    assert.equal(new Set(spans.getFinishedSpans().map((span) => span.spanContext().traceId)).size, 1);
  });

  it("tells a client's mistake from the server's fault", async () => {
    const { auth, lines } = serve({
      getMe() {
        throw new ConnectError(
          "internal error",
          Code.Internal,
          undefined,
          undefined,
          new Error("the disk is full"),
        );
      },
      listSessions() {
        throw new ConnectError("no such session", Code.NotFound);
      },
    });
    const error = await auth.getMe({}).catch((reason: unknown) => reason);
    assert.ok(error instanceof ConnectError);
    assert.equal(error.metadata.get("x-request-id"), lines[0]?.request_id);
    await assert.rejects(auth.listSessions({}));
    assert.deepEqual(
      lines.map(({ level, code }) => [level, code]),
      [
        ["error", "INTERNAL"],
        ["info", "NOT_FOUND"],
      ],
    );
    assert.match(JSON.stringify(lines[0]?.error), /the disk is full/);
    const statuses = finished(SpanKind.SERVER).map(({ status, attributes }) => [
      status.code,
      attributes["error.type"],
    ]);
    assert.deepEqual(statuses, [
      [SpanStatusCode.ERROR, "INTERNAL"],
      [SpanStatusCode.UNSET, undefined],
    ]);
    assert.ok(finished(SpanKind.CLIENT).every(({ status }) => status.code === SpanStatusCode.ERROR));
  });

  it("does not fill the log with stacks when RPCs that are not there are asked for", async () => {
    const { auth, lines } = serve({});
    await assert.rejects(auth.getMe({}));
    assert.deepEqual(
      [lines[0]?.level, lines[0]?.code, lines[0]?.error],
      ["info", "UNIMPLEMENTED", undefined],
    );
  });

  it("lasts as long as a stream, and its body runs inside it", async () => {
    const { analytics, lines, logger } = serve(
      {},
      {
        async *exportTransactions() {
          yield {};
          logger.info("between messages");
          yield {};
        },
      },
    );
    let seen = 0;
    for await (const _ of analytics.exportTransactions({})) {
      if (++seen === 1) assert.equal(spans.getFinishedSpans().length, 0);
    }
    assert.equal(finished(SpanKind.SERVER).length, 1);
    assert.equal(finished(SpanKind.CLIENT)[0]?.attributes["rpc.status_code"], "OK");
    const [between, rpc] = lines;
    assert.deepEqual([between?.msg, rpc?.msg], ["between messages", "rpc"]);
    assert.equal(between?.span_id, rpc?.span_id);
    assert.equal(between?.request_id, rpc?.request_id);
  });

  it("ends when a stream fails or is left", async () => {
    const { analytics, metrics } = serve(
      {},
      {
        async *exportTransactions() {
          yield {};
          throw new ConnectError("no", Code.Aborted);
        },
      },
    );
    await assert.rejects(async () => {
      for await (const _ of analytics.exportTransactions({}));
    });
    for await (const _ of analytics.exportTransactions({})) break;
    const codes = finished(SpanKind.CLIENT).map(({ attributes }) => attributes["rpc.status_code"]);
    assert.deepEqual(codes, ["ABORTED", "CANCELLED"]);
    assert.equal(finished(SpanKind.SERVER).length, 2);
    const text = await metrics.registry.metrics();
    assert.doesNotMatch(text, /active_calls\{[^}]*\} [1-9]/);
  });
});
