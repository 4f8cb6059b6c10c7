import { Code, ConnectError } from "@connectrpc/connect";
import { ErrorInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";

/** What a refused caller is told, and can act on. */
const sentences = {
  TOKEN_MISSING: [Code.Unauthenticated, "sign in: the call carries no access token"],
  TOKEN_INVALID: [Code.Unauthenticated, "the access token is not valid"],
  TOKEN_EXPIRED: [Code.Unauthenticated, "the access token has expired"],
  SESSION_ENDED: [Code.Unauthenticated, "the session has ended; sign in again"],
  SERVICE_TOKEN_MISSING: [Code.Unauthenticated, "this RPC is for services"],
  SERVICE_TOKEN_INVALID: [Code.Unauthenticated, "the service token is not valid"],
  SERVICE_NOT_ALLOWED: [Code.PermissionDenied, "this service may not call this RPC"],
  IDENTITY_UNAVAILABLE: [Code.Unavailable, "who is calling cannot be checked at the moment"],
} as const satisfies Record<string, readonly [Code, string]>;

export type RefusalReason = keyof typeof sentences;

/** The domain of this package's ErrorInfo details. */
export const identityErrorDomain = "finflow.identity";

/**
 * A refusal with its ErrorInfo. Says nothing of why a token failed beyond the reason; `cause` is for the log.
 */
export function refuse(reason: RefusalReason, cause?: unknown): ConnectError {
  const [code, message] = sentences[reason];
  // RFC 6750, section 3: a refused bearer token is answered with a challenge.
  const challenge = reason === "TOKEN_MISSING" ? "Bearer" : 'Bearer error="invalid_token"';
  const headers = code === Code.Unauthenticated ? { "www-authenticate": challenge } : {};
  const info = { desc: ErrorInfoSchema, value: { reason, domain: identityErrorDomain } };
  return new ConnectError(message, code, headers, [info], cause);
}
