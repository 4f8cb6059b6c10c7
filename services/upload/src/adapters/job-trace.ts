import { traceContext } from "@finflow/telemetry/rpc-span";
import {
  context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";

/** W3C trace context of who asked, as headers have it; ids alone. */
export type JobTrace = Record<string, string>;

export function currentTrace(): JobTrace {
  const carrier: JobTrace = {};
  traceContext.inject(context.active(), carrier, defaultTextMapSetter);
  return carrier;
}

/** Works in a span that goes on with the asker's trace: its log lines and its events can be found by it. */
export function inTraceOf<Result>(
  asked: JobTrace,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const parent = traceContext.extract(ROOT_CONTEXT, asked, defaultTextMapGetter);
  const tracer = trace.getTracer("finflow");
  return tracer.startActiveSpan(name, { kind: SpanKind.CONSUMER }, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
