/**
 * - `bad_credentials`: alike for an unknown account and a wrong password.
 * - `too_many_attempts`, `busy`: try again after `retryAfterMs`.
 * - `session_ended`: the access token's session is over, or its user is deleted.
 * - `refresh_token_invalid`: unknown, expired, or of a session that is over; a replay says no more than that.
 * - `request_id_reused`: it stands for another registration.
 * - `revocation_delayed`: the session is ended, but the others do not know it yet; they will.
 */
export type AuthErrorReason =
  | "bad_credentials"
  | "busy"
  | "email_invalid"
  | "email_taken"
  | "erasure_not_found"
  | "page_token_invalid"
  | "password_breached"
  | "password_contains_email"
  | "password_contains_product"
  | "password_repetitive"
  | "password_too_long"
  | "password_too_short"
  | "refresh_token_invalid"
  | "request_id_reused"
  | "revocation_delayed"
  | "session_ended"
  | "session_not_found"
  | "too_many_attempts";

export type AuthErrorDetails = {
  /** The request's field, in JSON's spelling. */
  readonly field?: string;
  /** Milliseconds. */
  readonly retryAfterMs?: number;
  /** Characters a password must have. */
  readonly minLength?: number;
  readonly cause?: unknown;
};

export class AuthError extends Error {
  readonly reason: AuthErrorReason;
  readonly details: AuthErrorDetails;

  constructor(reason: AuthErrorReason, details: AuthErrorDetails = {}) {
    super(reason, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "AuthError";
    this.reason = reason;
    this.details = details;
  }
}
