import { Code } from "@connectrpc/connect";
import { isUnavailable } from "@finflow/postgres/postgres-failure";
import { type ErrorReply, errorTable, joinErrorTables } from "@finflow/service-host/error-table";
import { storeErrors } from "@finflow/service-host/store-errors";
import type { AuthError, AuthErrorReason } from "../domain/auth-error.ts";
import { longestPassword } from "../domain/password-rules.ts";

type Row = (error: AuthError) => ErrorReply;

/** A field that is at fault, and what to do about it. */
const badField =
  (description: (error: AuthError) => string, message = description): Row =>
  (error) => ({
    code: Code.InvalidArgument,
    message: message(error),
    help: description(error),
    violations: [{ field: error.details.field ?? "password", description: description(error) }],
  });

const later =
  (code: Code, message: string): Row =>
  ({ details: { retryAfterMs } }) => ({
    code,
    message,
    help: `try again in ${Math.max(1, Math.ceil((retryAfterMs ?? 0) / 1_000))} seconds`,
    retryAfterMs,
  });

const signInAgain: ErrorReply = {
  code: Code.Unauthenticated,
  message: "the session has ended; sign in again",
  help: "sign in with e-mail and password",
};

const domainErrors = errorTable<AuthErrorReason, AuthError>("finflow.auth", {
  bad_credentials: ({ details: { field } }) => ({
    code: field === undefined ? Code.Unauthenticated : Code.InvalidArgument,
    message: field === undefined ? "e-mail or password is wrong" : "the current password is wrong",
    ...(field !== undefined && { violations: [{ field, description: "this is not the current password" }] }),
  }),
  busy: later(Code.ResourceExhausted, "too many people are signing in at the moment"),
  email_invalid: badField(() => "give an e-mail address such as name@example.com"),
  email_taken: {
    code: Code.AlreadyExists,
    message: "an account with this e-mail exists",
    help: "sign in instead, or use another e-mail",
    violations: [{ field: "email", description: "an account with this e-mail exists" }],
  },
  erasure_not_found: { code: Code.NotFound, message: "no erasure has this id" },
  page_token_invalid: badField(
    () => "give the next_page_token of the page before, unchanged",
    () => "the page token is not one of this list",
  ),
  password_breached: badField(
    () => "choose another: this password is on lists of breached ones, which attackers try first",
  ),
  password_contains_email: badField(() => "choose a password that does not rest on your e-mail address"),
  password_contains_product: badField(() => "choose a password that does not rest on the word finflow"),
  password_repetitive: badField(() => "choose a password that is no repetition or sequence"),
  password_too_long: badField(() => `use at most ${longestPassword} characters`),
  password_too_short: badField(({ details }) => `use at least ${details.minLength} characters`),
  refresh_token_invalid: signInAgain,
  request_id_reused: badField(() => "use a new request_id: this one was used for another registration"),
  revocation_delayed: later(Code.Unavailable, "it is done, but not every server knows it yet"),
  session_ended: signInAgain,
  session_not_found: { code: Code.NotFound, message: "no session has this id" },
  too_many_attempts: later(Code.ResourceExhausted, "too many failed attempts to sign in"),
});

export const authErrors = joinErrorTables(
  domainErrors,
  storeErrors("finflow.auth", "accounts cannot be reached at the moment", isUnavailable),
);
