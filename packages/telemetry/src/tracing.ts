import { trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanProcessor,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { ATTR_SERVICE_NAME } from "@opentelemetry/semantic-conventions";
import { enableCorrelation } from "./correlation.ts";

export type TracingOptions = {
  serviceName: string;
  /** Base URL of an OTLP/HTTP collector (`OTEL_EXPORTER_OTLP_ENDPOINT`). Default: nothing is exported. */
  otlpEndpoint?: string;
  /** More places for finished spans. */
  spanProcessors?: readonly SpanProcessor[];
  /** How long the collector may take for a batch, and `shutdown` for the last ones. Milliseconds, default 3,000. */
  exportMs?: number;
};

export type Tracing = {
  /** Sends what is left. Spans that the collector does not take in time are lost; that is no error. */
  shutdown(): Promise<void>;
};

/**
 * Gives every RPC of this process a span. Without anywhere to send them, spans are not recorded, but trace ids
 * are made and passed on, so that log lines of one request can be found by them.
 */
export function startTracing(options: TracingOptions): Tracing {
  enableCorrelation();
  const { exportMs = 3_000 } = options;
  const spanProcessors = [...(options.spanProcessors ?? [])];
  if (options.otlpEndpoint !== undefined) {
    const url = `${options.otlpEndpoint.replace(/\/+$/, "")}/v1/traces`;
    spanProcessors.push(
      new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url, timeoutMillis: exportMs }) }),
    );
  }
  const root = spanProcessors.length > 0 ? new AlwaysOnSampler() : new AlwaysOffSampler();
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ [ATTR_SERVICE_NAME]: options.serviceName }),
    // A caller that samples its trace finds that decision kept on the way to the next service.
    sampler: new ParentBasedSampler({ root }),
    spanProcessors,
  });
  trace.setGlobalTracerProvider(provider);
  return {
    async shutdown() {
      trace.disable();
      const sent = provider.shutdown().catch(() => {});
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timeout = setTimeout(resolve, exportMs);
      await Promise.race([sent, late]);
      clearTimeout(timeout);
    },
  };
}
