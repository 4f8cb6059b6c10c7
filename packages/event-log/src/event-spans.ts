import { traceContext } from "@finflow/telemetry/rpc-span";
import {
  context,
  defaultTextMapGetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import type { Batch } from "./event-log.ts";

/**
 * Works on a batch in a span of every trace that its events belong to: each goes on where its event was written, so
 * that one trace leads from a request to the figures it changed. Where all events are of one trace, what is done and
 * logged meanwhile belongs to it too.
 */
export async function inTracesOf<Result>(
  consumer: string,
  { topic, partition, events }: Batch,
  work: () => Promise<Result>,
): Promise<Result> {
  const parents = new Set(events.flatMap(({ traceparent }) => traceparent ?? []));
  if (parents.size === 0) return work();
  const tracer = trace.getTracer("finflow");
  const attributes = {
    "messaging.operation.type": "process",
    "messaging.destination.name": topic,
    "messaging.destination.partition.id": String(partition),
    "messaging.consumer.group.name": consumer,
  };
  const spans = [...parents].map((traceparent): Span => {
    const parent = traceContext.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter);
    return tracer.startSpan(`process ${topic}`, { kind: SpanKind.CONSUMER, attributes }, parent);
  });
  const [only] = spans;
  const inside = spans.length === 1 && only ? trace.setSpan(context.active(), only) : context.active();
  try {
    return await context.with(inside, work);
  } catch (error) {
    for (const span of spans) span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    for (const span of spans) span.end();
  }
}
