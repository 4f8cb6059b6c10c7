import { type Code, ConnectError } from "@connectrpc/connect";
import { BadRequestSchema, ErrorInfoSchema, RetryInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";

/** What a client is told when a domain error is thrown. */
export type ErrorReply = {
  code: Code;
  /** A sentence for people; names no ids, amounts or internals. */
  message: string;
  /** What the person can do about it. */
  help?: string;
  /** The request's fields at fault, in JSON's spelling (`lowerCamelCase`, dots between). */
  violations?: readonly { field: string; description: string }[];
  /** When another try makes sense, in milliseconds. */
  retryAfterMs?: number;
  /** More for ErrorInfo.metadata. */
  metadata?: Readonly<Record<string, string>>;
};

/** An error that a domain throws: a reason from its own closed list. Classes of one's own do as well. */
export class DomainError<Reason extends string = string> extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, options?: ErrorOptions) {
    super(reason, options);
    this.name = "DomainError";
    this.reason = reason;
  }
}

/** Turns what a service's domain throws into what its clients are told. */
export type ErrorTable = {
  /** `undefined` for what is not in the table. */
  reply(error: unknown): ConnectError | undefined;
};

type WithReason<Reason extends string> = Error & { readonly reason: Reason };

/**
 * A table from reasons to replies; the compiler refuses a missing row. An error belongs to it when it is an
 * Error whose `reason` is one of the table's. Clients get an ErrorInfo with the reason in capitals (AIP-193),
 * this domain and the help, and BadRequest and RetryInfo where a row says so.
 *
 * @param domain whose reasons these are: `finflow.auth`
 * @example errorTable<AuthErrorReason, AuthError>("finflow.auth", {
 *   email_taken: { code: Code.AlreadyExists, message: "an account with this email exists" },
 *   busy: (error) => ({ code: Code.Unavailable, message: "try again", retryAfterMs: error.details.retryAfterMs }),
 * })
 */
export function errorTable<Reason extends string, E extends WithReason<Reason> = WithReason<Reason>>(
  domain: string,
  table: Readonly<Record<Reason, ErrorReply | ((error: E) => ErrorReply)>>,
): ErrorTable {
  const isOurs = (error: unknown): error is E =>
    error instanceof Error &&
    "reason" in error &&
    typeof error.reason === "string" &&
    Object.hasOwn(table, error.reason);
  return {
    reply(error) {
      if (!isOurs(error)) return undefined;
      const row = table[error.reason];
      return connectError(error, domain, typeof row === "function" ? row(error) : row);
    },
  };
}

function connectError(error: WithReason<string>, domain: string, reply: ErrorReply): ConnectError {
  const metadata = { ...reply.metadata, ...(reply.help !== undefined && { help: reply.help }) };
  const result = new ConnectError(reply.message, reply.code, undefined, undefined, error);
  const info = { reason: error.reason.toUpperCase(), domain, metadata };
  result.details.push({ desc: ErrorInfoSchema, value: info });
  if (reply.violations) {
    const fieldViolations = reply.violations.map(({ field, description }) => ({ field, description }));
    result.details.push({ desc: BadRequestSchema, value: { fieldViolations } });
  }
  if (reply.retryAfterMs !== undefined) {
    const ms = Math.max(0, Math.ceil(reply.retryAfterMs));
    const retryDelay = { seconds: BigInt(Math.floor(ms / 1000)), nanos: (ms % 1000) * 1_000_000 };
    result.details.push({ desc: RetryInfoSchema, value: { retryDelay } });
  }
  return result;
}

/** Replies of several tables, the first that knows the error. */
export function joinErrorTables(...tables: readonly ErrorTable[]): ErrorTable {
  return {
    reply(error) {
      for (const table of tables) {
        const reply = table.reply(error);
        if (reply) return reply;
      }
      return undefined;
    },
  };
}
