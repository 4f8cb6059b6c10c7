import {
  Code,
  ConnectError,
  createContextValues,
  createHandlerContext,
  type MethodImplSpec,
} from "@connectrpc/connect";
import type { ServerUnaryCall } from "@grpc/grpc-js";
import { methodPath } from "./codec.ts";
import { formatGrpcTimeout, untilDeadlineMs } from "./deadline.ts";
import { toHeaders } from "./metadata.ts";
import { peerKey } from "./peer.ts";

type AnyCall = Pick<ServerUnaryCall<Buffer, Buffer>, "getDeadline" | "getHost" | "getPeer" | "metadata"> & {
  on(event: "cancelled", listener: () => void): unknown;
};

/** The handler's context for a grpc-js call: its signal fires at the deadline and when the client cancels. */
export function contextFor(
  call: AnyCall,
  { method }: MethodImplSpec,
  shutdownSignal: AbortSignal | undefined,
) {
  const timeoutMs = untilDeadlineMs(call.getDeadline());
  const requestHeader = toHeaders(call.metadata);
  // grpc-js takes it away; interceptors read it as they do under the other protocols.
  if (timeoutMs !== undefined) requestHeader.set("grpc-timeout", formatGrpcTimeout(timeoutMs));
  const cancel = new AbortController();
  call.on("cancelled", () => {
    // It says so of calls that have been answered, too.
    if (context.signal.aborted) return;
    // grpc-js cancels at the deadline too, sometimes before this context's own timer.
    const late = untilDeadlineMs(call.getDeadline()) === 0;
    cancel.abort(
      late
        ? new ConnectError("the operation timed out", Code.DeadlineExceeded)
        : new ConnectError("the client canceled the call", Code.Canceled),
    );
  });
  const context = createHandlerContext({
    service: method.parent,
    method,
    protocolName: "grpc",
    requestMethod: "POST",
    url: `http://${call.getHost()}${methodPath(method)}`,
    requestHeader,
    requestSignal: cancel.signal,
    timeoutMs,
    shutdownSignal,
    contextValues: createContextValues().set(peerKey, call.getPeer()),
  });
  return context;
}
