import { randomUUID } from "node:crypto";
import type { Interceptor } from "@connectrpc/connect";
import { context, SpanKind, type TextMapSetter } from "@opentelemetry/api";
import { currentRequestId, withRequestId } from "./correlation.ts";
import type { Metrics } from "./metrics.ts";
import { observeCall, requestIdHeader, runObserved, traceContext } from "./rpc-span.ts";

const headerSetter: TextMapSetter<Headers> = { set: (headers, key, value) => headers.set(key, value) };

/**
 * One span and one measurement per outgoing RPC, and the current trace context and request id in its headers;
 * a request id is made where there is none. A stream that is left ends with `CANCELLED`.
 */
export function clientTelemetry({ metrics }: { metrics: Metrics }): Interceptor {
  const instruments = { calls: metrics.clientCalls, active: metrics.clientActive };
  return (next) => async (request) => {
    const requestId = currentRequestId() ?? randomUUID();
    const parent = withRequestId(requestId, context.active());
    const call = observeCall(request, SpanKind.CLIENT, parent, instruments);
    traceContext.inject(call.context, request.header, headerSetter);
    request.header.set(requestIdHeader, requestId);
    // Connect tells nobody but the signal when a caller leaves a stream; after the end it fires too.
    if (request.stream) {
      const onAbort = () => call.end(request.signal.reason);
      request.signal.addEventListener("abort", onAbort, { once: true });
    }
    return runObserved(call, call.context, () => next(request));
  };
}
