import { randomUUID } from "node:crypto";
import { ConnectError, type ContextValues, type Interceptor } from "@connectrpc/connect";
import { defaultTextMapGetter, ROOT_CONTEXT, SpanKind, type TextMapGetter } from "@opentelemetry/api";
import { isRequestId, withRequestId } from "./correlation.ts";
import type { LogFields } from "./log-fields.ts";
import type { Logger } from "./logger.ts";
import type { Metrics } from "./metrics.ts";
import { methodName, observeCall, requestIdHeader, runObserved, traceContext } from "./rpc-span.ts";
import { isServerFault } from "./rpc-status.ts";

export type ServerTelemetryOptions = {
  logger: Logger;
  metrics: Metrics;
  /** More for the RPC's log line, read when it ends: who called. */
  fields?: (values: ContextValues) => LogFields;
};

const headerGetter: TextMapGetter<Headers> = {
  ...defaultTextMapGetter,
  get: (headers, key) => headers.get(key) ?? undefined,
  keys: (headers) => [...headers.keys()],
};

/**
 * One span, one measurement and one log line per incoming RPC; a stream's when it ends. Takes up the caller's
 * W3C trace context and `x-request-id` (a new UUID if there is none or it is malformed), and answers with the
 * request id, errors included.
 */
export function serverTelemetry({ logger, metrics, fields }: ServerTelemetryOptions): Interceptor {
  const instruments = { calls: metrics.serverCalls, active: metrics.serverActive };
  return (next) => async (request) => {
    const sent = request.header.get(requestIdHeader);
    const requestId = isRequestId(sent) ? sent : randomUUID();
    const caller = traceContext.extract(ROOT_CONTEXT, request.header, headerGetter);
    const parent = withRequestId(requestId, caller);
    const log = (status: string, ms: number, error: unknown) => {
      const line = { method: methodName(request), code: status, ms: Math.round(ms * 10) / 10 };
      const more = fields?.(request.contextValues);
      // Whoever asks for what is not there must not fill the log with stacks, whatever a span calls it.
      if (!isServerFault(status) || status === "UNIMPLEMENTED") logger.info("rpc", { ...line, ...more });
      else logger.error("rpc", { ...line, ...more, error: causeOf(error) });
    };
    const call = observeCall(request, SpanKind.SERVER, parent, instruments, log);
    try {
      const response = await runObserved(call, call.context, () => next(request));
      response.header.set(requestIdHeader, requestId);
      return response;
    } catch (error) {
      if (error instanceof ConnectError) error.metadata.set(requestIdHeader, requestId);
      throw error;
    }
  };
}

// The client's sentence says nothing; what it masks does.
function causeOf(error: unknown): unknown {
  return error instanceof ConnectError && error.cause !== undefined ? error.cause : error;
}
