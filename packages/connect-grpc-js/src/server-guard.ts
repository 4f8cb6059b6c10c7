import type { Interceptor } from "@connectrpc/connect";
import { abortError, endOnAbort, raceAbort } from "./abort.ts";
import { maskError } from "./errors.ts";

/**
 * What Connect's own handlers need as their outermost interceptor to behave as this package's grpc-js server
 * does: a call ends when its signal fires, whether or not the handler minds it (a streaming handler is
 * returned from, so that its `finally` runs), and an error's message can always be encoded.
 */
export const serverGuard: Interceptor = (next) => async (request) => {
  if (request.signal.aborted) throw abortError(request.signal);
  try {
    const response = await raceAbort(request.signal, next(request));
    if (!response.stream) return response;
    return { ...response, message: maskErrors(endOnAbort(request.signal, response.message)) };
  } catch (reason) {
    throw maskError(reason);
  }
};

async function* maskErrors<T>(messages: AsyncIterable<T>): AsyncIterable<T> {
  try {
    yield* messages;
  } catch (reason) {
    throw maskError(reason);
  }
}
