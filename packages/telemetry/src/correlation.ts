import { context, createContextKey, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";

const requestIdKey = createContextKey("finflow request id");

/** What ties log lines, spans and answers of one request together. */
export type Correlation = { trace_id?: string; span_id?: string; request_id?: string };

/** The ids that hold where this is called. */
export function currentCorrelation(): Correlation {
  const active = context.active();
  const span = trace.getSpanContext(active);
  const requestId = active.getValue(requestIdKey);
  return {
    ...(span && { trace_id: span.traceId, span_id: span.spanId }),
    ...(typeof requestId === "string" && { request_id: requestId }),
  };
}

export function currentRequestId(): string | undefined {
  return currentCorrelation().request_id;
}

/** The current context with a request id: what `context.with` runs under. */
export function withRequestId(requestId: string, base = context.active()) {
  return base.setValue(requestIdKey, requestId);
}

/** Lets ids follow the program through promises and timers. Once per process; again does nothing. */
export function enableCorrelation(): void {
  // Refused, with false, where an embedder has set one; that one serves as well.
  if (manager) return;
  manager = new AsyncLocalStorageContextManager();
  context.setGlobalContextManager(manager.enable());
}

let manager: AsyncLocalStorageContextManager | undefined;

/** A request id that may be kept: short, and nothing that a log or a header could stumble over. */
export function isRequestId(value: string | null): value is string {
  return value !== null && /^[\w.:-]{8,128}$/.test(value);
}
