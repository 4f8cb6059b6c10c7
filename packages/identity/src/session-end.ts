import type { StreamRequest, StreamResponse, UnaryRequest, UnaryResponse } from "@connectrpc/connect";
import { createLinkedAbortController } from "@connectrpc/connect/protocol";
import { endOnAbort, onceOver, raceAbort } from "@finflow/connect-grpc-js/abort";
import type { Identity } from "./identity.ts";
import { refuse } from "./refusal.ts";
import type { Revocation } from "./revocation.ts";

type Next = (request: UnaryRequest | StreamRequest) => Promise<UnaryResponse | StreamResponse>;

/**
 * Runs a stream that ends, with `unauthenticated`, when its token expires or its session is revoked. The
 * handler's signal fires then too.
 */
export async function withinSession(
  identity: Identity,
  revocation: Revocation | undefined,
  request: StreamRequest,
  next: Next,
): Promise<StreamResponse | UnaryResponse> {
  const over = new AbortController();
  const leftMs = Math.max(0, identity.expiresAt.getTime() - Date.now());
  const expiry = setTimeout(() => over.abort(refuse("TOKEN_EXPIRED")), Math.min(leftMs, 2 ** 31 - 1));
  const watched = revocation?.watch?.(identity.sessionId);
  const onRevoked = () => over.abort(refuse("SESSION_ENDED"));
  if (watched?.signal.aborted) onRevoked();
  watched?.signal.addEventListener("abort", onRevoked, { once: true });
  const { signal } = createLinkedAbortController(over.signal, request.signal);
  const release = () => {
    clearTimeout(expiry);
    watched?.signal.removeEventListener("abort", onRevoked);
    watched?.release();
  };
  try {
    const response = await raceAbort(signal, next({ ...request, signal }));
    if (!response.stream) throw new TypeError("a stream was answered with a single message");
    return { ...response, message: onceOver(endOnAbort(signal, response.message), release) };
  } catch (error) {
    release();
    throw error;
  }
}
