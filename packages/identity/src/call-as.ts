import type { CallOptions, HandlerContext } from "@connectrpc/connect";
import { remainingMs } from "@finflow/connect-grpc-js/deadline-interceptor";
import { userOf } from "./identity.ts";

/**
 * Options for a call to another service on behalf of the one being handled: its user's token, the time it has
 * left, and its cancellation.
 *
 * @example await analytics.getSummary(request, callAs(context));
 */
export function callAs(context: HandlerContext): CallOptions {
  const user = userOf(context);
  const left = remainingMs(context);
  return {
    headers: user ? { authorization: `Bearer ${user.token}` } : undefined,
    // Zero would mean that there is no timeout.
    timeoutMs: left === undefined ? undefined : Math.max(1, left),
    signal: context.signal,
  };
}
