import { Code, type Interceptor } from "@connectrpc/connect";
import { onceOver } from "@finflow/connect-grpc-js/abort";
import { userOf } from "@finflow/identity/identity";
import { restError } from "@finflow/rest-transcoder/rest-error";

/**
 * After authentication: bounds the streams that one user has open at a time. A stream takes from the limits
 * once, but holds memory here and a call behind for as long as it is open.
 */
export function limitStreams(perUser: number): Interceptor {
  const open = new Map<string, number>();
  return (next) => async (request) => {
    const userId = userOf({ values: request.contextValues })?.userId;
    if (!request.stream || userId === undefined) return next(request);
    const count = open.get(userId) ?? 0;
    if (count >= perUser) {
      throw restError(Code.ResourceExhausted, `at most ${perUser} streams may be open at once; close one`, {
        reason: "TOO_MANY_STREAMS",
      });
    }
    open.set(userId, count + 1);
    const over = () => {
      const left = (open.get(userId) ?? 1) - 1;
      if (left === 0) open.delete(userId);
      else open.set(userId, left);
    };
    try {
      const response = await next(request);
      if (response.stream) return { ...response, message: onceOver(response.message, over) };
      over();
      return response;
    } catch (error) {
      over();
      throw error;
    }
  };
}
