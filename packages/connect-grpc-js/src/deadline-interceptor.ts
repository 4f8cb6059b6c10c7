import {
  Code,
  ConnectError,
  type ContextValues,
  createContextKey,
  type HandlerContext,
  type Interceptor,
} from "@connectrpc/connect";
import { createLinkedAbortController } from "@connectrpc/connect/protocol";
import { endOnAbort, onceOver, raceAbort } from "./abort.ts";
import { requestedTimeoutMs } from "./deadline.ts";

export type Deadlines = {
  /** For unary calls that ask for none, in milliseconds. */
  defaultMs: number;
  /** The longest a unary call may ask for, in milliseconds; more is cut to it. */
  maxMs: number;
  /** The longest a stream may last, in milliseconds. Default: as long as its client asks. */
  streamMaxMs?: number;
};

// On the monotonic clock, which nobody sets back.
const endsAt = createContextKey<number | undefined>(undefined, { description: "when the call ends" });

/** Gives every call an end: the client's own deadline, cut to the longest allowed, or the default. */
export function deadlines(limits: Deadlines): Interceptor {
  return (next) => async (request) => {
    const asked = requestedTimeoutMs(request.header);
    const ms = request.stream
      ? Math.min(asked ?? Infinity, limits.streamMaxMs ?? Infinity)
      : Math.min(asked ?? limits.defaultMs, limits.maxMs);
    if (ms === Infinity) return next(request);
    request.contextValues.set(endsAt, performance.now() + ms);
    const timer = new AbortController();
    const expire = () => timer.abort(new ConnectError("the operation timed out", Code.DeadlineExceeded));
    const timeout = setTimeout(expire, Math.min(ms, 2 ** 31 - 1));
    const stop = () => clearTimeout(timeout);
    const { signal } = createLinkedAbortController(timer.signal, request.signal);
    signal.addEventListener("abort", stop, { once: true });
    try {
      const response = await raceAbort(signal, next({ ...request, signal }));
      if (!response.stream) {
        stop();
        return response;
      }
      return { ...response, message: onceOver(endOnAbort(signal, response.message), stop) };
    } catch (error) {
      stop();
      throw error;
    }
  };
}

/**
 * Milliseconds a call has left, zero when its time is over; `undefined` when it has no end. What an outgoing
 * call on its behalf may take, and whole: Connect's timeout header holds no fractions.
 */
export function remainingMs(context: Pick<HandlerContext, "timeoutMs"> & { values: ContextValues }) {
  const end = context.values.get(endsAt);
  const own = end === undefined ? undefined : end - performance.now();
  const asked = context.timeoutMs();
  if (own === undefined && asked === undefined) return undefined;
  return Math.max(0, Math.ceil(Math.min(own ?? Infinity, asked ?? Infinity)));
}
