import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import type { ErrorTable } from "./error-table.ts";
import { replaceErrors } from "./stream-errors.ts";

// What another service answers may be told on; its other errors speak of a call the client did not make.
const passedOn = new Set([Code.Canceled, Code.DeadlineExceeded, Code.Unavailable, Code.ResourceExhausted]);

/**
 * The innermost interceptor: turns whatever a handler throws, before or after a stream's first message, into
 * what its client is told. ConnectErrors made in this process pass; those of calls to other services pass when
 * their code says that trying again may help, without details; everything else becomes `internal error`, with
 * what was thrown as its cause for the log.
 */
export function errorReplies(table: ErrorTable): Interceptor {
  const replyTo = (error: unknown): ConnectError => {
    const reply = table.reply(error);
    if (reply) return reply;
    if (!(error instanceof ConnectError)) return internal(error);
    if (!error.isWireError) return error;
    if (!passedOn.has(error.code)) return internal(error);
    return new ConnectError(upstream[error.code] ?? "", error.code, undefined, undefined, error);
  };
  return (next) => async (request) => {
    try {
      const response = await next(request);
      return response.stream ? { ...response, message: replaceErrors(response.message, replyTo) } : response;
    } catch (error) {
      throw replyTo(error);
    }
  };
}

const upstream: Partial<Record<Code, string>> = {
  [Code.Canceled]: "the call was canceled",
  [Code.DeadlineExceeded]: "the operation timed out",
  [Code.Unavailable]: "a service this depends on does not answer",
  [Code.ResourceExhausted]: "a service this depends on is at its limit",
};

function internal(cause: unknown): ConnectError {
  return new ConnectError("internal error", Code.Internal, undefined, undefined, cause);
}
