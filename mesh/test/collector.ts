import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { BinaryReader } from "@bufbuild/protobuf/wire";

/** Ids in hexadecimal; `parentId` is empty where a trace begins. */
export type Span = { service: string; traceId: string; spanId: string; parentId: string; name: string };

export type Collector = {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly endpoint: string;
  /** Of one trace, so far. */
  spansOf(traceId: string): Span[];
  close(): Promise<void>;
};

/** Where processes send their spans (OTLP over HTTP, Protobuf), which are kept. */
export async function startCollector(): Promise<Collector> {
  const spans: Span[] = [];
  const server = createServer((request, response) => {
    buffer(request).then(
      (body) => {
        if (request.url === "/v1/traces") spans.push(...spansIn(body));
        response.end();
      },
      // Whoever is killed while it sends has lost those spans.
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spansOf: (traceId) => spans.filter((span) => span.traceId === traceId),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Field numbers of opentelemetry/proto/trace/v1/trace.proto. */
function spansIn(request: Uint8Array): Span[] {
  return fields(request, 1).flatMap((resourceSpans) => {
    const service = serviceName(fields(resourceSpans, 1)[0]!);
    const spans = fields(resourceSpans, 2).flatMap((scopeSpans) => fields(scopeSpans, 2));
    return spans.map((span) => {
      const id = (field: number) => Buffer.from(fields(span, field)[0] ?? []).toString("hex");
      const name = Buffer.from(fields(span, 5)[0] ?? []).toString();
      return { service, traceId: id(1), spanId: id(2), parentId: id(4), name };
    });
  });
}

function serviceName(resource: Uint8Array): string {
  const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();
  const named = fields(resource, 1).find((attribute) => text(fields(attribute, 1)[0]) === "service.name");
  return text(named && fields(fields(named, 2)[0]!, 1)[0]);
}

/** The values of a message's field that is a message, bytes or text. */
function fields(message: Uint8Array, wanted: number): Uint8Array[] {
  const reader = new BinaryReader(message);
  const found: Uint8Array[] = [];
  while (reader.pos < reader.len) {
    const [number, type] = reader.tag();
    if (number === wanted) found.push(reader.bytes());
    else reader.skip(type);
  }
  return found;
}
