import type { StreamRequest, StreamResponse, UnaryRequest, UnaryResponse } from "@connectrpc/connect";
import { onceOver } from "@finflow/connect-grpc-js/abort";
import { type Context, context, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import {
  ATTR_ERROR_TYPE,
  ATTR_RPC_METHOD,
  ATTR_RPC_STATUS_CODE,
  ATTR_RPC_SYSTEM_NAME,
} from "@opentelemetry/semantic-conventions";
import type { Gauge, Histogram } from "prom-client";
import { isServerFault, statusOf } from "./rpc-status.ts";

export const traceContext = new W3CTraceContextPropagator();
export const requestIdHeader = "x-request-id";

type AnyRequest = UnaryRequest | StreamRequest;

/** `finflow.auth.v1.AuthService/Login` */
export function methodName({ method }: Pick<AnyRequest, "method">): string {
  return `${method.parent.typeName}/${method.name}`;
}

// grpc-js takes the content type away; what Connect's own protocol sends says so.
function systemName(request: AnyRequest): string {
  const type = request.header.get("content-type") ?? "application/grpc";
  return type.startsWith("application/grpc") ? "grpc" : "connectrpc";
}

export type CallInstruments = {
  calls: Histogram<"rpc_system_name" | "rpc_method" | "rpc_status_code">;
  active: Gauge<"rpc_method">;
};

export type ObservedCall = {
  readonly context: Context;
  /** Ends span and metrics, once, with the status that `error` stands for. */
  end(error?: unknown): void;
};

/** Starts the span and the metrics of one RPC. */
export function observeCall(
  request: AnyRequest,
  kind: SpanKind.SERVER | SpanKind.CLIENT,
  parent: Context,
  instruments: CallInstruments,
  whenEnded?: (status: string, ms: number, error: unknown) => void,
): ObservedCall {
  const method = methodName(request);
  const system = systemName(request);
  const attributes = { [ATTR_RPC_SYSTEM_NAME]: system, [ATTR_RPC_METHOD]: method };
  const span = trace.getTracer("finflow").startSpan(method, { kind, attributes }, parent);
  const here = trace.setSpan(parent, span);
  const startedAt = performance.now();
  let open = true;
  instruments.active.inc({ rpc_method: method });
  return {
    context: here,
    end(error) {
      if (!open) return;
      open = false;
      const status = statusOf(error);
      const ms = performance.now() - startedAt;
      instruments.active.dec({ rpc_method: method });
      const labels = { rpc_system_name: system, rpc_method: method, rpc_status_code: status };
      instruments.calls.observe(labels, ms / 1000);
      endSpan(span, kind, status);
      context.with(here, () => whenEnded?.(status, ms, error));
    },
  };
}

function endSpan(span: Span, kind: SpanKind, status: string): void {
  span.setAttribute(ATTR_RPC_STATUS_CODE, status);
  const failed = kind === SpanKind.SERVER ? isServerFault(status) : status !== "OK";
  if (failed) {
    span.setAttribute(ATTR_ERROR_TYPE, status);
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

/** Runs `next` inside the call's context and ends the call with it; a stream when its last message is out. */
export async function runObserved(
  call: ObservedCall,
  inside: Context,
  next: () => Promise<UnaryResponse | StreamResponse>,
): Promise<UnaryResponse | StreamResponse> {
  try {
    const response = await context.with(inside, next);
    if (response.stream) {
      return { ...response, message: onceOver(within(inside, response.message), call.end) };
    }
    call.end();
    return response;
  } catch (error) {
    call.end(error ?? new Error("nothing was thrown"));
    throw error;
  }
}

// A stream's body runs when its next message is asked for, far outside of the call that made it.
function within<T>(inside: Context, messages: AsyncIterable<T>): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = messages[Symbol.asyncIterator]();
      return {
        next: () => context.with(inside, () => iterator.next()),
        return: async () => {
          await context.with(inside, () => iterator.return?.());
          return { done: true, value: undefined };
        },
      };
    },
  };
}
